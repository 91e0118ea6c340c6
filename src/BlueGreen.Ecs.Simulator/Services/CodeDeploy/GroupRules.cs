using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>What a deployment group for ECS must fulfil.</summary>
internal static class GroupRules
{
    private const int LongestTerminationWait = 2880;
    private const int MostAlarms = 50;
    private const int LongestAlarmName = 255;
    private const int LongestReadyWait = 7200;
    private const int MostTriggers = 10;
    private static readonly string[] RollbackEvents = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"];

    /// <param name="state">The region's CodeDeploy.</param>
    /// <param name="application">The group's application.</param>
    /// <param name="settings">The settings to check.</param>
    /// <param name="self">The group that is updated; none when it is created.</param>
    /// <exception cref="AwsErrorException">The group is refused.</exception>
    public static void Check(CodeDeployState state, Application application, GroupSettings settings, DeploymentGroup? self)
    {
        CheckRole(state, settings.ServiceRoleArn);
        state.FindConfig(settings.ConfigName);
        CheckStyle(settings.Document.Object("deploymentStyle"));
        if (application.ComputePlatform != "ECS")
        {
            throw CodeDeployErrors.Of("InvalidLoadBalancerInfo",
                "The specification for load balancing in the deployment group is invalid. The deploymentOption value is set to WITH_TRAFFIC_CONTROL, "
                + "but either no load balancer was specified in elbInfoList or no target group was specified in targetGroupInfoList.");
        }

        CheckBlueGreen(settings.Document.Object("blueGreenDeploymentConfiguration")!);
        CheckRollback(settings.Document.Object("autoRollbackConfiguration"));
        CheckAlarms(settings.Document.Object("alarmConfiguration"));
        CheckTriggers(settings.Document.Objects("triggerConfigurations"));
        CheckLoadBalancer(state, settings);
        CheckService(state, settings, self);
    }

    /// <exception cref="AwsErrorException">A member that only servers know is given.</exception>
    public static void CheckServerOnly(JsonObject input)
    {
        ReadOnlySpan<(string Member, string Error)> servers =
        [
            ("ec2TagFilters", "InvalidEC2Tag"), ("ec2TagSet", "InvalidEC2Tag"), ("onPremisesInstanceTagFilters", "InvalidTag"), ("onPremisesTagSet", "InvalidTag"),
            ("autoScalingGroups", "InvalidAutoScalingGroup"),
        ];
        foreach (var (member, error) in servers)
        {
            if (input[member] is JsonArray { Count: > 0 } or JsonObject { Count: > 0 })
            {
                throw CodeDeployErrors.Of(error, $"{member} is not for the compute platform ECS.");
            }
        }
    }

    public static void CheckRollback(JsonObject? rollback)
    {
        if (rollback?.Flag("enabled") != true)
        {
            return;
        }

        var events = rollback.Texts("events").ToList();
        if (events.Count == 0 || events.Exists(one => !RollbackEvents.Contains(one, StringComparer.Ordinal)))
        {
            throw CodeDeployErrors.Of("InvalidAutoRollbackConfig",
                $"Automatic rollback was enabled with the events [{string.Join(", ", events)}]; at least one of {string.Join(", ", RollbackEvents)} is needed.");
        }
    }

    public static void CheckAlarms(JsonObject? alarms)
    {
        var names = alarms?.Objects("alarms").Select(alarm => alarm.Text("name") ?? string.Empty).ToList() ?? [];
        if (names.Count > MostAlarms)
        {
            throw CodeDeployErrors.Of("AlarmsLimitExceeded", "The maximum number of alarms for a deployment group (10) was exceeded.");
        }

        if ((alarms?.Flag("enabled") == true && names.Count == 0)
            || names.Exists(name => name.Length is 0 or > LongestAlarmName)
            || names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            throw CodeDeployErrors.Of("InvalidAlarmConfig",
                $"The alarm configuration is invalid: enabled alarms need names of 1 to {LongestAlarmName} characters, each once.");
        }
    }

    private static void CheckTriggers(IReadOnlyList<JsonObject> triggers)
    {
        if (triggers.Count > MostTriggers)
        {
            throw CodeDeployErrors.Of("TriggerTargetsLimitExceeded", $"The maximum number of triggers for a deployment group ({MostTriggers}) was exceeded.");
        }

        foreach (var trigger in triggers)
        {
            if (string.IsNullOrEmpty(trigger.Text("triggerName")) || trigger.Texts("triggerEvents").Count == 0
                || !trigger.Text("triggerTargetArn", "").StartsWith("arn:aws:sns:", StringComparison.Ordinal))
            {
                throw CodeDeployErrors.Of("InvalidTriggerConfig", $"The trigger '{trigger.Text("triggerName")}' is invalid: it needs a name, the ARN of an SNS topic, and an event at least.");
            }
        }
    }

    private static void CheckRole(CodeDeployState state, string role)
    {
        if (role.Length == 0)
        {
            throw CodeDeployErrors.Of("RoleRequired", "A service role ARN is required.");
        }

        if (!role.StartsWith("arn:aws:iam::", StringComparison.Ordinal) || !role.Contains(":role/", StringComparison.Ordinal))
        {
            throw CodeDeployErrors.Of("InvalidRole", $"Arn {role} is not in the correct format");
        }

        if (!ServiceRole.TrustsCodeDeploy(state.World, role))
        {
            throw CodeDeployErrors.Of("InvalidRole", $"AWS CodeDeploy does not have the permissions required to assume the role {role}.");
        }
    }

