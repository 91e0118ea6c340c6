namespace BlueGreen.Ecs;

/// <summary>A person's consent, for which a pipeline waits up to seven days. Mirrors the <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html">approval action Manual</see>.</summary>
/// <param name="Message">What the person is told, at most 1000 characters. Default: nothing.</param>
public sealed record PipelineApproval(string? Message = null);
