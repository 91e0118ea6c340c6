using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG206: a hook names a Lambda function, by name or ARN.</summary>
internal sealed partial class AppSpecHookFunctionRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.AppSpec is not { } spec)
        {
            yield break;
        }

        for (var i = 0; i < spec.Content.Hooks.Count; i++)
        {
            var hook = spec.Content.Hooks[i];
            if (!Function.IsMatch(hook.Function))
            {
                yield return spec.Finding(
                    "BG206",
                    FindingSeverity.Warning,
                    $"Hooks[{i}].{hook.Event}",
                    $"\"{hook.Function}\" is neither a Lambda function's name nor its ARN. CodeDeploy would not find it.",
                    "Write the name, or an ARN such as arn:aws:lambda:eu-west-1:123456789012:function:check.");
            }
        }
    }

    [GeneratedRegex(@"\A(?:<[A-Za-z0-9_.-]+>|(?:arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:)?[A-Za-z0-9_-]+(?::[A-Za-z0-9$_-]+)?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Function { get; }
}
