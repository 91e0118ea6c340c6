namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The policies that AWS provides and deployments use, by what follows <c>arn:aws:iam::aws:policy/</c>.</summary>
internal static class ManagedPolicies
{
    private const string Prefix = "arn:aws:iam::aws:policy/";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "AdministratorAccess",
        "AmazonEC2ContainerRegistryFullAccess",
        "AmazonEC2ContainerRegistryPowerUser",
        "AmazonEC2ContainerRegistryReadOnly",
        "AmazonECSInfrastructureRolePolicyForLoadBalancers",
        "AmazonECS_FullAccess",
        "AmazonS3FullAccess",
        "AmazonS3ReadOnlyAccess",
        "AmazonSSMReadOnlyAccess",
        "AWSCodeBuildAdminAccess",
        "AWSCodeBuildDeveloperAccess",
        "AWSCodeCommitFullAccess",
        "AWSCodeCommitPowerUser",
        "AWSCodeDeployDeployerAccess",
        "AWSCodeDeployFullAccess",
        "AWSCodeDeployReadOnlyAccess",
        "AWSCodeDeployRoleForECS",
        "AWSCodeDeployRoleForECSLimited",
        "AWSCodePipeline_FullAccess",
        "CloudWatchFullAccess",
        "CloudWatchLogsFullAccess",
        "CloudWatchReadOnlyAccess",
        "ElasticLoadBalancingFullAccess",
        "PowerUserAccess",
        "ReadOnlyAccess",
        "SecretsManagerReadWrite",
        "aws-service-role/AmazonECSServiceRolePolicy",
        "service-role/AWSCodeDeployRole",
        "service-role/AWSLambdaBasicExecutionRole",
        "service-role/AmazonECSInfrastructureRolePolicyForVolumes",
        "service-role/AmazonECSTaskExecutionRolePolicy",
    };

    public static bool Exists(string arn) => arn.StartsWith(Prefix, StringComparison.Ordinal) && Names.Contains(arn[Prefix.Length..]);

    /// <summary>The name of a policy: what follows the last slash of its ARN.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
