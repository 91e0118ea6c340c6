using System.Globalization;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs;

/// <summary>Turns a draft into a deployment, collecting every problem on the way.</summary>
internal sealed class DeploymentAssembly(DeploymentDraft draft)
{
    private const int LongestDescription = 256;
    private const int MostAlarms = 10;
    private const int LongestName = 100;

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
        var spec = ReadAppSpec(definition);
        CheckTheRest();
        return _problems.Count > 0 ? throw new DeploymentValidationException([.. _problems]) : new()
        {
            Service = service!,
            TaskDefinition = definition,
            TaskDefinitionChange = draft.TaskDefinitionChange,
            AppSpec = spec,
            Shift = draft.Shift,
            Gates = draft.Gates,
            RollBackTriggers = draft.Triggers,
            OnCancel = draft.OnCancel,
            CodeDeploy = draft.CodeDeploy,
            Description = draft.Description,
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

    private TaskDefinition? ReadTaskDefinition()
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

        return Try(source.Call, () =>
        {
            var root = source.Read();
            foreach (var unused in Placeholders.Fill(root, draft.Images.DistinctBy(image => image.Name, StringComparer.Ordinal)))
            {
                _notes.Add(new("BG101", FindingSeverity.Warning, root.Position.Source, $"The placeholder <{unused}> is filled by WithImage, and stands nowhere in the task definition.", "Leave out the call, or write the placeholder where the image shall stand."));
            }

            foreach (var (name, node) in Placeholders.Unfilled(root))
            {
                Problem(source.Call, $"The placeholder <{name}> is not filled. Call WithImage(\"{name}\", …).", node.Position);
            }

            return TaskDefinitionFormat.Read(root);
        });
    }

    private AppSpec? ReadAppSpec(TaskDefinition? definition)
    {
        if (draft.AppSpec is not { } source)
        {
            return null;
        }

        return Try(source.Call, () =>
        {
            var root = source.Read();
            var spec = AppSpecFormat.Read(root);
            if (definition is not null && AppSpecMismatch.Find(spec, definition) is { } mismatch)
            {
                var member = root.Descendants().First(node => string.Equals(node.Name, mismatch.Member, StringComparison.OrdinalIgnoreCase));
                Problem(source.Call, mismatch.Message, member.Position);
            }

            return spec;
        });
    }

    private void CheckTheRest()
    {
        if (draft.Description is { Length: > LongestDescription } description)
        {
            Problem("WithDescription(…)", string.Create(CultureInfo.InvariantCulture, $"The description has {description.Length} characters; allowed are {LongestDescription}."));
        }

        if (draft.Triggers.Count > MostAlarms)
        {
            Problem("RollBackOn(…)", string.Create(CultureInfo.InvariantCulture, $"There are {draft.Triggers.Count} alarms; allowed are {MostAlarms}."));
        }

        if (!Enum.IsDefined(draft.OnCancel))
        {
            Problem($"OnCancel({draft.OnCancel})", $"This is no policy. Allowed is {string.Join(", ", Enum.GetNames<CancelPolicy>())}.");
        }

        if (draft.CodeDeploy is { } target && (target.Application.Length is 0 or > LongestName || target.DeploymentGroup.Length is 0 or > LongestName))
        {
            Problem($"WithCodeDeploy(\"{target.Application}\", \"{target.DeploymentGroup}\")", $"Each name has 1 to {LongestName} characters.");
        }
    }

    private T? Try<T>(string call, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DocumentException exception)
        {
            Problem(call, exception.Problem, exception.Position);
            return null;
        }
    }

    private void Problem(string call, string message, DocumentPosition? position = null) => _problems.Add(new(call, message, position));
}
