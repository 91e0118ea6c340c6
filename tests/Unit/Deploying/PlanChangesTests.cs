using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

public sealed class PlanChangesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_ANewImage_IsTheOnlyChange()
    {
        await using var bench = await TestBench.CreateAsync();

        var plan = await bench.Deployer.PlanAsync(TestBench.Deploy().Build(), Token);

        var change = plan.Changes!.Changes.Should().ContainSingle().Which;
        (change.Path, change.Meaning, change.After).Should().Be(("containerDefinitions[labo-terraform-admin].image", TaskDefinitionMeaning.Image, TestBench.Image + "v2"));
        change.Before.Should().Be(TestBench.Image + "v1");
    }

    [Fact]
    public async Task Plan_TheNewestRevisionRuns_ReadsItOnce()
    {
        await using var bench = await TestBench.CreateAsync();
        var calls = bench.Simulator.History.Count;

        await bench.Deployer.PlanAsync(TestBench.Deploy().Build(), Token);

        CountReads(bench, calls).Should().Be(1);
    }

    [Fact]
    public async Task Plan_AnOlderRevisionRuns_ReadsBothAndComparesWithTheOneThatRuns()
    {
        await using var bench = await TestBench.CreateAsync();
        var running = await bench.Ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "ecs-admin-test" }, Token);
        await bench.Ecs.RegisterTaskDefinitionAsync(new() { Family = "ecs-admin-test", Memory = "2048", ContainerDefinitions = running.TaskDefinition.ContainerDefinitions }, Token);
        var calls = bench.Simulator.History.Count;

        var plan = await bench.Deployer.PlanAsync(TestBench.Deploy("v1").Build(), Token);

        plan.Changes!.IsEmpty.Should().BeTrue();
        plan.EqualRevisionArn.Should().BeNull();
        CountReads(bench, calls).Should().Be(2);
    }

    [Fact]
    public async Task Plan_AChangeToTheOneThatRuns_ShowsThatChange()
    {
        await using var bench = await TestBench.CreateAsync();

        var plan = await bench.Deployer.PlanAsync(Deployment.For(TestBench.Service).WithTaskDef(running => running with { Memory = "1 GB" }).Build(), Token);

        TaskDefinitionDiffText.ToText(plan.Changes!).Should().StartWith("~ memory: 512 → 1024\n");
    }

    private static int CountReads(TestBench bench, int calls) =>
        bench.Simulator.History.Skip(calls).Count(call => call.Subject.Contains("DescribeTaskDefinition", StringComparison.Ordinal));
}
