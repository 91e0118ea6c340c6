namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>The service to which a scenario deploys, said without knowing its controller.</summary>
internal sealed record ServiceSetup
{
    public int Tasks { get; init; } = 2;

    public bool HasTestListener { get; init; } = true;

    /// <summary>How long the old version is kept.</summary>
    public TimeSpan Bake { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the service waits for a gate at test traffic, where it is the service that says so.</summary>
    public TimeSpan ReadyWait { get; init; }

    /// <summary>Whether AWS by itself gives up a version whose tasks do not start, where it can be told to.</summary>
    public bool HasCircuitBreaker { get; init; } = true;

    /// <summary>A bench with such a service, of which version 1 runs.</summary>
    public Task<EngineBench> CreateAsync(Engine engine) => engine switch
    {
        Engine.CodeDeploy => CodeDeployService.CreateAsync(new() { DesiredCount = Tasks, TestPort = HasTestListener ? 8081 : null, TerminationWait = Bake, ReadyWait = ReadyWait }),
        Engine.EcsNative => NativeService.CreateAsync(
            configuration =>
            {
                configuration.BakeTimeInMinutes = (int)Bake.TotalMinutes;
                configuration.DeploymentCircuitBreaker.Enable = HasCircuitBreaker;
            },
            HasTestListener,
            Tasks),
        _ => ExternalService.CreateAsync(HasTestListener, desiredCount: Tasks),
    };
}
