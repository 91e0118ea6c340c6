namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG411 and BG413: the alarms that stop the deployment are there, and not red already.</summary>
internal sealed class AlarmStateCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        if (around.Plan.CodeDeploy is not { } target || around.Alarms.Value is not { } states)
        {
            yield break;
        }

        foreach (var name in around.Plan.Traffic.Alarms)
        {
            if (!states.TryGetValue(name, out var state))
            {
                yield return new("BG413", FindingSeverity.Warning, name, $"The alarm that is to stop deployments of {target} does not exist.", "Create the alarm, or take its name out.");
            }
            else if (state == "ALARM")
            {
                yield return new("BG411", FindingSeverity.Error, name, "The alarm is red already; CodeDeploy would stop the deployment in Install (ALARM_ACTIVE).", "Wait until it is green. If the new version is the cure, name other alarms for this deployment with RollBackOn, or suppress this finding and the alarm's actions.");
            }
        }
    }
}
