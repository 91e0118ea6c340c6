using System.IO.Enumeration;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG153: a build for a blue/green deployment hands on what the deploy action wants.</summary>
internal sealed class BuildArtifactsRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { } build)
        {
            yield break;
        }

        var commands = BuildCommands.Of(build.Content).Select(each => each.Command).ToList();
        var writes = commands.Exists(command => command.Mentions(BuildCommands.ImageDetail));
        var files = FilesOf(build.Content.Artifacts).ToList();
        var hasDetail = Has(files, BuildCommands.ImageDetail);
        var hasDefinition = Has(files, "taskdef.json") || Names(files, "taskdef") || Names(files, "task-def") || Names(files, "task_def");
        var hasSpec = Has(files, "appspec.yaml") || Names(files, "appspec");
        if (writes && !hasDetail)
        {
            yield return Found(build, "A command writes imageDetail.json, and no artifact takes it along. The deploy action does not learn which image was built.", "Add imageDetail.json to artifacts.files.");
        }
        else if (!writes && !hasDetail && (hasDefinition || hasSpec) && commands.Exists(command => command.Mentions("docker push")))
        {
            yield return Found(build, "The build pushes an image and hands on the deployment's templates, but no imageDetail.json: the deploy action does not learn which image was built.", "Write imageDetail.json after the push, and add it to artifacts.files.");
        }

        if ((writes || hasDetail) && hasDefinition != hasSpec)
        {
            var missing = hasSpec ? "taskdef.json" : "appspec.yaml";
            yield return Found(build, $"The artifact has {(hasSpec ? "the AppSpec" : "the task definition")}, and no {missing}. The deploy action wants both.", $"Add {missing} to artifacts.files, or take both from the source's artifact.");
        }
    }

    private static Finding Found(Document<BuildSpec> build, string message, string fix) => build.Finding("BG153", FindingSeverity.Warning, "artifacts.files", message, fix);

    private static IEnumerable<string> FilesOf(BuildSpecArtifacts? artifacts) =>
        artifacts is null ? [] : artifacts.Files.Concat(artifacts.SecondaryArtifacts.SelectMany(each => each.Files)).Select(pattern => pattern[(pattern.LastIndexOf('/') + 1)..]);

    private static bool Has(List<string> files, string name) => files.Exists(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));

    private static bool Names(List<string> files, string part) => files.Exists(pattern => pattern.Contains(part, StringComparison.OrdinalIgnoreCase));
}
