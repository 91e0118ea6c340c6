namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>An image in someone's ECR: <c>123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:v1</c>.</summary>
/// <param name="Account">The registry's account.</param>
/// <param name="Region">The registry's region.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Version">The tag, or the digest.</param>
/// <param name="IsDigest">Whether the version is a digest.</param>
internal sealed record EcrImage(string Account, string Region, string Repository, string Version, bool IsDigest)
{
    public string Host => $"{Account}.dkr.ecr.{Region}.amazonaws.com";

    public string RepositoryArn => $"arn:aws:ecr:{Region}:{Account}:repository/{Repository}";

    /// <returns>The image, or <see langword="null"/> where the reference is of another registry.</returns>
    public static EcrImage? Parse(string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || reference[..slash].Split('.') is not [var account, "dkr", "ecr", var region, "amazonaws", "com"])
        {
            return null;
        }

        var name = reference[(slash + 1)..];
        if (name.Split('@') is [var repository, var digest])
        {
            return new EcrImage(account, region, repository, digest, IsDigest: true);
        }

        var parts = name.Split(':');
        return new EcrImage(account, region, parts[0], parts.ElementAtOrDefault(1) ?? "latest", IsDigest: false);
    }
}
