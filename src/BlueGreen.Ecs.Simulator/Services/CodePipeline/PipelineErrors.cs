using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>CodePipeline's errors.</summary>
internal static class PipelineErrors
{
    /// <param name="name">The exception's name without its ending: <c>PipelineNotFound</c>.</param>
    /// <param name="message">What is wrong.</param>
    public static AwsErrorException Of(string name, string message) => new($"{name}Exception", message);
}
