namespace BlueGreen.Ecs.Simulator;

/// <summary>AWS in a process.</summary>
public sealed class AwsSimulator
{
}
