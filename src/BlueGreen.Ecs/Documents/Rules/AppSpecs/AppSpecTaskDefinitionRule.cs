using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG202: the AppSpec's task definition is a placeholder, or an ARN with its revision.</summary>
internal sealed partial class AppSpecTaskDefinitionRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.AppSpec is { } spec && !Allowed.IsMatch(spec.Content.TaskDefinition))
        {
            yield return spec.Finding(
                "BG202",
                FindingSeverity.Warning,
                $"Resources[0].{spec.Content.ResourceName}.Properties.TaskDefinition",
                $"The task definition is \"{spec.Content.TaskDefinition}\". CodeDeploy takes a whole ARN with the number of a revision, and fills nothing in itself.",
                "Write <TASK_DEFINITION>, which the pipeline and this library fill, or an ARN such as arn:aws:ecs:eu-west-1:123456789012:task-definition/web:42.");
        }
    }

    [GeneratedRegex(@"\A(?:<[A-Za-z0-9_.-]+>|arn:[a-z-]+:ecs:[a-z0-9-]+:[0-9]{12}:task-definition/[A-Za-z0-9_-]+:[1-9][0-9]*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed { get; }
}
