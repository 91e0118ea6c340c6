using Amazon.ElasticLoadBalancingV2;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>What is refused before anything is begun, and the way back afterwards.</summary>
internal static class RefusalScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<Scenario> All { get; } =
    [
        new("refused: the service does not exist")
        {
            Deployment = scene => Deployment.For($"{scene.Reference.Cluster}/no-such").WithTaskDef(running => running),
            Expected = Expectation.Thrown<ServiceNotFoundException>(),
        },
        new("refused: the container's port is another one")
        {
            Deployment = scene => scene.DeployChange(running => running.WithContainer(Scene.Container, container =>
                container.WithImage($"{scene.Service.Image}v2") with { PortMappings = [new() { ContainerPort = 8443 }] })),
            Expected = Expectation.Refused("BG201"),
            Elsewhere = new Dictionary<Engine, Expectation> { [Engine.EcsNative] = Expectation.Refused("BG221") },
        },
        new("refused: the container has another name")
        {
            Deployment = scene => scene.DeployChange(running => running with { ContainerDefinitions = [running.ContainerDefinitions[0] with { Name = "web" }] }),
            Expected = Expectation.Refused("BG201"),
            Elsewhere = new Dictionary<Engine, Expectation> { [Engine.EcsNative] = Expectation.Refused("BG221") },
        },
        new("refused: Fargate has no such size")
        {
            Deployment = scene => scene.DeployChange(running => running with { Cpu = "256", Memory = "4096" }),
            Expected = Expectation.Refused("BG117"),
        },
        new("refused: the execution role is missing")
        {
            Deployment = scene => scene.DeployChange(running => running with { ExecutionRoleArn = null }),
            Expected = Expectation.Refused("BG135"),
        },
        new("refused: production traffic goes to a maintenance page")
        {
            World = scene => scene.Bench.Balancing.ModifyListenerAsync(
                new()
                {
                    ListenerArn = scene.Service.ProductionListenerArn,
                    DefaultActions = [new() { Type = ActionTypeEnum.FixedResponse, FixedResponseConfig = new() { StatusCode = "503" } }],
                },
                Token).GetAwaiter().GetResult(),
            Expected = Expectation.Refused("BG301") with { Serving = null, MayFailRequests = true },
            Elsewhere = new Dictionary<Engine, Expectation>
            {
                [Engine.EcsNative] = Expectation.Refused("BG213") with { Serving = null, MayFailRequests = true },
                [Engine.TaskSets] = Expectation.Refused("BG231") with { Serving = null, MayFailRequests = true },
            },
        },
        new("refused: the deployment group does not exist")
        {
            Deployment = scene => scene.Deploy().WithCodeDeploy("AppECS-web-shop", "no-such"),
            Expected = Expectation.Thrown<DeploymentGroupNotFoundException>(),
            NotPossible = new Dictionary<Engine, string> { [Engine.EcsNative] = "BG219", [Engine.TaskSets] = "BG251" },
        },
        new("back to the last good version")
        {
            Play = async scene =>
            {
                await scene.RunAsync();
                await scene.RunAsync(scene.Deploy("v3"));
                await scene.ExecuteAsync(await scene.Deployer.PlanRollBackAsync(scene.Service.Reference, Token));
            },
            Expected = Expectation.Success with { Deployments = 3 },
        },
        new("back to the last good version, where deployments are held for a gate")
        {
            Service = new() { ReadyWait = TimeSpan.FromMinutes(30) },
            Play = async scene =>
            {
                await scene.RunAsync(scene.Deploy().Gate(Stage.TestTraffic, Gates.Pass(scene)));
                await scene.RunAsync(scene.Deploy("v3").Gate(Stage.TestTraffic, Gates.Pass(scene)));
                var result = await scene.ExecuteAsync(await scene.Deployer.PlanRollBackAsync(scene.Service.Reference, Token));
                result.Duration.Should().BeLessThan(TimeSpan.FromMinutes(10));
                scene.Notes.Should().HaveCount(2, "what has run is not tested again");
            },
            Expected = Expectation.Success with { Deployments = 3 },
        },
        new("back to a version whose task definition was deregistered")
        {
            Play = async scene =>
            {
                var first = await scene.RunAsync();
                await scene.RunAsync(scene.Deploy("v3"));
                await scene.Bench.Ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = first.TaskDefinitionArn }, Token);
                await scene.ExecuteAsync(await scene.Deployer.PlanRollBackAsync(scene.Service.Reference, Token));
            },
            Expected = Expectation.Success with { Deployments = 3 },
        },
        new("back to the last good version, over one that failed")
        {
            Play = async scene =>
            {
                await scene.RunAsync();
                await scene.RunAsync(scene.Deploy("v3"));
                scene.Image("v4").FailsHealthChecks();
                await scene.RunAsync(scene.Deploy("v4"));
                await scene.ExecuteAsync(await scene.Deployer.PlanRollBackAsync(scene.Service.Reference, Token));
            },
            Expected = Expectation.Success with { Deployments = 4 },
        },
    ];
}
