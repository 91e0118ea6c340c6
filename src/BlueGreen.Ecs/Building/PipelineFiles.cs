using System.IO.Enumeration;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Rules;

namespace BlueGreen.Ecs;

/// <summary>Looks at the documents of a pipeline, as far as its builder was given them: what cannot work is told before anything is made.</summary>
/// <param name="files">The files of the repository that is made.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class PipelineFiles(EquatableArray<RepositoryFile> files, List<DeploymentProblem> problems)
{
    private const string Default = "IMAGE1_NAME";
    private const string ImageDetail = "imageDetail.json";
    private const string Call = "WithPipeline(…).WithFiles(…)";

    /// <summary>Checks them, and learns from them.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="controller">Who moves the traffic.</param>
    /// <param name="wanted">The placeholder that was named. Default: none was.</param>
    /// <param name="definition">The environment's own task definition. Default: it cannot be read.</param>
    /// <returns>The pipeline with what they tell: the image's placeholder, and where the templates are.</returns>
    public EnvironmentPipeline Check(EnvironmentPipeline pipeline, EnvironmentController controller, string? wanted, Document<TaskDefinition>? definition)
    {
        var read = pipeline.Build is { BuildSpec: null } build && files.Count > 0 ? Read(build.BuildSpecPath, text => BuildSpecDocument.Read(text, build.BuildSpecPath)) : null;
        var spec = pipeline.Build?.BuildSpec ?? read?.Content;
        var isByCodeDeploy = controller == EnvironmentController.CodeDeploy;
        var template = isByCodeDeploy ? ReadTemplate(pipeline.TaskDefinitionPath, spec, text => TaskDefinitionDocument.Read(text, pipeline.TaskDefinitionPath)) : null;
        var appSpec = isByCodeDeploy ? ReadTemplate(pipeline.AppSpecPath, spec, text => AppSpecDocument.Read(text, pipeline.AppSpecPath)) : null;
        var placeholders = (template ?? definition)?.Placeholders.Select(one => one.Name).Distinct(StringComparer.Ordinal).ToList() ?? [];
        var placeholder = wanted ?? (placeholders is [var only] ? only : Default);
        Tell(new() { TaskDefinition = template, AppSpec = appSpec, BuildSpec = read });
        CheckImage(spec, isByCodeDeploy ? ImageDetail : pipeline.ImageDefinitionsPath);
        if (template is not null)
        {
            CheckPlaceholders(pipeline.TaskDefinitionPath, placeholders, placeholder);
            CheckContainer(pipeline, template.Content, appSpec);
        }

        var isHandedOn = spec is null || (HandsOn(spec, pipeline.TaskDefinitionPath) && HandsOn(spec, pipeline.AppSpecPath));
        return pipeline with { ImagePlaceholder = placeholder, HasTemplatesInSource = pipeline is { Build: not null, Templates: null, Source: not EcrSource } && isByCodeDeploy && !isHandedOn };
    }

    private static bool HandsOn(BuildSpec spec, string path) =>
        (spec.Artifacts?.Files ?? []).Any(pattern => FileSystemName.MatchesSimpleExpression(Last(pattern), Last(path), ignoreCase: false));

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private void CheckImage(BuildSpec? spec, string file)
    {
        if (spec is not null && !HandsOn(spec, file))
        {
            problems.Add(new("WithPipeline(…).WithBuild(…)", $"The buildspec does not hand on {file}: the deployment would not learn which image was built. Write it after the push, and add it to artifacts.files."));
        }
    }

    private void CheckPlaceholders(string path, List<string> placeholders, string placeholder)
    {
        if (!placeholders.Contains(placeholder, StringComparer.Ordinal))
        {
            problems.Add(new(Call, $"{path} has no placeholder <{placeholder}>: every deployment would bring the same image. Write \"image\": \"<{placeholder}>\" in the container that the pipeline renews, or name another placeholder by WithImagePlaceholder."));
        }

        foreach (var other in placeholders.Where(other => other != placeholder))
        {
            problems.Add(new(Call, $"{path} has the placeholder <{other}>, which nothing fills: the pipeline fills <{placeholder}>. Write the image there."));
        }
    }

    private void CheckContainer(EnvironmentPipeline pipeline, TaskDefinition template, Document<AppSpec>? appSpec)
    {
        if (appSpec?.Content is { } spec && !template.ContainerDefinitions.Any(container => container.Name == spec.ContainerName && container.PortMappings.Any(mapping => mapping.ContainerPort == spec.ContainerPort)))
        {
            var listening = template.ContainerDefinitions.SelectMany(container => container.PortMappings.Select(mapping => FormattableString.Invariant($"{container.Name}:{mapping.ContainerPort}")));
            problems.Add(new(Call, FormattableString.Invariant($"{pipeline.AppSpecPath} sends traffic to {spec.ContainerName}:{spec.ContainerPort}, and {pipeline.TaskDefinitionPath} maps {string.Join(", ", listening)}. Write one of these there.")));
        }
    }

    // Secrets in the open are no mistake of the environment; the documents' own checks tell them.
    private void Tell(DocumentSet documents)
    {
        foreach (var finding in DocumentChecks.Check(documents).Where(finding => finding.Severity == FindingSeverity.Error && !finding.Code.StartsWith("BG2", StringComparison.Ordinal)))
        {
            problems.Add(new(Call, $"{finding.Message} {finding.Fix} ({finding.Code})", finding.Position));
        }
    }

    // What the build writes need not be there before.
    private Document<T>? ReadTemplate<T>(string path, BuildSpec? spec, Func<string, Document<T>> read) =>
        files.Count == 0 || (spec is not null && BuildCommands.Of(spec).Any(each => each.Command.Mentions(Last(path)))) ? null : Read(path, read);

    private Document<T>? Read<T>(string path, Func<string, Document<T>> read)
    {
        if (files.FirstOrDefault(file => file.Path == path) is not { } file)
        {
            problems.Add(new(Call, $"{path} is not among the files, and the pipeline needs it. There are {Names()}."));
            return null;
        }

        try
        {
            return read(System.Text.Encoding.UTF8.GetString([.. file.Content]));
        }
        catch (DocumentException exception)
        {
            problems.Add(new(Call, exception.Problem, exception.Position));
            return null;
        }
    }

    private string Names() => string.Join(", ", files.Select(file => file.Path).OrderBy(path => path.Count(letter => letter == '/')).Take(10));
}
