using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Reads what a plan rests on. Changes nothing.</summary>
internal sealed class TaskSetFactsReader(TaskSetReader sets, RuleReader rules, AlarmReader alarms)
{
    public async Task<TaskSetFacts> ReadAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var states = alarms.ReadAsync(deployment.RollBackTriggers.Select(trigger => trigger.AlarmName).Distinct(StringComparer.Ordinal), cancellationToken);
        var facts = new TaskSetFacts
        {
            Deployment = deployment,
            Service = service,
            Sets = await sets.ReadSetsAsync(service.Reference, cancellationToken).ConfigureAwait(false),
            Rules = [],
            Alarms = await states.ConfigureAwait(false),
        };
        if (facts.LiveGroup is { } live)
        {
            facts = facts with { Rules = await rules.ReadAroundAsync(live, cancellationToken).ConfigureAwait(false) };
        }

        return facts is { LiveGroup: { } one, IdleGroup: { } other }
            ? facts with { Groups = await rules.ReadGroupsAsync([one, other], cancellationToken).ConfigureAwait(false) }
            : facts;
    }
}
