namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Keeps the events of a run, and tells them on.</summary>
internal sealed class EventRecorder(Action<DeploymentEvent>? happened) : IProgress<DeploymentEvent>
{
    public List<DeploymentEvent> Events { get; } = [];

    public void Report(DeploymentEvent value)
    {
        Events.Add(value);
        happened?.Invoke(value);
    }
}
