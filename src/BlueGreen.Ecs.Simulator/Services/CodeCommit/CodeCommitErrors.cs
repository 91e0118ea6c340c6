using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>CodeCommit's errors.</summary>
internal static class CodeCommitErrors
{
    /// <param name="name">The exception's name without its ending: <c>BranchDoesNotExist</c>.</param>
    /// <param name="message">What is wrong.</param>
    public static AwsErrorException Of(string name, string message) => new($"{name}Exception", message);
}
