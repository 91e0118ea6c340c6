namespace BlueGreen.Ecs.Pipelines;

/// <summary>Kinds of actions that are followed closely, and the settings of theirs that are read.</summary>
internal static class PipelineCategories
{
    public const string Approval = "Approval";
    public const string Deploy = "Deploy";

    /// <summary>The provider that deploys by CodeDeploy.</summary>
    public const string CodeDeploy = "CodeDeployToECS";

    /// <summary>The provider that updates the service.</summary>
    public const string Ecs = "ECS";

    public const string Question = "CustomData";
    public const string Link = "ExternalEntityLink";
    public const string Application = "ApplicationName";
    public const string Group = "DeploymentGroupName";
    public const string Cluster = "ClusterName";
    public const string Service = "ServiceName";

    /// <summary>All settings that are kept; others may hold secrets.</summary>
    public static IReadOnlyList<string> Settings { get; } = [Question, Link, Application, Group, Cluster, Service];
}
