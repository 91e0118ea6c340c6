using BlueGreen.Ecs;

namespace BlueGreen.Cli;

/// <summary>Prints what happens, when it happens. <see cref="Progress{T}"/> would not keep the order.</summary>
internal sealed class ConsoleTimeline : IProgress<DeploymentEvent>
{
    /// <summary>Whether anything has happened: whether a deployment has been started.</summary>
    public bool HasBegun { get; private set; }

    public void Report(DeploymentEvent value)
    {
        HasBegun = true;
        Console.WriteLine(value);
    }
}
