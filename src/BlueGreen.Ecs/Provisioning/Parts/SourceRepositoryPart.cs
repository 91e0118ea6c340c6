using Amazon.CodeCommit;
using Amazon.CodeCommit.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The CodeCommit repository that a pipeline watches. It gets its first commit when it has none, and goes with all of them.</summary>
internal sealed class SourceRepositoryPart(BlueGreenEnvironment environment, CodeCommitSource source, IAmazonCodeCommit codeCommit)
    : EnvironmentPart(environment, ResourceKind.SourceRepository, source.Repository.Name)
{
    private const string Missing = "RepositoryDoesNotExist";

    public override bool IsExisting => source.Repository.IsExisting;

    /// <summary>What the repository's description says.</summary>
    public static string DescriptionIn(BlueGreenEnvironment environment) => $"The source of the environment {environment.Name}.";

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var response = await PartCalls.FindAsync("codecommit:GetRepository", codeCommit.GetRepositoryAsync(new() { RepositoryName = Name }, cancellationToken), Missing).ConfigureAwait(false);
        if (response?.RepositoryMetadata is not { } found)
        {
            return null;
        }

        var tags = IsExisting ? new() : await PartCalls.FindAsync("codecommit:ListTagsForResource", codeCommit.ListTagsForResourceAsync(new() { ResourceArn = found.Arn }, cancellationToken), Missing).ConfigureAwait(false);
        return tags is null ? null : new(found.Arn, tags.Tags ?? new(StringComparer.Ordinal), found);
    }

    // With its first commit a repository has a default branch.
    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known) =>
        !IsExisting && source.Files.Count > 0 && string.IsNullOrEmpty(found.As<RepositoryMetadata>().DefaultBranch) ? [new("It has no commit yet.")] : [];

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateRepositoryRequest
        {
            RepositoryName = Name,
            RepositoryDescription = DescriptionIn(Environment),
            Tags = new(EnvironmentTags.Of(Environment), StringComparer.Ordinal),
        };
        await AwsCalls.CallAsync("codecommit:CreateRepository", codeCommit.CreateRepositoryAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateCommitRequest
        {
            RepositoryName = Name,
            BranchName = source.Branch,
            CommitMessage = $"The first files of {Environment.Name}",
            PutFiles = [.. source.Files.Select(file => new PutFileEntry
            {
                FilePath = file.Path,
                FileContent = new MemoryStream([.. file.Content]),
                FileMode = file.IsExecutable ? FileModeTypeEnum.EXECUTABLE : FileModeTypeEnum.NORMAL,
            })],
        };
        await AwsCalls.CallAsync("codecommit:CreateCommit", codeCommit.CreateCommitAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("codecommit:DeleteRepository", codeCommit.DeleteRepositoryAsync(new() { RepositoryName = Name }, cancellationToken)).ConfigureAwait(false);
}
