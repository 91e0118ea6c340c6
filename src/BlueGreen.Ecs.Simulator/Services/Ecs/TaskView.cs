using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A task as DescribeTasks answers it.</summary>
internal static class TaskView
{
    public static JsonObject Of(EcsTask task, bool withTags = false)
    {
        var json = new JsonObject
        {
            ["taskArn"] = task.Arn,
            ["clusterArn"] = task.Cluster.Arn,
            ["taskDefinitionArn"] = task.TaskDefinition.Arn,
            ["group"] = task.Group,
            ["launchType"] = task.LaunchType,
            ["lastStatus"] = task.LastStatus,
            ["desiredStatus"] = task.DesiredStatus,
            ["healthStatus"] = ContainerHealth.Of(task),
            ["createdAt"] = task.CreatedAt.ToJson(),
            ["connectivity"] = "CONNECTED",
            ["overrides"] = task.Overrides.DeepClone(),
            ["tags"] = withTags ? task.Tags.DeepClone() : new JsonArray(),
            ["attachments"] = new JsonArray(Attachment(task)),
            ["availabilityZone"] = task.Network.Subnet?.Zone.Name,
            ["containers"] = task.Containers.Select(container => Container(task, container)).ToJson(),
        };
        task.TaskDefinition.Document.CopyTo(json, "cpu", "memory", "ephemeralStorage");
        json.SetUnlessNull("startedBy", task.StartedBy);
        json.SetUnlessNull("pullStartedAt", task.PullStartedAt.ToJson());
        json.SetUnlessNull("pullStoppedAt", task.PullStoppedAt.ToJson());
        json.SetUnlessNull("startedAt", task.StartedAt.ToJson());
        json.SetUnlessNull("stoppingAt", task.StoppingAt.ToJson());
        json.SetUnlessNull("stoppedAt", task.StoppedAt.ToJson());
        json.SetUnlessNull("executionStoppedAt", task.StoppedAt.ToJson());
        json.SetUnlessNull("stopCode", task.Code);
        json.SetUnlessNull("stoppedReason", task.StoppedReason);
        return json;
    }

    private static JsonObject Container(EcsTask task, TaskContainer container)
    {
        var json = new JsonObject
        {
            ["containerArn"] = container.Arn,
            ["taskArn"] = task.Arn,
            ["name"] = container.Name,
            ["image"] = container.Image,
            ["lastStatus"] = container.LastStatus,
            ["healthStatus"] = container.Health,
            ["networkBindings"] = new JsonArray(),
            ["networkInterfaces"] = new JsonArray(new JsonObject { ["attachmentId"] = AttachmentId(task), ["privateIpv4Address"] = task.Ip }),
        };
        json.SetUnlessNull("exitCode", container.ExitCode is { } code ? code : null);
        json.SetUnlessNull("reason", container.Reason);
        return json;
    }

    private static JsonObject Attachment(EcsTask task) => new()
    {
        ["id"] = AttachmentId(task),
        ["type"] = "ElasticNetworkInterface",
        ["status"] = task.IsStopped ? "DELETED" : task.LastStatus == TaskStatus.Provisioning ? "PRECREATED" : "ATTACHED",
        ["details"] = Details(task).Select(one => new JsonObject { ["name"] = one.Name, ["value"] = one.Value }).ToJson(),
    };

    private static (string Name, string Value)[] Details(EcsTask task) => task.Network is { Subnet: { } subnet } network
        ?
        [
            ("subnetId", subnet.Id), ("networkInterfaceId", network.InterfaceId), ("macAddress", network.MacAddress),
            ("privateDnsName", network.DnsName(subnet.Region)), ("privateIPv4Address", task.Ip),
        ]
        : [("privateIPv4Address", task.Ip)];

    // Derived from the task's id, so that showing a task draws no new identifier.
    public static string AttachmentId(EcsTask task) =>
        $"{task.Id[..8]}-{task.Id[8..12]}-{task.Id[12..16]}-{task.Id[16..20]}-{task.Id[20..]}";
}
