using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CloudWatch;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Looks at a deployment's alarms. One that is red when the deployment begins switches them off, so that a cure can be deployed.</summary>
internal sealed class DeploymentAlarms
{
    private readonly Region _region;
    private readonly ServiceDeployment _deployment;

    public DeploymentAlarms(Region region, ServiceDeployment deployment)
    {
        (_region, _deployment) = (region, deployment);
        var settings = deployment.Configuration.Object("alarms") ?? [];
        Names = settings.Texts("alarmNames");
        RollsBack = settings.Flag("rollback") == true;
        IsWatched = settings.Flag("enable") == true && Names.Count > 0 && !Names.Any(IsRed);
    }

    public IReadOnlyList<string> Names { get; }

    public bool RollsBack { get; }

    public bool IsWatched { get; }

    /// <summary>The alarms that ended the deployment.</summary>
    public IReadOnlyList<string> Triggered { get; private set; } = [];

    /// <returns>Whether one of the alarms is in the state ALARM.</returns>
    public bool Look()
    {
        Triggered = [.. Names.Where(IsRed)];
        return Triggered.Count > 0;
    }

    /// <summary>In AWS's words.</summary>
    public string Status => !IsWatched ? "DISABLED"
        : Triggered.Count > 0 ? "TRIGGERED"
        : _deployment.IsOver ? "MONITORING_COMPLETE" : "MONITORING";

    private bool IsRed(string name) => _region.Get(region => new CloudWatchState(region)).FindAlarm(name)?.State == Alarm.InAlarm;
}
