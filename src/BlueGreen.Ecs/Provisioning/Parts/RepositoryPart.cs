using Amazon.ECR;
using Amazon.ECR.Model;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.ECR.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The ECR repository. It goes with its images.</summary>
internal sealed class RepositoryPart(BlueGreenEnvironment environment, EnvironmentResource repository, IAmazonECR ecr) : EnvironmentPart(environment, ResourceKind.Repository, repository.Name)
{
    public override bool IsExisting => repository.IsExisting;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DescribeRepositoriesRequest { RepositoryNames = [Name] };
        var response = await PartCalls.FindAsync("ecr:DescribeRepositories", ecr.DescribeRepositoriesAsync(request, cancellationToken), "RepositoryNotFound").ConfigureAwait(false);
        if (response?.Repositories?.FirstOrDefault() is not { } found)
        {
            return null;
        }

        var tags = await PartCalls.FindAsync("ecr:ListTagsForResource", ecr.ListTagsForResourceAsync(new() { ResourceArn = found.RepositoryArn }, cancellationToken), "RepositoryNotFound").ConfigureAwait(false);
        return tags is null ? null : new(found.RepositoryArn, EnvironmentTags.From(tags.Tags, tag => tag.Key, tag => tag.Value), found);
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateRepositoryRequest { RepositoryName = Name, Tags = EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }) };
        await AwsCalls.CallAsync("ecr:CreateRepository", ecr.CreateRepositoryAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("ecr:DeleteRepository", ecr.DeleteRepositoryAsync(new() { RepositoryName = Name, Force = true }, cancellationToken)).ConfigureAwait(false);
}
