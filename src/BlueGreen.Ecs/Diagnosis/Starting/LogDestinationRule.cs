using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG912: the log group is missing, or may not be written.</summary>
internal sealed class LogDestinationRule() : TroubleRule("BG912", CauseDepth.Start, TaskTrouble.Log)
{
    protected override string Fix =>
        "Create the log group that awslogs-group names, in awslogs-region. With awslogs-create-group the execution role also needs logs:CreateLogGroup, which its managed policy lacks.";

    protected override string Message(FailureEvidence evidence, string line) => $"The destination of a container's log cannot be used: {Cause.Sentence(line)}";
}
