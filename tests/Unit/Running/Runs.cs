namespace BlueGreen.Ecs.Tests.Unit.Running;

/// <summary>What a run is made of.</summary>
internal static class Runs
{
    public static Observation Moving { get; } = new() { Status = DeploymentStatus.InProgress, Stage = Stage.Install };

    public static Observation Waiting { get; } = new() { Status = DeploymentStatus.Waiting, Stage = Stage.TestTraffic };

    public static Observation Done { get; } = new() { Status = DeploymentStatus.Succeeded, Stage = Stage.Finished };

    public static Observation RolledBack { get; } = new() { Status = DeploymentStatus.RolledBack, Stage = Stage.Finished, Reason = "Stopped." };

    public static StartedDeployment Started { get; } = new() { Token = new("Fake", "web/shop", "d-1"), TaskDefinitionArn = "web:2", Deadline = TimeSpan.FromHours(1) };

    public static DeploymentPlan Plan(params Gate[] gates)
    {
        var service = ServiceReference.Parse("web/shop");
        return new()
        {
            Deployment = new() { Service = service, Gates = gates.ToEquatableArray() },
            Service = new() { Reference = service, Arn = "arn", DeploymentController = "CODE_DEPLOY", TaskDefinitionArn = "web:1" },
            Engine = "Fake",
            TaskDefinition = new() { Family = "web" },
            AppSpec = new() { ContainerName = "web", ContainerPort = 80 },
        };
    }
}
