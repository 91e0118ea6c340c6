using BlueGreen.Ecs.Simulator.Services.CloudWatch;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Looks at a deployment's alarms.</summary>
internal sealed class AlarmWatch(CodeDeployState state, Deployment deployment)
{
    /// <returns>Why the deployment must stop, or <see langword="null"/> when no alarm is in the state ALARM.</returns>
    public DeploymentError? Find()
    {
        var alarms = deployment.OverrideAlarms ?? deployment.Settings.Document.Object("alarmConfiguration");
        if (alarms?.Flag("enabled") != true)
        {
            return null;
        }

        var active = alarms.Objects("alarms").Select(alarm => alarm.Text("name")!).Where(name => IsActive(name)).ToList();
        return active.Count == 0
            ? null
            : new DeploymentError("ALARM_ACTIVE",
                "One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. "
                + $"Activated alarms: {string.Join(' ', active.Select(name => $"<{name}>"))}");
    }

    private bool IsActive(string name) => CloudWatchState.Of(state.Region).FindAlarm(name)?.State == Alarm.InAlarm;
}
