using System.Globalization;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs;

/// <summary>Turns a draft into a deployment, collecting every problem on the way.</summary>
internal sealed class DeploymentAssembly(DeploymentDraft draft)
{
    private const int LongestDescription = 256;
    private const int LongestOrigin = 64;
    private const int MostAlarms = 10;
    private const int LongestName = 100;
    private static readonly TimeSpan LongestBake = TimeSpan.FromDays(2);

    private readonly List<DeploymentProblem> _problems = [];
    private readonly List<Finding> _notes = [];

    public Deployment Assemble()
    {
        var service = ServiceReference.TryParse(draft.Service);
        if (service is null)
        {
            Problem($"For(\"{draft.Service}\")", "This names no ECS service. Allowed is 'cluster/service' or a service ARN.");
        }

        CheckImages();
        var definition = ReadTaskDefinition();
        var spec = ReadAppSpec();
        CheckDocuments(definition, spec);
        CheckTheRest();
        _problems.AddRange(SuppressionRules.Problems(draft.Suppressions));
        return _problems.Count > 0 ? throw new DeploymentValidationException([.. _problems]) : new()
        {
            Service = service!,
            TaskDefinition = definition?.Content,
            TaskDefinitionMap = draft.TaskDefinition is { IsFile: true } ? definition?.Map : null,
            TaskDefinitionChange = draft.TaskDefinitionChange,
            AppSpec = spec?.Content,
            AppSpecMap = draft.AppSpec is { IsFile: true } ? spec?.Map : null,
            Shift = draft.Shift,
            Bake = draft.Bake,
            Gates = draft.Gates,
            RollBackTriggers = draft.Triggers,
            OnCancel = draft.OnCancel,
            WhenRunning = draft.WhenRunning,
            ScaleWithTraffic = draft.ScaleWithTraffic,
            SuspendScaling = draft.SuspendScaling,
            OnListenerDrift = draft.OnListenerDrift,
            CodeDeploy = draft.CodeDeploy,
            Description = draft.Description,
            StartedBy = draft.StartedBy,
            Commit = draft.Commit,
            ReturnsWhenShifted = draft.ReturnsWhenShifted,
            Suppressions = draft.Suppressions,
            Notes = [.. _notes],
        };
    }

