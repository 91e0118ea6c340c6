using System.Text.RegularExpressions;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The first version's task definition with everything in it that is known only in its place. Pure.</summary>
internal static partial class DesiredTaskDefinition
{
    private const string RegionOption = "awslogs-region";

    public static TaskDefinition Of(BlueGreenEnvironment environment, KnownParts known)
    {
        var definition = environment.TaskDefinition;
        return definition with
        {
            ExecutionRoleArn = RoleArn(environment.ExecutionRole, known),
            TaskRoleArn = environment.TaskRole is { } role ? RoleArn(role, known) : null,
            ContainerDefinitions = definition.ContainerDefinitions.Select(container => Fill(container, environment, known.Place)).ToEquatableArray(),
            Tags = [.. definition.Tags.Where(tag => !EnvironmentTags.Of(environment).ContainsKey(tag.Key)), .. EnvironmentTags.To(environment, (key, value) => new Tag(key, value))],
        };
    }

    /// <summary>The ARN of a role that is there, or will be.</summary>
    public static string RoleArn(EnvironmentResource role, KnownParts known) => known.Find(PartIds.Role(role))?.Arn ?? known.Place.RoleArn(PartNames.Last(role.Name));

    /// <summary>The ARNs of the roles that tasks take on.</summary>
    public static IReadOnlyList<string> RoleArns(BlueGreenEnvironment environment, KnownParts known) =>
        [RoleArn(environment.ExecutionRole, known), .. environment.TaskRole is { } role ? [RoleArn(role, known)] : Array.Empty<string>()];

    private static ContainerDefinition Fill(ContainerDefinition container, BlueGreenEnvironment environment, AwsPlace place) => container with
    {
        Image = environment.Repository is { } repository && container.Image is { } image
            ? Placeholder.Replace(image, $"{place.RepositoryUri(repository.Name)}:{environment.ImageTag}")
            : container.Image,
        LogConfiguration = container.LogConfiguration is { } log && log.LogDriver == LogDriver.Awslogs && IsOf(environment, log)
            ? log with { Options = [.. log.Options.Where(option => option.Name != RegionOption), new(RegionOption, place.Region)] }
            : container.LogConfiguration,
    };

    private static bool IsOf(BlueGreenEnvironment environment, LogConfiguration log) =>
        log.Options.FirstOrDefault(option => option.Name == "awslogs-group")?.Value is { } name && environment.LogGroups.Any(group => group.Name == name);

    [GeneratedRegex("<[A-Za-z0-9_.-]+>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder { get; }
}
