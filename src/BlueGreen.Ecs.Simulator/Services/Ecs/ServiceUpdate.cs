using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>UpdateService, within what the service's deployment controller allows.</summary>
internal static class ServiceUpdate
{
    private const string Configuration = "deploymentConfiguration";

    private static readonly string[] AlwaysAllowed =
        ["placementConstraints", "placementStrategy", "healthCheckGracePeriodSeconds", "enableECSManagedTags", "propagateTags", "enableExecuteCommand", "availabilityZoneRebalancing"];

    private static readonly (string Member, string Words)[] Redeploying =
    [
        ("taskDefinition", "task definition"), ("networkConfiguration", "network parameters"), ("loadBalancers", "load balancers"),
        ("platformVersion", "platform version"), ("capacityProviderStrategy", "capacity provider strategy"), ("serviceRegistries", "service registries"),
        ("serviceConnectConfiguration", "service connect configuration"), ("volumeConfigurations", "volume configurations"),
        ("vpcLatticeConfigurations", "VPC Lattice configurations"),
    ];

    public static JsonObject Update(EcsState state, JsonObject input)
    {
        var service = state.FindActiveService(input.Text("cluster"), input.Text("service"));
        var controller = input.Object("deploymentController")?.Text("type") ?? service.Controller;
        if (controller != service.Controller)
        {
            CheckChange(service, controller);
        }
        else if (controller != DeploymentController.Ecs)
        {
            RefuseRedeployment(service, input);
        }

        var settings = Changed(state, service, input);
        DeploymentRules.Check(settings.Object(Configuration)!, controller);
        var redeploys = controller == DeploymentController.Ecs && (controller != service.Controller || IsRedeployment(service.Settings, settings, input));
        if (redeploys)
        {
            CheckDeployment(state, service, settings);
        }

        service.Settings = settings;
        service.DesiredCount = input.Int("desiredCount") ?? service.DesiredCount;
        if (controller != service.Controller)
        {
            state.Deployments.Adopt(service);
        }

        if (redeploys)
        {
            state.Deployments.Create(service, state.TaskDefinitions.Runnable(settings.Text("taskDefinition")));
        }

        state.Scheduler.ReviewLater(service);
        return new JsonObject { ["service"] = ServiceView.Of(service) };
    }

    private static JsonObject Changed(EcsState state, Service service, JsonObject input)
    {
        var settings = service.Settings.Copy();
        input.CopyTo(settings, AlwaysAllowed);
        input.CopyTo(settings, [.. Redeploying.Select(one => one.Member)]);
        if (input.Text("taskDefinition") is { } definition)
        {
            settings["taskDefinition"] = state.TaskDefinitions.Runnable(definition).Arn;
        }

        // A capacity provider strategy takes the place of a launch type.
        if (input["capacityProviderStrategy"] is JsonArray { Count: > 0 })
        {
            settings.Remove("launchType");
        }

        foreach (var (name, value) in input.Object(Configuration) ?? [])
        {
            settings.Object(Configuration)![name] = value?.DeepClone();
        }

        // The steps of another strategy are of no use any more.
        if (input.Object(Configuration)?.Text("strategy") is { } strategy)
        {
            DropUnless(strategy == DeploymentStrategy.Canary, "canaryConfiguration");
            DropUnless(strategy == DeploymentStrategy.Linear, "linearConfiguration");
        }

        return settings;

        void DropUnless(bool isUsed, string member)
        {
            if (!isUsed && input.Object(Configuration)![member] is null)
            {
                settings.Object(Configuration)!.Remove(member);
            }
        }
    }

    // What is said again is no change.
    private static bool IsRedeployment(JsonObject before, JsonObject after, JsonObject input) =>
        input.Flag("forceNewDeployment") == true || Array.Exists(Redeploying, one => !JsonNode.DeepEquals(before[one.Member], after[one.Member]));

    private static void CheckDeployment(EcsState state, Service service, JsonObject settings)
    {
        var definition = state.TaskDefinitions.Runnable(settings.Text("taskDefinition"));
        LoadBalancerRules.Check(state, definition, settings);
        LoadBalancerRules.CheckReachable(state, settings);
        NetworkRules.Check(state, settings);
        ServiceCreation.CheckNetwork(definition, settings);
        TrafficRules.Check(state, settings, isNew: false);
        ServiceDeployments.CheckRoom(service);
    }

    private static void CheckChange(Service service, string controller)
    {
        if (service.Controller != DeploymentController.CodeDeploy || controller != DeploymentController.Ecs)
        {
            throw EcsErrors.InvalidParameter($"Unable to change the deployment controller from {service.Controller} to {controller}. Only CODE_DEPLOY can be changed, to ECS.");
        }

        if (service.Primary is null || service.TaskSets.Count(set => set.Status != TaskSetStatus.Draining) > 1)
        {
            throw EcsErrors.InvalidParameter("Unable to change the deployment controller while a CodeDeploy deployment is in progress.");
        }
    }

    private static void RefuseRedeployment(Service service, JsonObject input)
    {
        var remedy = service.Controller == DeploymentController.CodeDeploy
            ? "Use AWS CodeDeploy to trigger a new deployment."
            : "Create a new task set.";
        if (Array.Find(Redeploying, one => input[one.Member] is not null) is { Words: { } words })
        {
            throw EcsErrors.InvalidParameter($"Unable to update {words} on services with a {service.Controller} deployment controller. {remedy}");
        }

        if (input.Flag("forceNewDeployment") == true)
        {
            throw EcsErrors.InvalidParameter($"Unable to force a new deployment on services with a {service.Controller} deployment controller. {remedy}");
        }

        if (service.Controller == DeploymentController.External && input[Configuration] is not null)
        {
            throw EcsErrors.InvalidParameter($"Unable to update deployment configuration on services with a {service.Controller} deployment controller. {remedy}");
        }
    }
}
