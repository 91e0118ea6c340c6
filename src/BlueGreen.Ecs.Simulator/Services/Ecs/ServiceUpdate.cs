using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>UpdateService, within what the service's deployment controller allows.</summary>
internal static class ServiceUpdate
{
    private static readonly string[] AlwaysAllowed =
        ["placementConstraints", "placementStrategy", "healthCheckGracePeriodSeconds", "enableECSManagedTags", "propagateTags", "enableExecuteCommand", "availabilityZoneRebalancing"];

    private static readonly (string Member, string Words)[] Redeploying =
    [
        ("taskDefinition", "task definition"), ("networkConfiguration", "network parameters"), ("loadBalancers", "load balancers"),
        ("platformVersion", "platform version"), ("capacityProviderStrategy", "capacity provider strategy"), ("serviceRegistries", "service registries"),
    ];

    public static JsonObject Update(EcsState state, JsonObject input)
    {
        var service = state.FindActiveService(input.Text("cluster"), input.Text("service"));
        if (service.Controller != DeploymentController.Ecs)
        {
            RefuseRedeployment(service, input);
        }

        if (input.Object("deploymentController")?.Text("type") is { } controller && controller != service.Controller)
        {
            throw EcsErrors.InvalidParameter($"The simulator does not change a service's deployment controller from {service.Controller} to {controller}. Create the service anew.");
        }

        service.DesiredCount = input.Int("desiredCount") ?? service.DesiredCount;
        input.CopyTo(service.Settings, AlwaysAllowed);
        if (input.Object("deploymentConfiguration") is { } configuration)
        {
            var kept = service.Settings.Object("deploymentConfiguration")!;
            foreach (var (name, value) in configuration)
            {
                kept[name] = value?.DeepClone();
            }
        }

        if (service.Controller == DeploymentController.Ecs && IsRedeployment(input))
        {
            Redeploy(state, service, input);
        }

        state.Scheduler.ReviewLater(service);
        return new JsonObject { ["service"] = ServiceView.Of(service) };
    }

    private static bool IsRedeployment(JsonObject input) =>
        input.Flag("forceNewDeployment") == true || Array.Exists(Redeploying, one => input[one.Member] is not null);

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
    }

    private static void Redeploy(EcsState state, Service service, JsonObject input)
    {
        var settings = service.Settings.Copy();
        input.CopyTo(settings, TaskSetSettings.Members);
        var definition = state.TaskDefinitions.Runnable(input.Text("taskDefinition") ?? service.Settings.Text("taskDefinition"));
        LoadBalancerRules.CheckReachable(state, settings);
        var set = state.TaskSets.Create(service, definition.Arn, TaskSetSettings.From(settings), new TaskSetOrigin(Scale: 100));
        state.TaskSets.Promote(set);
    }
}