    private void CheckImages()
    {
        foreach (var image in draft.Images)
        {
            var call = $"WithImage(\"{image.Name}\", \"{image.Value}\")";
            if (image.Name.Length == 0 || !image.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
            {
                Problem(call, "The placeholder's name has letters, digits, '_', '-' and '.', and no angle brackets.");
            }

            if (image.Value.Length is 0 or > 255 || image.Value.Any(c => char.IsWhiteSpace(c) || c is '<' or '>'))
            {
                Problem(call, "An image has 1 to 255 characters and no white space, such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:v2.");
            }
        }

        foreach (var twice in draft.Images.GroupBy(image => image.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Problem($"WithImage(\"{twice.Key}\", …)", $"The placeholder is filled {twice.Count()} times. Fill it once.");
        }
    }

    private Document<TaskDefinition>? ReadTaskDefinition()
    {
        if (draft.TaskDefinition is not { } source)
        {
            if (draft.TaskDefinitionChange is null)
            {
                Problem("Build()", "No task definition is given. Call WithTaskDef with a file, a value, or a change to the one that runs.");
            }
            else if (draft.Images.Count > 0)
            {
                Problem("WithImage(…)", "There are no placeholders in the task definition that runs. Set the image in the change that WithTaskDef makes.");
            }

            return null;
        }

        var document = Try(source, root => TaskDefinitionDocument.Open(root, draft.Images.DistinctBy(image => image.Name, StringComparer.Ordinal)));
        foreach (var (name, position) in document?.Placeholders ?? [])
        {
            Problem(source.Call, $"The placeholder <{name}> is not filled. Call WithImage(\"{name}\", …).", Place(position, source.IsFile));
        }

        return document;
    }

    private Document<AppSpec>? ReadAppSpec()
    {
        if (draft.AppSpec is not { } source)
        {
            return null;
        }

        var document = Try(source, AppSpecDocument.Open);
        foreach (var (name, position) in document?.Placeholders ?? [])
        {
            if (name != "TASK_DEFINITION")
            {
                Problem(source.Call, $"Nothing fills the placeholder <{name}>. Only <TASK_DEFINITION> is filled in an AppSpec, when the deployment starts.", Place(position, source.IsFile));
            }
        }

        return document;
    }

    // What is wrong for certain is a problem here, unless it is accepted; what may go wrong is told by the plan.
    private void CheckDocuments(Document<TaskDefinition>? definition, Document<AppSpec>? spec)
    {
        foreach (var finding in DocumentChecks.Check(new() { TaskDefinition = definition, AppSpec = spec }))
        {
            if (finding.Severity == FindingSeverity.Error && !draft.Suppressions.Any(accepted => accepted.Code == finding.Code))
            {
                var isOfSpec = definition is null || finding.Position?.Source == spec?.Map.Source;
                Problem((isOfSpec ? draft.AppSpec?.Call : draft.TaskDefinition?.Call) ?? "Build()", $"{finding.Message} {finding.Fix} ({finding.Code})", finding.Position, finding.Code);
            }
        }
    }

    private void CheckTheRest()
    {
        if (draft.Description is { Length: > LongestDescription } description)
        {
            Problem("WithDescription(…)", string.Create(CultureInfo.InvariantCulture, $"The description has {description.Length} characters; allowed are {LongestDescription}."));
        }

        foreach (var (what, text) in new[] { ("who", draft.StartedBy), ("commit", draft.Commit) })
        {
            if (text is not null && (text.Length is 0 or > LongestOrigin || text.Any(char.IsControl)))
            {
                Problem("StartedBy(…)", string.Create(CultureInfo.InvariantCulture, $"{what} has {text.Length} characters; allowed are 1 to {LongestOrigin}, on one line."));
            }
        }

        if (draft.Triggers.Count > MostAlarms)
        {
            Problem("RollBackOn(…)", string.Create(CultureInfo.InvariantCulture, $"There are {draft.Triggers.Count} alarms; allowed are {MostAlarms}."));
        }

        CheckPolicy(draft.OnCancel, nameof(draft.OnCancel));
        CheckPolicy(draft.WhenRunning, nameof(draft.WhenRunning));
        CheckPolicy(draft.OnListenerDrift, nameof(draft.OnListenerDrift));
        if (draft.Bake is { } bake && (bake < TimeSpan.Zero || bake > LongestBake))
        {
            Problem($"Bake({bake:c})", $"The old version is kept for zero to {LongestBake:c}.");
        }

        if (draft.CodeDeploy is { } target && (target.Application.Length is 0 or > LongestName || target.DeploymentGroup.Length is 0 or > LongestName))
        {
            Problem($"WithCodeDeploy(\"{target.Application}\", \"{target.DeploymentGroup}\")", $"Each name has 1 to {LongestName} characters.");
        }
    }

    private void CheckPolicy<T>(T policy, string call)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(policy))
        {
            Problem($"{call}({policy})", $"This is no policy. Allowed is {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }

    private Document<T>? Try<T>(DeploymentDraft.Source<T> source, Func<DocumentNode, Document<T>> read)
    {
        try
        {
            var document = read(source.Read());
            _notes.AddRange(document.Notes.Select(note => note.Position is { } position ? note with { Position = Place(position, source.IsFile), Subject = Place(position, source.IsFile).ToString() } : note));
            return document with { Map = source.IsFile ? document.Map : DocumentMap.None(document.Map.Source), Notes = [] };
        }
        catch (DocumentException exception)
        {
            Problem(source.Call, exception.Problem, Place(exception.Position, source.IsFile), "BG100");
            return null;
        }
    }

    // The text of a value is made here; nobody can look up a line of it.
    private static DocumentPosition Place(DocumentPosition position, bool isFile) => isFile ? position : position with { Line = 0, Column = 0 };

    private void Problem(string call, string message, DocumentPosition? position = null, string? code = null) => _problems.Add(new(call, message, position) { Code = code });
}
