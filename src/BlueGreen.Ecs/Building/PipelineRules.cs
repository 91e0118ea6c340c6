using System.Text.RegularExpressions;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs;

/// <summary>What AWS would refuse of a pipeline's names and settings, and what could never run. Pure.</summary>
internal static partial class PipelineRules
{
    private const string Call = "WithPipeline(…)";
    private const int LongestMessage = 1000;

    /// <summary>All of it.</summary>
    public static IEnumerable<DeploymentProblem> Check(EnvironmentDraft environment, EnvironmentPipeline pipeline) =>
        [.. Names(pipeline), .. Sources(pipeline), .. Deployment(environment, pipeline), .. Build(pipeline)];

    private static IEnumerable<DeploymentProblem> Names(EnvironmentPipeline pipeline)
    {
        const string Bucket = "3 to 63 lower-case letters, digits, hyphens and dots";
        const string Role = "at most 64 letters, digits and + = , . @ _ -";
        (string Call, string? Name, Regex Pattern, string Allowed)[] names =
        [
            ("Named(…)", pipeline.Name, PipelineName, "at most 100 letters, digits and . @ _ -"),
            ("WithRole(…)", NameOf(pipeline.Role), EnvironmentRules.RoleName, Role),
            ("WithBucket(…)", NameOf(pipeline.Bucket), BucketName, Bucket),
            ("WithBuild(…)", pipeline.Build?.Project, ProjectName, "2 to 150 letters, digits, hyphens and underscores, of which the first is a letter or digit"),
            ("WithBuild(…)", NameOf(pipeline.Build?.Role), EnvironmentRules.RoleName, Role),
            .. new[] { pipeline.Source, pipeline.Templates }.Select(source => source switch
            {
                CodeCommitSource codeCommit => ("FromCodeCommit(…)", codeCommit.Repository.Name, RepositoryName, "at most 100 letters, digits and . _ -, and does not end in .git"),
                S3Source { Bucket: { } bucket } => ("FromS3(…)", bucket.Name, BucketName, Bucket),
                ConnectionSource connection => ("FromConnection(…)", connection.FullRepositoryId, FullName, "an owner and a name, with a slash between them"),
                _ => ((string, string?, Regex, string))(string.Empty, null, PipelineName, string.Empty),
            }),
        ];
        return names.Where(one => one.Name is not null && !one.Pattern.IsMatch(one.Name)).Select(one => new DeploymentProblem($"{Call}.{one.Call}", $"'{one.Name}' cannot be the name. It has {one.Allowed}."));
    }

    private static IEnumerable<DeploymentProblem> Sources(EnvironmentPipeline pipeline)
    {
        foreach (var connection in new[] { pipeline.Source, pipeline.Templates }.OfType<ConnectionSource>().Where(source => !ArnText.IsArn(source.ConnectionArn)))
        {
            yield return new($"{Call}.FromConnection(…)", $"'{connection.ConnectionArn}' is no ARN. Make the connection in the console, and give its ARN.");
        }

        if (pipeline.Templates is EcrSource)
        {
            yield return new($"{Call}.WithTemplatesFrom(…)", "An ECR repository holds images and no templates. Take them from CodeCommit, S3 or a connection.");
        }

        if (pipeline.Templates is not null && pipeline.Templates == pipeline.Source)
        {
            yield return new($"{Call}.WithTemplatesFrom(…)", "The source itself is given as the second one. Leave it out.");
        }

        if (pipeline.Approval?.Message is { Length: > LongestMessage })
        {
            yield return new($"{Call}.WithApproval(…)", $"The message has at most {LongestMessage} characters.");
        }
    }

    private static IEnumerable<DeploymentProblem> Deployment(EnvironmentDraft environment, EnvironmentPipeline pipeline)
    {
        switch (environment.Controller)
        {
            case EnvironmentController.External:
                yield return new(Call, "No action of CodePipeline deploys by task sets. Take DeployedBy(CodeDeploy) or DeployedBy(EcsNative), or leave the pipeline out and deploy by IDeployer.");
                break;
            case EnvironmentController.CodeDeploy when pipeline is { Source: EcrSource, Templates: null, Build: null }:
                yield return new($"{Call}.FromEcr(…)", "An ECR repository holds images and no templates. Add WithTemplatesFrom with a second source that has the task definition and the AppSpec.");
                break;
            case EnvironmentController.EcsNative when pipeline is { Source: EcrSource, Build: null }:
                yield return new($"{Call}.FromEcr(…)", $"The action ECS reads {pipeline.ImageDefinitionsPath}, and an ECR source gives imageDetail.json. Add WithBuild with a buildspec that writes the one from the other.");
                break;
            case EnvironmentController.EcsNative when pipeline.Templates is not null:
                yield return new($"{Call}.WithTemplatesFrom(…)", "The action ECS takes no templates: it changes the images of the running task definition. Leave the second source out.");
                break;
        }
    }

    private static IEnumerable<DeploymentProblem> Build(EnvironmentPipeline pipeline)
    {
        if (pipeline is { Source: EcrSource, Build.BuildSpec: null })
        {
            yield return new($"{Call}.WithBuild(…)", "An ECR source has no buildspec. Give one by WithBuild(buildSpec).");
        }

        if (NameOf(pipeline.Build?.Role) is { } role && role == NameOf(pipeline.Role))
        {
            yield return new($"{Call}.WithBuild(…)", $"Builds and the pipeline cannot both have the role '{role}' made: each gets one with its own rights. Give one of them another name.");
        }

        foreach (var variable in pipeline.Build?.Variables ?? [])
        {
            if (!VariableName.IsMatch(variable.Name) || variable.Name.StartsWith("CODEBUILD_", StringComparison.Ordinal))
            {
                yield return new($"{Call}.WithBuild(…)", $"'{variable.Name}' cannot be a variable's name. It has letters, digits and underscores, and does not begin with CODEBUILD_.");
            }
        }

        foreach (var twice in (pipeline.Build?.Variables ?? []).GroupBy(variable => variable.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new($"{Call}.WithBuild(…)", $"The variable '{twice.Key}' is given {twice.Count()} times.");
        }
    }

    private static string? NameOf(EnvironmentResource? resource) => resource is { IsExisting: false } made ? made.Name : null;

    [GeneratedRegex(@"\A[A-Za-z0-9.@_-]{1,100}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PipelineName { get; }

    [GeneratedRegex(@"\A(?!.*[.][.])[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BucketName { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{1,149}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectName { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,100}(?<![.]git)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RepositoryName { get; }

    [GeneratedRegex(@"\A[^/\s]+(?:/[^/\s]+)+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FullName { get; }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName { get; }
}
