using BlueGreen.Ecs;

namespace BlueGreen.Quickstart;

/// <summary>Prints what happens, when it happens. <see cref="Progress{T}"/> would not keep the order.</summary>
internal sealed class Timeline : IProgress<DeploymentEvent>
{
    public void Report(DeploymentEvent value) => Console.WriteLine(value);
}
