using System.Collections.Frozen;
using static BlueGreen.Ecs.Documents.Diff.ChangeMeaning;
using static BlueGreen.Ecs.TaskDefinitionMeaning;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>What a change means, by path; a member without a meaning of its own has that of the one around it.</summary>
internal static class ChangeMeanings
{
    private const string Container = "containerDefinitions[].";

    private static readonly ChangeMeaning Unknown = Says(Configuration, "This library does not know the member; what it means stands in AWS's reference of RegisterTaskDefinition.");

    private static readonly FrozenDictionary<string, ChangeMeaning> ByPath = OfTheTask()
        .Concat(((IEnumerable<(string Path, ChangeMeaning Meaning)>)[.. OfRunning(), .. OfLimits(), .. OfRights(), .. OfSurroundings()]).Select(entry => (Path: Container + entry.Path, entry.Meaning)))
        .ToFrozenDictionary(entry => entry.Path, entry => entry.Meaning, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the edit touches, and a sentence on it.</summary>
    public static (TaskDefinitionMeaning Meaning, string Effect) Of(ContentEdit edit)
    {
        for (var path = edit.Path; path is not null; path = path.Parent)
        {
            // An unknown member of a container is not a container that changes.
            if (ByPath.TryGetValue(path.Pattern, out var found) && (path == edit.Path || path.Pattern != "containerDefinitions[]"))
            {
                return (found.Meaning, found.Effect(edit));
            }
        }

        return (Unknown.Meaning, Unknown.Effect(edit));
    }

    private static IEnumerable<(string Path, ChangeMeaning Meaning)> OfTheTask() =>
    [
        ("family", Says(Metadata, "Revisions are counted under another name, from that family's last one on.")),
        ("cpu", Amount(Capacity, "Every task gets more CPU, which costs more or needs more room.", "Every task gets less CPU and may become slower.")),
        ("memory", Amount(Capacity, "Every task gets more memory, which costs more or needs more room.", "Every task gets less memory; a container that needs more is killed.")),
        ("requiresCompatibilities", Says(Capacity, "ECS checks the task definition for other launch types, and runs it on those only.")),
        ("placementConstraints", Says(Capacity, "Tasks find room on other instances than before.")),
        ("inferenceAccelerators", Says(Capacity, "Tasks find room on other instances than before.")),
        ("runtimePlatform", Says(Capacity, "Tasks run on another platform; every image must be built for it.")),
        ("ephemeralStorage", Amount(Storage, "Every task gets a larger disk of its own.", "Every task gets a smaller disk of its own; what does not fit fails to be written.")),
        ("executionRoleArn", Says(Permission, "ECS pulls images, writes logs and reads secrets with another role; without the rights tasks do not start.")),
        ("taskRoleArn", Says(Permission, "The application's own permissions change.")),
        ("pidMode", Says(Permission, "Containers see other processes than before.")),
        ("ipcMode", Says(Permission, "Containers share memory with others than before.")),
        ("networkMode", Says(Network, "Tasks get their addresses another way; target groups, ports and security groups must fit.")),
        ("proxyConfiguration", Says(Network, "Traffic goes through another proxy.")),
        ("enableFaultInjection", Switch(Lifecycle, "Faults may be injected into tasks.", "Faults may no longer be injected into tasks.")),
        ("volumes[]", Says(Storage, "A volume more can be mounted.", "The volume is gone; what is on it is no longer seen.", "The volume comes from elsewhere or is mounted another way; other files are seen.")),
        ("containerDefinitions[]", Says(Lifecycle, "One more container runs in every task, within the task's CPU and memory.", "The container no longer runs.", "The container changes.")),
    ];

    private static IEnumerable<(string Path, ChangeMeaning Meaning)> OfRunning() =>
    [
        ("image", Says(Image, "Other code runs.")),
        ("versionConsistency", Says(Image, "Whether all tasks of a deployment run the same digest of a tag changes.")),
        ("entryPoint", Says(Configuration, "Another program starts, or with other arguments.", "The image's own entry point starts.", "Another program starts, or with other arguments.")),
        ("command", Says(Configuration, "Another program starts, or with other arguments.", "The image's own command starts.", "Another program starts, or with other arguments.")),
        ("workingDirectory", Says(Configuration, "The program starts in another directory; relative paths lead elsewhere.")),
        ("environment[]", Says(Configuration, "The application sees one more variable.", "The application no longer sees the variable.", "The application sees another value.")),
        ("environmentFiles[]", Says(Configuration, "Variables are read from one more file.", "Variables of the file are no longer seen.", "Variables are read another way.")),
        ("interactive", Switch(Configuration, "The container gets a standard input that stays open.", "The container's standard input is closed.")),
        ("pseudoTerminal", Switch(Configuration, "The container gets a terminal.", "The container has no terminal.")),
        ("systemControls[]", Says(Configuration, "A kernel parameter is set.", "A kernel parameter has its default again.", "A kernel parameter gets another value.")),
        ("essential", Switch(Lifecycle, "The task stops when this container stops.", "The task survives this container's end.")),
        ("dependsOn", Says(Lifecycle, "Containers start in another order, or wait for other things.")),
        ("restartPolicy", Says(Lifecycle, "What happens when the container ends by itself changes: restart, or the task's end.")),
        ("startTimeout", Amount(Lifecycle, "Others wait longer for this container before the task is given up.", "Others wait less long for this container before the task is given up.")),
        ("stopTimeout", Amount(Lifecycle, "The container has more time to end its work before it is killed.", "The container has less time to end its work before it is killed.")),
        ("healthCheck", Says(Health, "ECS begins to watch the container's health, and replaces tasks that are unhealthy.", "ECS no longer watches the container's health.", "ECS judges the container's health another way.")),
        ("dockerLabels[]", Says(Metadata, "A label for tools that read labels; what runs stays the same.")),
    ];

    private static IEnumerable<(string Path, ChangeMeaning Meaning)> OfLimits() =>
    [
        ("cpu", Amount(Capacity, "The container gets a larger share of its task's CPU.", "The container gets a smaller share of its task's CPU.")),
        ("memory", Amount(
            Capacity,
            "The container is killed only at more memory than before.",
            "The container is killed at less memory than before.",
            "A hard limit appears: above it the container is killed.",
            "The hard limit is gone: the container may take all memory of its task or host.")),
        ("memoryReservation", Amount(Capacity, "More memory is kept free for the container; fewer tasks fit on a host.", "Less memory is kept free for the container.")),
        ("ulimits[]", Says(Capacity, "A limit of the container's processes is set.", "A limit of the container's processes has its default again.", "A limit of the container's processes changes.")),
        ("resourceRequirements", Says(Capacity, "The container asks for other GPUs or accelerators; tasks find room on other instances.")),
        ("linuxParameters", Says(Capacity, "Limits of the kernel for the container change.")),
    ];

    private static IEnumerable<(string Path, ChangeMeaning Meaning)> OfRights() =>
    [
        ("secrets[]", Says(
            Permission,
            "ECS reads one more secret when the container starts; the execution role must be allowed to.",
            "The application no longer sees the secret.",
            "ECS reads the secret from elsewhere; the execution role must be allowed to.")),
        ("repositoryCredentials", Says(Permission, "The image is pulled with other credentials; the execution role must be allowed to read them.")),
        ("credentialSpecs", Says(Permission, "The container joins its domain with other credentials.")),
        ("user", Says(Permission, "The program runs as another user; files and ports may be out of its reach.")),
        ("privileged", Switch(Permission, "The container gets root's rights on its host.", "The container no longer has root's rights on its host.")),
        ("readonlyRootFilesystem", Switch(Permission, "The container can no longer write to its own file system, but only to volumes.", "The container can write to its own file system.")),
        ("dockerSecurityOptions", Says(Permission, "The container is isolated in another way.")),
        ("linuxParameters.capabilities", Says(Permission, "The container's rights in the kernel change.")),
        ("linuxParameters.devices", Says(Permission, "The container reaches other devices of its host.")),
    ];

    private static IEnumerable<(string Path, ChangeMeaning Meaning)> OfSurroundings() =>
    [
        ("portMappings[]", Says(Network, "One more port is reached.", "The port is no longer reached; a load balancer that sends traffic there fails.", "The port is reached another way.")),
        ("links", Says(Network, "The container finds other containers by name.")),
        ("hostname", Says(Network, "The container calls itself another name.")),
        ("dnsServers", Says(Network, "Names are looked up elsewhere.")),
        ("dnsSearchDomains", Says(Network, "Short names lead elsewhere.")),
        ("extraHosts[]", Says(Network, "A name leads to a fixed address.", "The name is looked up by DNS again.", "The name leads to another address.")),
        ("disableNetworking", Switch(Network, "The container has no network.", "The container has a network.")),
        ("mountPoints[]", Says(Storage, "A volume is mounted.", "The volume is no longer mounted; the image's own files are seen in its place.", "Another volume is mounted, or its files may be written or not.")),
        ("volumesFrom", Says(Storage, "The container sees other containers' volumes.")),
        ("linuxParameters.tmpfs", Says(Storage, "The container's file systems in memory change.")),
        ("logConfiguration", Says(Logging, "Output is sent to a log.", "Output goes where the host sends it.", "Output goes elsewhere, or is written another way.")),
        ("firelensConfiguration", Says(Logging, "The log router works another way.")),
    ];
}
