namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG204: a lifecycle event has one function.</summary>
internal sealed class AppSpecHooksRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.AppSpec is not { } spec)
        {
            yield break;
        }

        var seen = new HashSet<HookEvent>();
        for (var i = 0; i < spec.Content.Hooks.Count; i++)
        {
            var hook = spec.Content.Hooks[i];
            if (!seen.Add(hook.Event))
            {
                yield return spec.Finding(
                    "BG204",
                    FindingSeverity.Warning,
                    $"Hooks[{i}].{hook.Event}",
                    $"The lifecycle event {hook.Event} stands here again. An event has one function.",
                    "Keep one, and let that function do all there is to do.");
            }
        }
    }
}
