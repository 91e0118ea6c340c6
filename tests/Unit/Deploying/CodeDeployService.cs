using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>The seed's service, with CodeDeploy as its controller.</summary>
internal sealed class CodeDeployService(SeedEnvironment seed) : SeedService(seed), IServiceUnderTest
{
    public string StartCall => "codedeploy:CreateDeployment";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<EngineBench> CreateAsync(SeedEnvironmentOptions? options = null)
    {
        var simulator = new AwsSimulator();
        return new(simulator, new CodeDeployService(await SeedEnvironment.CreateAsync(simulator, options ?? new() { TerminationWait = TimeSpan.FromMinutes(2) }, Token)));
    }

    public DeploymentBuilder Deploy(string tag = "v2") => Deployment
        .For(Reference)
        .WithTaskDef("Fixtures/seed/taskdef.json")
        .WithImage("IMAGE1_NAME", Image + tag)
        .WithAppSpec("Fixtures/seed/appspec.yaml")
        .Shift(TrafficShift.Canary10Percent5Minutes);

    public async Task<int> CountAsync(EngineBench bench)
    {
        var count = 0;
        foreach (var id in await ListAsync(bench))
        {
            var info = (await bench.CodeDeploy.GetDeploymentAsync(new() { DeploymentId = id }, Token)).DeploymentInfo;
            count += info.Creator.Value == "user" ? 1 : 0;
        }

        return count;
    }

    public async Task<IReadOnlyList<string>> LeftOversAsync(EngineBench bench)
    {
        var service = (await bench.Ecs.DescribeServicesAsync(new() { Cluster = Seed.ClusterName, Services = [Seed.ServiceName] }, Token)).Services[0];
        return [.. await ListAsync(bench, "Created", "Queued", "InProgress", "Ready"), .. service.TaskSets.Where(set => set.Status != "PRIMARY").Select(set => $"{set.TaskSetArn} is {set.Status}")];
    }

    // Each deployment's revision is found by its digest, as GetDeployment keeps no more of it.
    public async Task<IReadOnlySet<string>> DeployedRevisionsAsync(EngineBench bench)
    {
        var deployed = new HashSet<string>(StringComparer.Ordinal) { Seed.TaskDefinitionArn };
        foreach (var id in await ListAsync(bench))
        {
            var info = (await bench.CodeDeploy.GetDeploymentAsync(new() { DeploymentId = id }, Token)).DeploymentInfo;
            if (info.Revision is null)
            {
                continue; // A way back to what no deployment has brought up.
            }

            var content = (await bench.CodeDeploy.GetApplicationRevisionAsync(new() { ApplicationName = info.ApplicationName, Revision = info.Revision }, Token)).Revision.AppSpecContent.Content;
            deployed.UnionWith((await bench.RevisionsAsync()).Where(arn => content.Contains($"\"{arn}\"", StringComparison.Ordinal)));
        }

        return deployed;
    }

    public Task SetWeightsAsync(EngineBench bench, int first, int second)
    {
        var groups = Seed.TargetGroupArns.Zip([first, second], (arn, weight) => new TargetGroupTuple { TargetGroupArn = arn, Weight = weight });
        var forward = new Amazon.ElasticLoadBalancingV2.Model.Action { Type = ActionTypeEnum.Forward, ForwardConfig = new() { TargetGroups = [.. groups] } };
        return bench.Balancing.ModifyListenerAsync(new() { ListenerArn = Seed.ProductionListenerArn, DefaultActions = [forward] }, Token);
    }

    public async Task StopByHandAsync(EngineBench bench) =>
        await bench.CodeDeploy.StopDeploymentAsync(new() { DeploymentId = (await ListAsync(bench, "InProgress", "Ready")).Single(), AutoRollbackEnabled = true }, Token);

    public Task<DeploymentBuilder> WithHookAsync(EngineBench bench, DeploymentBuilder deployment, string function) => Task.FromResult(
        deployment.WithAppSpec(new AppSpec { ContainerName = Seed.ServiceName, ContainerPort = Seed.ContainerPort, Hooks = [new(HookEvent.AfterAllowTestTraffic, function)] }));

    private async Task<IReadOnlyList<string>> ListAsync(EngineBench bench, params List<string> statuses) =>
        (await bench.CodeDeploy.ListDeploymentsAsync(
            new() { ApplicationName = Seed.ApplicationName, DeploymentGroupName = Seed.DeploymentGroupName, IncludeOnlyStatuses = statuses.Count == 0 ? null : statuses }, Token)).Deployments ?? [];
}
