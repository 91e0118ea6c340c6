using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG908: the image is built for another processor.</summary>
internal sealed class PlatformRule() : TroubleRule("BG908", CauseDepth.Start, TaskTrouble.Platform)
{
    protected override string Fix =>
        "Build the image for the task definition's runtimePlatform (docker buildx build --platform linux/amd64 or linux/arm64), or set runtimePlatform.cpuArchitecture to the image's.";

    protected override string Message(FailureEvidence evidence, string line) => $"The new version's image is not built for the processor on which its tasks run: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ImageOf(evidence, line);

    protected override IEnumerable<string> More(FailureEvidence evidence) => evidence.LogLines(20).Where(line => line.Contains("exec format error", StringComparison.OrdinalIgnoreCase));
}
