namespace BlueGreen.Ecs;

/// <summary>A setting of CodeDeploy and what it becomes.</summary>
/// <param name="From">CodeDeploy's, such as <c>deploymentConfigName CodeDeployDefault.ECSAllAtOnce</c>.</param>
/// <param name="To">ECS's, such as <c>strategy BLUE_GREEN</c>.</param>
public sealed record MigratedSetting(string From, string To)
{
    /// <summary><c>From → To</c>.</summary>
    public override string ToString() => $"{From} → {To}";
}
