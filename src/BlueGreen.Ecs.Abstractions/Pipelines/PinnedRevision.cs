namespace BlueGreen.Ecs;

/// <summary>The revision that a source action takes. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_SourceRevisionOverride.html">SourceRevisionOverride</see>.</summary>
/// <param name="Action">The source action's name.</param>
/// <param name="Type">What the value is: <c>COMMIT_ID</c>, <c>IMAGE_DIGEST</c>, <c>S3_OBJECT_VERSION_ID</c> or <c>S3_OBJECT_KEY</c>.</param>
/// <param name="Value">The revision.</param>
public sealed record PinnedRevision(string Action, string Type, string Value);
