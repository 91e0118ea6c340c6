using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodeDeploy;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;
using Run = BlueGreen.Ecs.Simulator.Services.CodeDeploy.Deployment;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>Looks at a group's deployments after every event, and holds them against the rules. It reads the state itself, so that it costs little.</summary>
internal sealed class DeploymentWatch(SeedWorld world)
{
    private readonly Dictionary<string, string> _ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _greenWeights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Dictionary<string, int> Weights, string Serving)> _before = new(StringComparer.Ordinal);
    private string? _appSpec;
    private (Dictionary<string, int> Weights, string Serving) _now;

    public int Deployments => State.Deployments.Count;

    private CodeDeployState State => CodeDeployState.Of(world.Simulator.World.In(world.Seed.Region));

    private Service Service => State.Ecs.Clusters[world.Seed.ClusterName].Services[world.Seed.ServiceName];

    /// <summary>Deploys version 2, if nothing speaks against it.</summary>
    public void Deploy(bool rollsBack)
    {
        _appSpec ??= world.AppSpec(world.Register(world.Seed.ImageV2));
        try
        {
            world.Deploy(_appSpec, input =>
            {
                if (!rollsBack)
                {
                    input["autoRollbackConfiguration"] = new JsonObject { ["enabled"] = false };
                }
            });
        }
        catch (Exception e) when (e is HttpRequestException or AwsErrorException { Code: "DeploymentLimitExceededException" or "ThrottlingException" })
        {
            // One runs already, or the call was to fail.
        }
    }

    /// <summary>Does something to the newest deployment; that it is refused is no mistake.</summary>
    public void Try(string operation, Action<JsonObject> say)
    {
        var input = new JsonObject { ["deploymentId"] = State.Deployments.Keys.LastOrDefault() ?? "d-NONE" };
        say(input);
        try
        {
            world.Call("codedeploy", operation, input);
        }
        catch (AwsErrorException)
        {
            // Refused as it should be: the state is checked next.
        }
    }

    /// <summary>Moves time on, and looks after everything that happens on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var isOver = false;
        world.Simulator.After(by, () => isOver = true);
        world.Simulator.Clock.RunUntil(() => IsOver(isOver), by);
    }

    /// <summary>Moves time on until every deployment is over, and a little more.</summary>
    public void Finish(TimeSpan within)
    {
        world.Simulator.Clock.RunUntil(() => IsOver(State.Deployments.Values.All(one => one.IsOver)), within);
        Advance(TimeSpan.FromMinutes(10));
    }

    /// <summary>The sum of the production listener's weights, as it was written at any time.</summary>
    public void CheckWeightsOfAllTimes()
    {
        foreach (var written in world.Simulator.History.Where(one => one.Kind == "listener" && one.Subject == world.Seed.ProductionListenerArn))
        {
            var weights = written.Message.Split(", ").Select(group => int.Parse(group.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Require(weights.Count == 1 || weights.Sum() == 100, $"the weights make 100, and not {written.Message}");
        }
    }

    private bool IsOver(bool isOver)
    {
        Check();
        return isOver;
    }

    private void Check()
    {
        var service = Service;
        Require(service.TaskSets.Count(set => set.Status == TaskSetStatus.Primary) == 1, "one task set is primary");
        Require(service.TaskSets.Sum(set => set.ComputedDesiredCount) <= 2 * service.DesiredCount, "at most twice as many tasks run as are desired");
        Require(State.Deployments.Values.Count(one => !one.IsOver) <= 1, "a group runs one deployment at a time");
        _now = (world.Weights(), ProductionTraffic.TargetGroupOf(service.Primary!));
        foreach (var deployment in State.Deployments.Values)
        {
            Check(deployment);
        }
    }

    private void Check(Run deployment)
    {
        if (_ended.TryGetValue(deployment.Id, out var status))
        {
            Require(deployment.Status == status, "a terminal status never changes");
            return;
        }

        _before.TryAdd(deployment.Id, _now);
        var view = DeploymentView.Of(deployment);
        Require(view["deploymentOverview"] is null == !deployment.IsOver, "only a deployment that is over has an overview");
        CheckEvents(deployment);
        if (deployment.IsOver)
        {
            _ended.Add(deployment.Id, deployment.Status);
            CheckEnd(deployment);
        }
        else if (deployment.Creator == "user")
        {
            Require(deployment.GreenWeight >= _greenWeights.GetValueOrDefault(deployment.Id), "green's share grows until it is rolled back");
            _greenWeights[deployment.Id] = deployment.GreenWeight;
            Require(deployment.Blue is null || (Service.TaskSets.Contains(deployment.Blue) && deployment.Blue.Status != TaskSetStatus.Draining),
                "blue stays until the termination wait has ended");
        }
    }

    private void CheckEnd(Run deployment)
    {
        if (deployment.Creator == "user" && deployment.Status == "Succeeded")
        {
            _now.Serving.Should().NotBe(_before[deployment.Id].Serving, "target groups take turns");
        }

        if (deployment.RollbackInfo?.Text("rollbackTriggeringDeploymentId") is { } original && deployment.Status == "Succeeded")
        {
            _now.Serving.Should().Be(_before[original].Serving);
            Shares(_now.Weights).Should().Equal(Shares(_before[original].Weights), "a rollback gives the traffic back");
        }

        static IEnumerable<string> Shares(Dictionary<string, int> weights) => weights.Where(one => one.Value > 0).Select(one => $"{one.Key} {one.Value}");
    }

    private static void CheckEvents(Run deployment)
    {
        var order = new[] { "Succeeded", "Failed", "InProgress", "Pending", "Skipped" };
        var ranks = deployment.Events.Select(one => Array.IndexOf(order, one.Status)).ToList();
        Require(ranks.Zip(ranks.Skip(1)).All(pair => pair.First <= pair.Second),
            "an event begins when the one before has succeeded, and those after a failure are skipped");
        Require(ranks.Count(rank => rank is 1 or 2) <= 1, "one event at most runs or has failed");
        for (var i = 1; i < deployment.Events.Count; i++)
        {
            Require(deployment.Events[i].StartedAt is not { } started || deployment.Events[i - 1].EndedAt <= started, "no event starts before the one before has ended");
        }
    }

    // Asked very often: an assertion library would take most of the time.
    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"A rule is broken: {rule}.");
        }
    }
}
