using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs;

/// <summary>Looks at the documents of a pipeline, as far as its builder was given them: what cannot work is told before anything is made.</summary>
/// <param name="files">The files of the repository that is made.</param>
/// <param name="pipeline">The pipeline.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class PipelineFiles(EquatableArray<RepositoryFile> files, EnvironmentPipeline pipeline, List<DeploymentProblem> problems)
{
    private const string Default = "IMAGE1_NAME";
    private const string Call = "WithPipeline(…).WithFiles(…)";

    /// <summary>Checks them.</summary>
    /// <param name="environment">The environment's draft.</param>
    /// <param name="wanted">The placeholder that was named. Default: none was.</param>
    /// <param name="definition">The environment's own task definition. Default: it cannot be read.</param>
    /// <returns>The placeholder that stands for the image.</returns>
    public string Check(EnvironmentDraft environment, string? wanted, Document<TaskDefinition>? definition)
    {
        var isByCodeDeploy = environment.Controller == EnvironmentController.CodeDeploy;
        var template = files.Count > 0 && isByCodeDeploy ? Read(pipeline.TaskDefinitionPath, text => TaskDefinitionDocument.Read(text, pipeline.TaskDefinitionPath)) : null;
        var appSpec = files.Count > 0 && isByCodeDeploy ? Read(pipeline.AppSpecPath, text => AppSpecDocument.Read(text, pipeline.AppSpecPath)) : null;
        var spec = pipeline.Build is { BuildSpec: null } build && files.Count > 0 ? Read(build.BuildSpecPath, text => BuildSpecDocument.Read(text, build.BuildSpecPath)) : null;
        var placeholders = (template ?? definition)?.Placeholders.Select(one => one.Name).Distinct(StringComparer.Ordinal).ToList() ?? [];
        var placeholder = wanted ?? (placeholders is [var only] ? only : Default);
        Tell(new() { TaskDefinition = template, AppSpec = appSpec, BuildSpec = spec });
        if (template is not null)
        {
            CheckPlaceholders(placeholders, placeholder);
        }

        return placeholder;
    }

    private void CheckPlaceholders(List<string> placeholders, string placeholder)
    {
        if (!placeholders.Contains(placeholder, StringComparer.Ordinal))
        {
            problems.Add(new(Call, $"{pipeline.TaskDefinitionPath} has no placeholder <{placeholder}>: every deployment would bring the same image. Write \"image\": \"<{placeholder}>\" in the container that the pipeline renews, or name another placeholder by WithImagePlaceholder."));
        }

        foreach (var other in placeholders.Where(other => other != placeholder))
        {
            problems.Add(new(Call, $"{pipeline.TaskDefinitionPath} has the placeholder <{other}>, which nothing fills: the pipeline fills <{placeholder}>. Write the image there."));
        }
    }

    // Secrets in the open are no mistake of the environment; the documents' own checks tell them.
    private void Tell(DocumentSet documents)
    {
        var isHandedOn = pipeline is { TaskDefinitionPath: "taskdef.json", AppSpecPath: "appspec.yaml", Templates: null };
        foreach (var finding in DocumentChecks.Check(documents).Where(finding => (finding.Severity == FindingSeverity.Error && !finding.Code.StartsWith("BG2", StringComparison.Ordinal)) || (isHandedOn && documents.AppSpec is not null && finding.Code == "BG153")))
        {
            problems.Add(new(Call, $"{finding.Message} {finding.Fix} ({finding.Code})", finding.Position));
        }
    }

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
