using System.Diagnostics.CodeAnalysis;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>A process that applies or destroys is killed behind each of its calls in turn, before it hears the answer; the next process finishes.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    public static TheoryData<EnvironmentController> Controllers => PlanTests.Controllers;

    [Theory]
    [MemberData(nameof(Controllers))]
    public Task Apply_KilledAfterEachCall_IsFinishedByTheNext(EnvironmentController controller) => ApplyAndKillAsync(controller.ToString(), Environment(controller));

    [Fact]
    public Task Apply_WithAPipeline_KilledAfterEachCall_IsFinishedByTheNext() => ApplyAndKillAsync("pipeline", Deliveries.ByCodeCommit().Build());

    private async Task ApplyAndKillAsync(string what, BlueGreenEnvironment environment)
    {
        var (calls, undisturbed) = await ApplyAsync(environment);
        var equal = 0;
        for (var call = 1; call <= calls; call++)
        {
            await using var bench = new ProvisioningBench();
            await RunAndKillAsync(bench, call, process => process.Provisioner.ApplyAsync(environment, cancellationToken: process.Life));

            bench.StartProcess();
            await bench.ApplyAsync(environment);

            (await bench.PlanAsync(environment)).Changes.Should().BeEmpty();
            bench.Settle().Should().Equal(undisturbed, "the process was killed after call {0}", call);
            equal++;
        }

        output.WriteLine(FormattableString.Invariant($"{what}: apply killed after each of {calls} calls: {equal} of {calls} equal"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Destroy_KilledAfterEachCall_IsFinishedByTheNext(bool hasPipeline)
    {
        var environment = hasPipeline ? Deliveries.ByCodeCommit().Build() : Environment(EnvironmentController.CodeDeploy);
        var (calls, empty) = await DestroyAsync(environment);
        var equal = 0;
        for (var call = 1; call <= calls; call++)
        {
            await using var bench = new ProvisioningBench();
            await bench.ApplyAsync(environment);
            bench.Settle();
            await RunAndKillAsync(bench, call, process => process.Provisioner.DestroyAsync(environment, cancellationToken: process.Life));

            bench.StartProcess();
            await bench.DestroyAsync(environment);

            bench.Settle().Should().Equal(empty, "the process was killed after call {0}", call);
            equal++;
        }

        output.WriteLine(FormattableString.Invariant($"destroy{(hasPipeline ? " with a pipeline" : string.Empty)} killed after each of {calls} calls: {equal} of {calls} equal"));
    }

    private static BlueGreenEnvironment Environment(EnvironmentController controller) => ProvisioningBench.Labo(controller).WithAlarm(new("5xx-high")).WithTaskRole("admin-task").WithLogRetention(30).Build();

    private static async Task<(int Calls, IReadOnlyList<string> Picture)> ApplyAsync(BlueGreenEnvironment environment)
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(environment);
        return (bench.Process.Switch.Calls, bench.Settle());
    }

    private static async Task<(int Calls, IReadOnlyList<string> Picture)> DestroyAsync(BlueGreenEnvironment environment)
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(environment);
        bench.Settle();
        var process = bench.StartProcess();
        await bench.DestroyAsync(environment);
        return (process.Switch.Calls, bench.Settle());
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a dead process throws nobody sees.")]
    private static async Task RunAndKillAsync(ProvisioningBench bench, int call, Func<DeployerProcess, Task> run)
    {
        var process = bench.StartProcess();
        process.Switch.KillAt(call, isHeard: false);
        try
        {
            await bench.Clock.DriveAsync(run(process));
        }
        catch (Exception)
        {
            process.Switch.IsDead.Should().BeTrue();
        }
    }
}
