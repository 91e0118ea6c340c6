namespace BlueGreen.Ecs.Provisioning;

/// <summary>Where the clients make things, for ARNs that are known before what they name is there.</summary>
internal sealed record AwsPlace(string Partition, string Region, string Account)
{
    private string Suffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    public string RoleArn(string name) => $"arn:{Partition}:iam::{Account}:role/{name}";

    /// <summary>A policy that AWS manages: <c>service-role/AmazonECSTaskExecutionRolePolicy</c>.</summary>
    public string ManagedPolicyArn(string path) => $"arn:{Partition}:iam::aws:policy/{path}";

    /// <summary>Where the images of a repository are, without a tag.</summary>
    public string RepositoryUri(string repository) => $"{Account}.dkr.ecr.{Region}.{Suffix}/{repository}";
}
