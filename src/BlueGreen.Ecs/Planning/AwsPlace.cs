using BlueGreen.Ecs.Documents.Rules;

namespace BlueGreen.Ecs.Planning;

/// <summary>Partition, region and account: where something is, and of what ARNs are made that are known before what they name is there.</summary>
internal sealed record AwsPlace(string Partition, string Region, string Account)
{
    private string Suffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>The place in an ARN; region and account are empty where the text is none, or has none.</summary>
    public static AwsPlace Of(string arn) => arn.Split(':', 6) is ["arn", var partition, _, var region, var account, _] ? new(partition, region, account) : new("aws", string.Empty, string.Empty);

    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    public string RoleArn(string name) => $"arn:{Partition}:iam::{Account}:role/{name}";

    /// <summary>A policy that AWS manages: <c>service-role/AmazonECSTaskExecutionRolePolicy</c>.</summary>
    public string ManagedPolicyArn(string path) => $"arn:{Partition}:iam::aws:policy/{path}";

    /// <summary>The repository of an image of ECR, whose name tells account and region; <c>*</c> where it does not.</summary>
    public string RepositoryArn(ImageName image) => image.Registry?.Split('.') is [var owner, _, _, var region, ..]
        ? (this with { Region = region, Account = owner }).Arn("ecr", $"repository/{image.Repository}")
        : "*";

    /// <summary>Where the images of a repository are, without a tag.</summary>
    public string RepositoryUri(string repository) => $"{Account}.dkr.ecr.{Region}.{Suffix}/{repository}";
}
