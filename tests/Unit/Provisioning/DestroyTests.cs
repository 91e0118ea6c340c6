using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>All that carries the environment's tag goes, and nothing else.</summary>
public sealed class DestroyTests(ITestOutputHelper output)
{
    private const string Repository = $"arn:aws:ecr:{ProvisioningBench.Region}:123456789012:repository/{ProvisioningBench.Name}";

    public static TheoryData<EnvironmentController> Controllers => PlanTests.Controllers;

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Destroy_LeavesTheNeighboursAndNothingElse(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(Neighbour());
        var before = bench.Settle();
        var environment = Shop(controller);
        await bench.ApplyAsync(environment);
        bench.Simulator.Invoke("ecr", "PutImage", new() { ["repositoryName"] = "shop", ["imageTag"] = "v1", ["imageManifest"] = """{"schemaVersion":2}""" }, ProvisioningBench.Region);
        bench.Settle();
        var events = new ConcurrentQueue<ProvisioningEvent>();

        var removed = await bench.DestroyAsync(environment, events);

        var after = bench.Settle();
        after.Should().Equal(before);
        removed.Changes.Should().OnlyContain(one => one.Action == ResourceAction.Delete).And.HaveSameCount(events);
        removed.IsOfRemoval.Should().BeTrue();
        (await bench.DestroyAsync(environment)).Changes.Should().BeEmpty("nothing is left");
        output.WriteLine(FormattableString.Invariant($"destroy: {controller}: {removed.Changes.Count()} resources removed, {after.Except(before, StringComparer.Ordinal).Count()} left"));
    }

    [Fact]
    public async Task Destroy_TakesTheServiceToZeroTasksFirst()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAndPushAsync(environment);
        bench.Settle();

        await bench.DestroyAsync(environment);

        var calls = bench.Simulator.History.Where(one => one.Kind == "call").Select(one => one.Subject).ToList();
        var drained = calls.FindLastIndex(call => call.EndsWith("UpdateService", StringComparison.Ordinal));
        var deleted = calls.FindIndex(call => call.EndsWith("DeleteService", StringComparison.Ordinal));
        var gone = calls.FindIndex(call => call.EndsWith("DeleteTargetGroup", StringComparison.Ordinal));
        drained.Should().BePositive().And.BeLessThan(deleted);
        deleted.Should().BeLessThan(gone);
    }

    [Fact]
    public async Task Destroy_AfterDeployments_RemovesTheirRevisionsToo()
    {
        await using var bench = new ProvisioningBench();
        var empty = AccountPicture.Of(bench.Simulator);
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAndPushAsync(environment);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await bench.Clock.DriveAsync(bench.Process.Deployer.DeployAsync(ProvisioningBench.Version2(), cancellationToken: TestContext.Current.CancellationToken));

        await bench.DestroyAsync(environment);

        AccountPicture.Of(bench.Simulator).Where(line => !line.StartsWith("cluster", StringComparison.Ordinal)).Should().Equal(empty);
    }

    [Fact]
    public async Task Destroy_SomethingElseUnderItsName_IsRefusedWithItsArn()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAsync(environment);
        bench.Simulator.Invoke("ecr", "UntagResource", new() { ["resourceArn"] = Repository, ["tagKeys"] = new JsonArray(BlueGreenEnvironment.TagKey) }, ProvisioningBench.Region);
        var before = AccountPicture.Of(bench.Simulator);

        var destroying = () => bench.DestroyAsync(environment);

        (await destroying.Should().ThrowAsync<ProvisioningConflictException>()).Which.Plan.Conflicts.Should().ContainSingle().Which.Arn.Should().Be(Repository);
        AccountPicture.Of(bench.Simulator).Should().Equal(before);
    }

    [Fact]
    public async Task Apply_AfterADestroy_MakesItAgain()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAsync(environment);
        var before = bench.Settle();
        await bench.DestroyAsync(environment);

        var made = await bench.ApplyAsync(environment);

        bench.Settle().Select(WithoutRevision).Should().Equal(before.Select(WithoutRevision));
        bench.Ask(made.ProductionListenerArn).Should().Be("v1");
    }

    // A family counts on.
    private static string WithoutRevision(string line) => line.Replace("ecs-admin-test:2", "ecs-admin-test:1", StringComparison.Ordinal).Replace("revision:2", "revision:1", StringComparison.Ordinal);

    private static BlueGreenEnvironment Neighbour() => ProvisioningBench.Labo().WithAlarm(new("5xx-high")).Build();

    private static BlueGreenEnvironment Shop(EnvironmentController controller) => BlueGreenEnvironment
        .For("shop")
        .InCluster("shop")
        .WithTaskDef("Fixtures/seed/taskdef.json")
        .WithExecutionRole("shop-execution")
        .WithTaskRole("shop-task", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}""")
        .WithExistingLogGroup("/ecs/aws-ecs-getting-started")
        .WithAlarm(new("shop-5xx"))
        .WithAlarm(new("5xx-high", IsExisting: true))
        .WithTestListener(8080)
        .WithImageTag("v1")
        .DeployedBy(controller)
        .Build();
}
