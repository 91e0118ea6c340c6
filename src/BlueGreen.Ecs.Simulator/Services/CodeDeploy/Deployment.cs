using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>A deployment, as far as it has come.</summary>
internal sealed class Deployment(string id, DeploymentGroup group, GroupSettings settings, DeploymentConfig config, DateTimeOffset createdAt)
{
    public string Id => id;

    public DeploymentGroup Group => group;

    /// <summary>The group's settings when the deployment was made, with the call's overrides.</summary>
    public GroupSettings Settings => settings;

    public DeploymentConfig Config => config;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public Revision? Revision { get; init; }

    public Revision? PreviousRevision { get; init; }

    public string? Description { get; init; }

    public string Creator { get; init; } = "user";

    public JsonObject? OverrideAlarms { get; init; }

    public string Status { get; set; } = DeploymentStatus.Created;

    public string TargetStatus { get; set; } = DeploymentStatus.Pending;

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public DeploymentError? Error { get; set; }

    public JsonObject? RollbackInfo { get; set; }

    public List<LifecycleEvent> Events { get; } = LifecycleEvent.All(settings.TestListener is not null);

    /// <summary>The task set that served when the deployment began.</summary>
    public TaskSet? Blue { get; set; }

    public TaskSet? Green { get; set; }

    /// <summary>The percentage of production traffic that green gets.</summary>
    public int GreenWeight { get; set; }

    /// <summary>What moves the deployment on; set as soon as it exists.</summary>
    public LifecycleRun Run { get; set; } = null!;

    public bool IsOver => Status is DeploymentStatus.Succeeded or DeploymentStatus.Failed or DeploymentStatus.Stopped;

    public JsonObject ToBrief()
    {
        var json = new JsonObject { ["deploymentId"] = id, ["status"] = Status, ["createTime"] = CreatedAt.ToJson() };
        json.SetUnlessNull("endTime", CompletedAt.ToJson());
        return json;
    }
}
