namespace BlueGreen.Ecs;

/// <summary>There is no such pipeline.</summary>
/// <param name="pipeline">The name that was looked for.</param>
/// <param name="innerException">CodePipeline's answer. Default: none.</param>
public sealed class NoSuchPipelineException(string pipeline, Exception? innerException = null)
    : BlueGreenException($"{pipeline}: CodePipeline has no such pipeline. Check the name, and the account and region of the AWS clients.", innerException)
{
    /// <summary>The name that was looked for.</summary>
    public string Pipeline => pipeline;
}
