using System.Text.Json.Nodes;
using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Provisioning.Parts;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>The pipeline with what it watches, its buckets and its build. A template cannot hold the first files of a repository: they are to be pushed. Pure.</summary>
internal static class PipelineResources
{
    private const string Project = "BuildProject";

    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment, TemplatePlace place)
    {
        if (environment.Pipeline is not { } pipeline)
        {
            return [];
        }

        var before = Before(environment, pipeline, place).DistinctBy(resource => resource.Id, StringComparer.Ordinal).ToList();
        string[] after = [.. before.Select(resource => resource.Id), environment.CodeDeploy is null ? TemplateIds.Service : TemplateIds.DeploymentGroup];
        return [.. before, Pipeline(environment, pipeline, place) with { DependsOn = after }];
    }

    private static IEnumerable<TemplateResource> Before(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, TemplatePlace place)
    {
        foreach (var source in new[] { pipeline.Source, pipeline.Templates })
        {
            if (source is CodeCommitSource { Repository.IsExisting: false } repository)
            {
                yield return new("SourceRepository", "AWS::CodeCommit::Repository", Object(
                    ("RepositoryName", repository.Repository.Name), ("RepositoryDescription", SourceRepositoryPart.DescriptionIn(environment)), ("Tags", Tags(environment))));
            }
            else if (source is S3Source { Bucket: null or { IsExisting: false } } archive)
            {
                yield return Bucket(environment, "SourceBucket", BucketNames.Of(environment, archive.Bucket, BucketNames.Source, place.Place), isVersioned: true, place);
            }
        }

        if (pipeline.Bucket is null or { IsExisting: false })
        {
            yield return Bucket(environment, "ArtifactBucket", BucketNames.Of(environment, pipeline.Bucket, BucketNames.Artifacts, place.Place), isVersioned: false, place);
        }

        if (pipeline.Build is { } build)
        {
            yield return new(Project, "AWS::CodeBuild::Project", Object(
                ("Name", build.Project),
                ("Description", BuildProjectPart.DescriptionIn(environment)),
                ("Source", Object(("Type", "CODEPIPELINE"), ("BuildSpec", BuildProjectPart.BuildSpecOf(build)))),
                ("Artifacts", Object(("Type", "CODEPIPELINE"))),
                ("Environment", Machine(build)),
                ("ServiceRole", TemplateIds.RoleArn(build.Role!, TemplateIds.BuildRole, place)),
                ("Tags", Tags(environment))));
        }
    }

    private static TemplateResource Bucket(BlueGreenEnvironment environment, string id, string name, bool isVersioned, TemplatePlace place) => new(id, "AWS::S3::Bucket", Object(
        ("BucketName", place.Text(name)),
        ("PublicAccessBlockConfiguration", Object(("BlockPublicAcls", true), ("IgnorePublicAcls", true), ("BlockPublicPolicy", true), ("RestrictPublicBuckets", true))),
        ("VersioningConfiguration", isVersioned ? Object(("Status", "Enabled")) : null),
        ("Tags", Tags(environment))));

    private static JsonObject Machine(EnvironmentBuild build)
    {
        var machine = BuildProjectPart.Machine(build);
        return Object(
            ("Type", machine.Type.Value),
            ("Image", machine.Image),
            ("ComputeType", machine.ComputeType.Value),
            ("PrivilegedMode", machine.PrivilegedMode),
            ("ImagePullCredentialsType", machine.ImagePullCredentialsType.Value),
            ("EnvironmentVariables", List(machine.EnvironmentVariables.Select(variable => Object(("Name", variable.Name), ("Value", variable.Value), ("Type", variable.Type.Value))))));
    }

    private static TemplateResource Pipeline(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, TemplatePlace place)
    {
        var wanted = PipelineDeclarations.Of(environment, pipeline, place.Known);
        return new("Pipeline", "AWS::CodePipeline::Pipeline", Object(
            ("Name", wanted.Name),
            ("RoleArn", TemplateIds.RoleArn(pipeline.Role, TemplateIds.PipelineRole, place)),
            ("ArtifactStore", Object(("Type", wanted.ArtifactStore.Type.Value), ("Location", place.Text(wanted.ArtifactStore.Location)))),
            ("PipelineType", wanted.PipelineType.Value),
            ("Stages", List(wanted.Stages.Select(stage => Object(("Name", stage.Name), ("Actions", List(stage.Actions.Select(action => Action(action, place)))))))),
            ("Tags", Tags(environment))));
    }

    private static JsonObject Action(ActionDeclaration action, TemplatePlace place) => Object(
        ("Name", action.Name),
        ("ActionTypeId", Object(("Category", action.ActionTypeId.Category.Value), ("Owner", action.ActionTypeId.Owner.Value), ("Provider", action.ActionTypeId.Provider), ("Version", action.ActionTypeId.Version))),
        ("RunOrder", action.RunOrder),
        ("Namespace", action.Namespace),
        ("Configuration", action.Configuration is { } settings ? new JsonObject(settings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)place.Text(setting.Value)))) : null),
        ("InputArtifacts", Named(action.InputArtifacts?.Select(artifact => artifact.Name))),
        ("OutputArtifacts", Named(action.OutputArtifacts?.Select(artifact => artifact.Name))));

    private static JsonArray? Named(IEnumerable<string>? artifacts) => artifacts?.ToList() is { Count: > 0 } names ? List(names.Select(name => Object(("Name", name)))) : null;
}
