using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>CreateService.</summary>
internal static class ServiceCreation
{
    private static readonly string[] Kept =
    [
        "loadBalancers", "serviceRegistries", "launchType", "capacityProviderStrategy", "platformVersion", "deploymentConfiguration",
        "placementConstraints", "placementStrategy", "networkConfiguration", "healthCheckGracePeriodSeconds", "schedulingStrategy",
        "enableECSManagedTags", "propagateTags", "enableExecuteCommand", "availabilityZoneRebalancing",
        "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations",
    ];

    public static JsonObject Create(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var name = input.Text("serviceName") ?? string.Empty;
        if (!Names.AreLegal(name))
        {
            throw EcsErrors.InvalidParameter("Identifiers must contain only letters, numbers, hyphens, and underscores.");
        }

        if (cluster.Services.GetValueOrDefault(name) is { Status: not ServiceStatus.Inactive } existing)
        {
            throw EcsErrors.InvalidParameter(existing.Status == ServiceStatus.Draining
                ? "Unable to Start a service that is still Draining."
                : "Creation of service was not idempotent.");
        }

        var controller = input.Object("deploymentController")?.Text("type") ?? DeploymentController.Ecs;
        Check(state, input, controller);
        var service = New(state, cluster, name, controller, input);
        cluster.Services[name] = service;
        if (controller == DeploymentController.CodeDeploy)
        {
            var origin = new TaskSetOrigin(Scale: 100, StartedBy: "CODE_DEPLOY", IsPrimary: true);
            state.TaskSets.Create(service, service.Settings.Text("taskDefinition"), TaskSetSettings.From(service.Settings), origin);
        }
        else if (controller == DeploymentController.Ecs)
        {
            state.Deployments.Create(service, state.TaskDefinitions.Runnable(service.Settings.Text("taskDefinition")));
        }

        return new JsonObject { ["service"] = ServiceView.Of(service, withTags: true) };
    }

    private static void Check(EcsState state, JsonObject input, string controller)
    {
        if (controller != DeploymentController.External)
        {
            var definition = state.TaskDefinitions.Runnable(input.Text("taskDefinition"));
            LoadBalancerRules.Check(state, definition, input);
            CheckNetwork(definition, input);
        }

        LoadBalancerRules.CheckReachable(state, input);
        NetworkRules.Check(state, input);
        DeploymentRules.Check(input.Object("deploymentConfiguration") ?? [], controller);
        TrafficRules.Check(state, input, isNew: true);
        if (controller != DeploymentController.CodeDeploy)
        {
            return;
        }

        if (input.Objects("loadBalancers").Count != 1)
        {
            throw EcsErrors.InvalidParameter("A service with a CODE_DEPLOY deployment controller must have exactly one load balancer.");
        }

        if (input.Text("schedulingStrategy") is "DAEMON")
        {
            throw EcsErrors.InvalidParameter("The DAEMON scheduling strategy is not supported with a CODE_DEPLOY deployment controller.");
        }
    }

    internal static void CheckNetwork(TaskDefinition definition, JsonObject input)
    {
        if (definition.Document.Text("networkMode") == "awsvpc" && input.Object("networkConfiguration")?.Object("awsvpcConfiguration") is null)
        {
            throw EcsErrors.InvalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        }
    }

    private static Service New(EcsState state, Cluster cluster, string name, string controller, JsonObject input)
    {
        var settings = new JsonObject
        {
            ["loadBalancers"] = new JsonArray(),
            ["serviceRegistries"] = new JsonArray(),
            ["placementConstraints"] = new JsonArray(),
            ["placementStrategy"] = new JsonArray(),
            ["schedulingStrategy"] = "REPLICA",
            ["propagateTags"] = "NONE",
            ["enableECSManagedTags"] = false,
            ["enableExecuteCommand"] = false,
        };
        input.CopyTo(settings, Kept);
        settings["deploymentConfiguration"] ??= new JsonObject();
        var deployment = settings.Object("deploymentConfiguration")!;
        deployment["maximumPercent"] ??= 200;
        deployment["minimumHealthyPercent"] ??= 100;
        if (settings["capacityProviderStrategy"] is null)
        {
            settings["launchType"] ??= "EC2";
        }

        if (settings.Text("launchType") == "FARGATE")
        {
            settings["platformVersion"] ??= "LATEST";
        }

        if (controller != DeploymentController.External)
        {
            settings["taskDefinition"] = state.TaskDefinitions.Runnable(input.Text("taskDefinition")).Arn;
        }

        return new Service(name, state.Region.Arn("ecs", $"service/{cluster.Name}/{name}"), cluster, controller, state.World.Now)
        {
            DesiredCount = input.Int("desiredCount") ?? 0,
            Settings = settings,
            Tags = Tags.Of(input),
        };
    }
}
