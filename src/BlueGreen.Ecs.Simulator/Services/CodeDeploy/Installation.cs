using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The Install event: makes the green task set and waits until it is steady, and, where traffic moves gradually, healthy.</summary>
internal sealed class Installation(CodeDeployState state, Deployment deployment, AppSpec appSpec)
{
    private ScheduledEvent? _timeout;
    private bool _isOver;

    public void Begin(Action complete, Action<DeploymentError> fail, Func<TimeSpan, string, Action, ScheduledEvent> later)
    {
        var timings = state.World.Options.Timings;
        if ((FindRightsError() ?? FindTrafficError()) is { } trafficError)
        {
            later(timings.LifecycleEvent, "fails", () => fail(trafficError));
            return;
        }

        if (CreateGreen() is { } createError)
        {
            later(timings.LifecycleEvent, "fails", () => fail(createError));
            return;
        }

        if (deployment.Config.IsGradual)
        {
            ProductionTraffic.Weigh(state, deployment.Settings);
        }

        var green = deployment.Green!;
        green.Changed += OnChange;
        _timeout = later(timings.InstallTimeout, "waits no longer for the replacement task set", () =>
        {
            green.Changed -= OnChange;
            fail(new DeploymentError("TIMEOUT",
                "The deployment timed out while waiting for the replacement task set to become healthy. "
                + $"This time out period is {timings.InstallTimeout.TotalMinutes} minutes."));
        });

        void OnChange()
        {
            if (deployment.IsOver)
            {
                green.Changed -= OnChange;
            }
            else if (!_isOver && IsInstalled(green))
            {
                _isOver = true;
                green.Changed -= OnChange;
                _timeout?.Cancel();
                complete();
            }
        }
    }

    private bool IsInstalled(TaskSet green) => green.IsSteady
        && (!deployment.Config.IsGradual || green.Tasks.TrueForAll(task => task.Targets.All(target =>
            state.Region.LoadBalancing.FindHealth(target.TargetGroupArn, task.Ip, target.Port) is { State: "healthy" or "unavailable" })));

    private DeploymentError? FindRightsError() =>
        ServiceRole.FindDenied(state, deployment, "ecs:CreateTaskSet", "*", "AmazonECS")
        ?? ServiceRole.FindDenied(state, deployment, "elasticloadbalancing:ModifyListener", deployment.Settings.ProductionListener, "AmazonElasticLoadBalancing");

    private DeploymentError? FindTrafficError()
    {
        var (blue, listener) = (deployment.Blue!, deployment.Settings.ProductionListener);
        if (deployment.Config.IsGradual && ProductionTraffic.IsOfNetwork(listener))
        {
            return new DeploymentError("ELASTIC_LOAD_BALANCING_INVALID", $"The ELB could not be updated due to the following error: {ProductionTraffic.OnlyGradualOnApplication}");
        }

        if (ProductionTraffic.FindOther(state, deployment.Settings, ProductionTraffic.TargetGroupOf(blue)) is { } green && ProductionTraffic.IsElsewhere(state, green, listener))
        {
            return new DeploymentError("ELASTIC_LOAD_BALANCING_INVALID",
                $"The ELB could not be updated due to the following error: The following target groups cannot be associated with more than one load balancer: {green}");
        }

        var weights = state.Region.LoadBalancing.ListenerExists(listener)
            ? state.Region.LoadBalancing.ForwardWeights(listener)
            : new Dictionary<string, int>(StringComparer.Ordinal);
        if (weights.GetValueOrDefault(ProductionTraffic.TargetGroupOf(blue)) == 0)
        {
            return new DeploymentError("ELASTIC_LOAD_BALANCING_INVALID",
                $"The ELB could not be updated due to the following error: Primary taskset target group must be behind listener {listener}");
        }

        var stray = blue.Service.TaskSets.Find(set => set != blue && weights.GetValueOrDefault(ProductionTraffic.TargetGroupOf(set)) > 0);
        return stray is null
            ? null
            : new DeploymentError("ECS_UPDATE_ERROR",
                $"TaskSet {stray.Id} is behind prod listener {listener}. Verify that the TaskSet is still serving production traffic.");
    }

    private DeploymentError? CreateGreen()
    {
        var blue = deployment.Blue!;
        var settings = TaskSetSettings.From(blue.Service.Settings);
        appSpec.TaskSetSettings.CopyTo(settings, "platformVersion", "networkConfiguration", "capacityProviderStrategy");
        settings["loadBalancers"] = new JsonArray(new JsonObject
        {
            ["targetGroupArn"] = ProductionTraffic.FindOther(state, deployment.Settings, ProductionTraffic.TargetGroupOf(blue)),
            ["containerName"] = appSpec.ContainerName,
            ["containerPort"] = appSpec.ContainerPort,
        });
        try
        {
            if (FindPassRoleError() is { } denied)
            {
                return denied;
            }

            var origin = new TaskSetOrigin(Scale: 100, StartedBy: "CODE_DEPLOY", ExternalId: deployment.Id);
            var green = state.Ecs.TaskSets.Create(blue.Service, appSpec.TaskDefinition, settings, origin);
            RemoveLeftovers(blue, green);
            deployment.Green = green;
            return null;
        }
        catch (AwsErrorException refused)
        {
            return DeploymentError.OfEcs(refused, state.World.Ids.Uuid());
        }
    }

    // Making a task set passes the task definition's roles on.
    private DeploymentError? FindPassRoleError()
    {
        var definition = state.Ecs.TaskDefinitions.Find(appSpec.TaskDefinition);
        string[] members = ["executionRoleArn", "taskRoleArn"];
        return members.Select(member => definition?.Document.Text(member))
            .OfType<string>()
            .Select(role => ServiceRole.FindDenied(state, deployment, "iam:PassRole", role, "AmazonECS"))
            .FirstOrDefault(error => error is not null);
    }

    // A deployment that was stopped without a rollback leaves its task set behind.
    private void RemoveLeftovers(TaskSet blue, TaskSet green)
    {
        foreach (var leftover in blue.Service.TaskSets.Where(set => set != blue && set != green && set.Status == TaskSetStatus.Active).ToList())
        {
            state.Ecs.TaskSets.Delete(leftover);
        }
    }
}