    private static void CheckStyle(JsonObject? style)
    {
        if (style?.Text("deploymentType") is not { } type || style.Text("deploymentOption") is not { } option)
        {
            throw CodeDeployErrors.Of("InvalidDeploymentStyle", "Deployment type or deployment option cannot be null or empty");
        }

        if (type != "BLUE_GREEN" || option != "WITH_TRAFFIC_CONTROL")
        {
            throw CodeDeployErrors.Of("InvalidDeploymentStyle", "For the compute platform ECS the deployment type must be BLUE_GREEN and the deployment option WITH_TRAFFIC_CONTROL.");
        }
    }

    private static void CheckBlueGreen(JsonObject configuration)
    {
        var ready = configuration.Object("deploymentReadyOption")!;
        if (ready.Text("actionOnTimeout") == "CONTINUE_DEPLOYMENT" && ready.Int("waitTimeInMinutes") != 0)
        {
            throw InvalidBlueGreen("Deployment ready action cannot be set to 'CONTINUE_DEPLOYMENT' when timeout is specified");
        }

        if (ready.Int("waitTimeInMinutes") is < 0 or > LongestReadyWait)
        {
            throw InvalidBlueGreen($"waitTimeInMinutes must be 0 to {LongestReadyWait}.");
        }

        var terminate = configuration.Object("terminateBlueInstancesOnDeploymentSuccess")!;
        if (terminate.Text("action") != "TERMINATE")
        {
            throw InvalidBlueGreen("For the compute platform ECS the original task set can only be terminated: set the action to TERMINATE.");
        }

        if (terminate.Int("terminationWaitTimeInMinutes") is < 0 or > LongestTerminationWait)
        {
            throw InvalidBlueGreen($"terminationWaitTimeInMinutes must be 0 to {LongestTerminationWait}.");
        }
    }

    private static void CheckLoadBalancer(CodeDeployState state, GroupSettings settings)
    {
        var pairs = settings.Document.Object("loadBalancerInfo")?.Objects("targetGroupPairInfoList").ToList() ?? [];
        var names = settings.TargetGroupNames;
        if (pairs.Count != 1 || names.Count != 2 || settings.ProductionListener.Length == 0)
        {
            throw CodeDeployErrors.Of("InvalidLoadBalancerInfo",
                "A deployment group associated with an application that uses the ECS compute platform must contain a valid pair of target groups "
                + "and one production listener.");
        }

        if (names[0] == names[1] || names.Any(name => state.Region.LoadBalancing.FindTargetGroupArn(name) is null))
        {
            throw CodeDeployErrors.Of("InvalidTargetGroupPair", $"The target groups {names[0]} and {names[1]} must exist and be different.");
        }

        var balancing = state.Region.LoadBalancing;
        foreach (var route in (ReadOnlySpan<string>)["prodTrafficRoute", "testTrafficRoute"])
        {
            var listeners = pairs[0].Object(route)?.Texts("listenerArns").ToList() ?? [];
            if (listeners.Count > 1 || listeners.Exists(listener => !balancing.ListenerExists(listener)))
            {
                throw CodeDeployErrors.Of("InvalidLoadBalancerInfo", $"{route} must name one existing listener; it names [{string.Join(", ", listeners)}].");
            }
        }

        CheckOneLoadBalancer(state, settings);
    }

    private static void CheckOneLoadBalancer(CodeDeployState state, GroupSettings settings)
    {
        var path = settings.ProductionListener[..settings.ProductionListener.LastIndexOf('/')];
        if (settings.TestListener is { } test && test[..test.LastIndexOf('/')] != path)
        {
            throw CodeDeployErrors.Of("InvalidLoadBalancerInfo", "The production and the test listener must belong to the same load balancer.");
        }

        if (ProductionTraffic.IsOfNetwork(settings.ProductionListener) && state.FindConfig(settings.ConfigName).IsGradual)
        {
            throw CodeDeployErrors.Of("InvalidLoadBalancerInfo", ProductionTraffic.OnlyGradualOnApplication);
        }

        var balancing = state.Region.LoadBalancing;
        if (settings.TargetGroupNames.FirstOrDefault(name => ProductionTraffic.IsElsewhere(state, balancing.FindTargetGroupArn(name)!, settings.ProductionListener)) is { } stray)
        {
            throw CodeDeployErrors.Of("InvalidTargetGroupPair", $"The target group {stray} is behind another load balancer than the listener {settings.ProductionListener}.");
        }
    }

    private static void CheckService(CodeDeployState state, GroupSettings settings, DeploymentGroup? self)
    {
        if (settings.Document.Objects("ecsServices").Count != 1)
        {
            throw CodeDeployErrors.Of("InvalidECSService", "A deployment group must name exactly one ECS service.");
        }

        var (cluster, service) = (settings.ClusterName, settings.ServiceName);
        var found = state.Ecs.Clusters.GetValueOrDefault(cluster)?.Services.GetValueOrDefault(service);
        if (found is not { Status: ServiceStatus.Active, Controller: DeploymentController.CodeDeploy })
        {
            throw CodeDeployErrors.Of("InvalidECSService",
                $"The ECS service {cluster}/{service} {(found is null ? "does not exist" : "is not active with the CODE_DEPLOY deployment controller")}.");
        }

        var others = state.Applications.Values.SelectMany(application => application.Groups.Values).Where(group => group != self);
        if (others.FirstOrDefault(group => group.Settings.ClusterName == cluster && group.Settings.ServiceName == service) is { } other)
        {
            throw CodeDeployErrors.Of("ECSServiceMappingLimitExceeded", $"The ECS service {cluster}/{service} is already used by the deployment group {other.Name}.");
        }
    }

    private static AwsErrorException InvalidBlueGreen(string message) => CodeDeployErrors.Of("InvalidBlueGreenDeploymentConfiguration", message);
}
