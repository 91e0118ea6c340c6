using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>The repositories of one region.</summary>
internal sealed class EcrState(Region region)
{
    /// <summary>An image was pushed under a tag: the repository's name and the tag.</summary>
    public event Action<string, string>? TagPushed;

    public Region Region => region;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Repository> Repositories { get; } = new(StringComparer.Ordinal);

    public Repository Repository(string name) => Repositories.GetValueOrDefault(name)
        ?? throw new AwsErrorException("RepositoryNotFoundException",
            $"The repository with name '{name}' does not exist in the registry with id '{region.World.Account}'");

    public Repository ByArn(string arn) => Repositories.Values.FirstOrDefault(repository => string.Equals(repository.Arn, arn, StringComparison.Ordinal))
        ?? throw new AwsErrorException("RepositoryNotFoundException", $"The repository with ARN '{arn}' does not exist");

    /// <returns>The digest that a tag points to, or <see langword="null"/> where there is no such repository or tag.</returns>
    public string? FindDigest(string repository, string tag) => Repositories.GetValueOrDefault(repository)?.ByTag(tag)?.Digest;

    public void TellPushed(string repository, string tag) => TagPushed?.Invoke(repository, tag);
}
