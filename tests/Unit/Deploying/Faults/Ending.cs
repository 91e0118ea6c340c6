namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>How a process ended: with a result, or with an exception.</summary>
internal sealed record Ending(DeploymentOutcome? Result, Exception? Error)
{
    public override string ToString() => Result?.ToString() ?? $"{Error?.GetType().Name}: {Error?.Message}";
}
