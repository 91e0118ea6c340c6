using Amazon.CodeBuild;
using Amazon.CodeBuild.Model;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.CodeBuild.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The CodeBuild project whose builds a pipeline starts.</summary>
internal sealed class BuildProjectPart(BlueGreenEnvironment environment, EnvironmentBuild build, IAmazonCodeBuild codeBuild) : EnvironmentPart(environment, ResourceKind.BuildProject, build.Project)
{
    private const string OfCodeBuild = "aws/codebuild/";

    public override IReadOnlyList<string> DependsOn => [PartIds.Role(build.Role!), PartIds.Of(ResourceKind.LogGroup, PartNames.BuildLogs(build))];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("codebuild:BatchGetProjects", codeBuild.BatchGetProjectsAsync(new() { Names = [Name] }, cancellationToken)).ConfigureAwait(false);
        return response.Projects?.FirstOrDefault() is { } found ? new(found.Arn, EnvironmentTags.From(found.Tags, tag => tag.Key, tag => tag.Value), found) : null;
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var there = found.As<Project>();
        if (there.Source?.Type != SourceType.CODEPIPELINE || there.Source.Buildspec != Source().Buildspec)
        {
            yield return new("Its builds run another buildspec, or get their source from elsewhere.");
        }

        if (Text(there.Environment) != Text(Machine(build)))
        {
            yield return new("Its image, machine or variables are other ones.");
        }

        if (there.ServiceRole != RoleIn(known))
        {
            yield return new("Its role is another.");
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateProjectRequest
        {
            Name = Name,
            Description = DescriptionIn(Environment),
            Source = Source(),
            Artifacts = Artifacts(),
            Environment = Machine(build),
            ServiceRole = RoleIn(known),
            Tags = EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }),
        };
        await AwsCalls.CallAsync("codebuild:CreateProject", codeBuild.CreateProjectAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new UpdateProjectRequest { Name = Name, Source = Source(), Artifacts = Artifacts(), Environment = Machine(build), ServiceRole = RoleIn(known) };
        await AwsCalls.CallAsync("codebuild:UpdateProject", codeBuild.UpdateProjectAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("codebuild:DeleteProject", codeBuild.DeleteProjectAsync(new() { Name = Name }, cancellationToken)).ConfigureAwait(false);

    /// <summary>What the project's description says.</summary>
    public static string DescriptionIn(BlueGreenEnvironment environment) => $"The builds of the environment {environment.Name}.";

    private static ProjectArtifacts Artifacts() => new() { Type = ArtifactsType.CODEPIPELINE };

    private static string Text(ProjectEnvironment? machine) => machine is null ? string.Empty : string.Join(
        '\n',
        [machine.Type?.Value, machine.Image, machine.ComputeType?.Value, machine.PrivilegedMode is true ? "privileged" : null, .. (machine.EnvironmentVariables ?? []).Select(variable => $"{variable.Name}={variable.Value} {variable.Type?.Value ?? "PLAINTEXT"}")]);

    /// <summary>The buildspec that the project holds, or where it is in the source.</summary>
    public static string BuildSpecOf(EnvironmentBuild build) => build.BuildSpec is { } spec ? BuildSpecDocument.ToYaml(spec) : build.BuildSpecPath;

    private ProjectSource Source() => new() { Type = SourceType.CODEPIPELINE, Buildspec = BuildSpecOf(build) };

    /// <summary>What builds run on.</summary>
    public static ProjectEnvironment Machine(EnvironmentBuild build) => new()
    {
        Type = build.EnvironmentType,
        Image = build.Image,
        ComputeType = build.ComputeType,
        PrivilegedMode = build.IsPrivileged,
        ImagePullCredentialsType = build.Image.StartsWith(OfCodeBuild, StringComparison.Ordinal) ? ImagePullCredentialsType.CODEBUILD : ImagePullCredentialsType.SERVICE_ROLE,
        EnvironmentVariables = [.. build.Variables.Select(variable => new EnvironmentVariable { Name = variable.Name, Value = variable.Value, Type = TypeOf(variable.Type) })],
    };

    private static EnvironmentVariableType TypeOf(BuildVariableType type) => type switch
    {
        BuildVariableType.ParameterStore => EnvironmentVariableType.PARAMETER_STORE,
        BuildVariableType.SecretsManager => EnvironmentVariableType.SECRETS_MANAGER,
        _ => EnvironmentVariableType.PLAINTEXT,
    };

    private string RoleIn(KnownParts known) => DesiredTaskDefinition.RoleArn(build.Role!, known);
}
