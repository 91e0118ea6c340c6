using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG907: the tasks do not reach the registry, or another endpoint that they need to start.</summary>
internal sealed class UnreachableRule() : TroubleRule("BG907", CauseDepth.Start, TaskTrouble.Unreachable)
{
    protected override string Fix =>
        "Give the tasks' subnets a route: a NAT gateway, a public address (assignPublicIp ENABLED in a public subnet), or VPC endpoints for ecr.api, ecr.dkr, logs, secretsmanager or ssm, and the gateway endpoint of S3. Their security group must let HTTPS out, and that of the endpoints in.";

    protected override string Message(FailureEvidence evidence, string line) => $"The new version's tasks do not reach the registry, or another endpoint of AWS that they need to start: {Cause.Sentence(line)}";
}
