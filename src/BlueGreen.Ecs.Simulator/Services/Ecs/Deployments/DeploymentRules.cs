using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>What a deployment configuration may hold. The words of the refusals are the simulator's own.</summary>
internal static class DeploymentRules
{
    private const int LongestBakeMinutes = 1440;
    private const int MostHooks = 10;
    private const int LongestPauseMinutes = 20160;
    private const int LongestLambdaMinutes = 1440;

    /// <exception cref="AwsErrorException">A value is out of its bounds, or does not fit another.</exception>
    public static void Check(JsonObject configuration, string controller)
    {
        var strategy = DeploymentStrategy.Of(configuration);
        if (strategy != DeploymentStrategy.Rolling && controller != DeploymentController.Ecs)
        {
            throw EcsErrors.InvalidParameter($"The deployment strategy {strategy} is not supported with a {controller} deployment controller.");
        }

        CheckMinutes("bakeTimeInMinutes", configuration.Int("bakeTimeInMinutes"));
        if (configuration.Object("canaryConfiguration") is { } canary)
        {
            CheckFits("canaryConfiguration", DeploymentStrategy.Canary, strategy);
            CheckPercent("canaryPercent", canary.Number("canaryPercent"), 0.1);
            CheckMinutes("canaryBakeTimeInMinutes", canary.Int("canaryBakeTimeInMinutes"));
        }

        if (configuration.Object("linearConfiguration") is { } linear)
        {
            CheckFits("linearConfiguration", DeploymentStrategy.Linear, strategy);
            CheckPercent("stepPercent", linear.Number("stepPercent"), 3);
            CheckMinutes("stepBakeTimeInMinutes", linear.Int("stepBakeTimeInMinutes"));
        }

        var hooks = configuration.Objects("lifecycleHooks");
        foreach (var hook in hooks)
        {
            CheckHook(hook);
        }

        if (hooks.GroupBy(Hook.TypeOf, StringComparer.Ordinal).FirstOrDefault(kind => kind.Count() > MostHooks) is { Key: var type })
        {
            throw EcsErrors.InvalidParameter($"A deployment configuration can have at most {MostHooks} lifecycle hooks of the type {type}.");
        }
    }

    private static void CheckHook(JsonObject hook)
    {
        var stages = hook.Texts("lifecycleStages");
        var isPause = Hook.TypeOf(hook) == Hook.Pause;
        if (stages.Count == 0)
        {
            throw EcsErrors.InvalidParameter("A lifecycle hook must name at least one lifecycle stage.");
        }

        if (isPause && stages.FirstOrDefault(stage => stage is LifecycleStage.TestTrafficShift or LifecycleStage.ProductionTrafficShift) is { } wrong)
        {
            throw EcsErrors.InvalidParameter($"A lifecycle hook of the type PAUSE is not supported at the stage {wrong}.");
        }

        if (!isPause && (hook.Text("hookTargetArn") is null || hook.Text("roleArn") is null))
        {
            throw EcsErrors.InvalidParameter("A lifecycle hook of the type AWS_LAMBDA must have hookTargetArn and roleArn.");
        }

        var longest = isPause ? LongestPauseMinutes : LongestLambdaMinutes;
        if (hook.Object("timeoutConfiguration")?.Int("timeoutInMinutes") is { } minutes && (minutes < 1 || minutes > longest))
        {
            throw EcsErrors.InvalidParameter($"The time-out of a lifecycle hook of the type {Hook.TypeOf(hook)} must be between 1 and {longest} minutes, and is {minutes}.");
        }
    }

    private static void CheckFits(string member, string needed, string strategy)
    {
        if (strategy != needed)
        {
            throw EcsErrors.InvalidParameter($"{member} is supported only with the deployment strategy {needed}, and the strategy is {strategy}.");
        }
    }

    private static void CheckMinutes(string member, int? minutes)
    {
        if (minutes is < 0 or > LongestBakeMinutes)
        {
            throw EcsErrors.InvalidParameter($"{member} must be between 0 and {LongestBakeMinutes}, and is {minutes}.");
        }
    }

    private static void CheckPercent(string member, double? percent, double least)
    {
        if (percent is { } value && (value < least || value > 100 || Math.Abs((value * 10) - Math.Round(value * 10)) > 1e-6))
        {
            throw EcsErrors.InvalidParameter(FormattableString.Invariant($"{member} must be between {least:0.0} and 100.0 in steps of 0.1, and is {value}."));
        }
    }
}
