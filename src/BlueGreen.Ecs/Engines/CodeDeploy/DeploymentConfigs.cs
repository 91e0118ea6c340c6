using System.Globalization;
using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>CodeDeploy deployment configurations: AWS's five, and our own for other shifts.</summary>
internal sealed class DeploymentConfigs(IAmazonCodeDeploy codeDeploy)
{
    /// <summary>The name under which CodeDeploy knows the shift.</summary>
    public static string NameOf(TrafficShift shift) =>
        TrafficShift.Predefined.Contains(shift) ? $"CodeDeployDefault.ECS{shift}" : $"BlueGreenEcs.{shift}";

    /// <summary>What CodeDeploy cannot do with the shift; <see langword="null"/> when it can.</summary>
    public static string? Limitation(TrafficShift shift) =>
        shift.Kind == TrafficShiftKind.AllAtOnce ? null
        : shift.Kind == TrafficShiftKind.Steps ? $"CodeDeploy shifts all at once, as a canary or in equal parts, and not in steps of any size as {shift}."
        : shift.Percent % 1 != 0 ? $"CodeDeploy shifts whole percents; {shift} has parts of {shift.Percent.ToString(CultureInfo.InvariantCulture)} percent."
        : shift.Interval.Ticks % TimeSpan.TicksPerMinute != 0 ? $"CodeDeploy waits whole minutes; {shift} waits {shift.Interval:c}."
        : shift.Duration > TimeSpan.FromMinutes(2880) ? $"CodeDeploy shifts within 2880 minutes; {shift} takes {shift.Duration.TotalMinutes.ToString(CultureInfo.InvariantCulture)}."
        : null;

    /// <summary>Creates the shift's configuration where CodeDeploy does not have it yet.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> EnsureAsync(TrafficShift shift, CancellationToken cancellationToken)
    {
        var name = NameOf(shift);
        if (TrafficShift.Predefined.Contains(shift))
        {
            return name;
        }

        try
        {
            var request = new CreateDeploymentConfigRequest { DeploymentConfigName = name, ComputePlatform = ComputePlatform.ECS, TrafficRoutingConfig = Routing(shift) };
            await AwsCalls.CallAsync("codedeploy:CreateDeploymentConfig", codeDeploy.CreateDeploymentConfigAsync(request, cancellationToken)).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentConfigAlreadyExistsException)
        {
            // The name holds the whole content, so one of that name is the one that is wanted.
        }

        return name;
    }

    /// <summary>What a configuration of the shift says.</summary>
    public static TrafficRoutingConfig Routing(TrafficShift shift)
    {
        var (percent, minutes) = ((int)shift.Percent, (int)shift.Interval.TotalMinutes);
        return shift.Kind == TrafficShiftKind.Canary
            ? new() { Type = TrafficRoutingType.TimeBasedCanary, TimeBasedCanary = new() { CanaryPercentage = percent, CanaryInterval = minutes } }
            : new() { Type = TrafficRoutingType.TimeBasedLinear, TimeBasedLinear = new() { LinearPercentage = percent, LinearInterval = minutes } };
    }
}
