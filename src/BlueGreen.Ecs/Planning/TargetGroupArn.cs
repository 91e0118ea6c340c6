namespace BlueGreen.Ecs.Planning;

/// <summary>The name inside a target group's ARN: CodeDeploy speaks of target groups by name, listeners by ARN.</summary>
internal static class TargetGroupArn
{
    /// <summary><c>blue</c> of <c>arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/73e2d6bc24d8a067</c>.</summary>
    public static string NameOf(string arn) => arn.Split('/') is [_, var name, _] ? name : arn;
}
