namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A phase cannot be done.</summary>
internal sealed class BuildFailureException(string code, string message) : Exception(message)
{
    public BuildFailure Failure => new(code, Message);
}
