namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

/// <summary>What goes wrong between the library and AWS: calls that fail, answers that are lost, and a process that is killed.</summary>
public sealed class TaskSetFaultTests(ITestOutputHelper output)
{
    private const int Unavailable = 503;

    // Few looks, so that every call of a deployment can be the last one.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DeploymentBuilder Canary => ExternalBench.Deploy().Bake(TimeSpan.FromMinutes(2));

    public static TheoryData<string, string> Faults()
    {
        var data = new TheoryData<string, string>();
        foreach (var call in (string[])["CreateTaskSet", "TagResource", "ModifyListener", "UpdateServicePrimaryTaskSet", "UpdateTaskSet", "DeleteTaskSet", "DescribeTaskSets", "DescribeRules", "DescribeTargetHealth"])
        {
            data.AddRange([.. ((string[])["LoseReply", "Throttle", "Fail", "TimeOut"]).Where(fault => call != "CreateTaskSet" || fault == "LoseReply").Select(fault => new TheoryDataRow<string, string>(call, fault))]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Deploy_EachCallGoesWrongOnce_EndsAsUndisturbed(string call, string fault)
    {
        await using var bench = await ExternalBench.CreateAsync();
        var service = call is "ModifyListener" or "DescribeRules" or "DescribeTargetHealth" ? "elasticloadbalancing" : "ecs";
        await using var run = call == "CreateTaskSet" ? null : await bench.Deployer.StartAsync(Canary.Build(), Token);
        foreach (var number in Enumerable.Range(1, 3))
        {
            var faulty = bench.Simulator.Faults.On($"{service}:{call}").Call(number);
            _ = fault switch
            {
                "LoseReply" => faulty.LoseReply(),
                "Throttle" => faulty.Throttle(),
                "Fail" => faulty.Fail(500),
                _ => faulty.TimeOut(),
            };
        }

        var result = run is null ? (await bench.RunAsync(Canary)).Result : await bench.Clock.DriveAsync(run.Completion);

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded, result.Reason);
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deploy_KilledAtEveryCallAndTakenUpByAnother_EndsAsUndisturbed(bool losesTheLastReply)
    {
        var calls = 0;
        for (var last = 1; ; last++)
        {
            await using var bench = await ExternalBench.CreateAsync();
            var isKilled = await RunAndKillAsync(bench, Canary, last, losesTheLastReply);
            if (!isKilled)
            {
                break;
            }

            calls = last;
            var result = await TakeUpAsync(bench, Canary);
            result.Should().Be(DeploymentOutcome.Succeeded, "killed at call {0}: {1}", last, string.Join('\n', bench.Simulator.History.TakeLast(30)));
            await bench.EndedAsync(DeploymentOutcome.Succeeded);
        }

        calls.Should().BeGreaterThan(40);
        output.WriteLine($"killed at each of {calls} calls, and taken up: all succeeded, no request failed");
    }

    [Fact]
    public async Task RollBack_KilledAtEveryCallAndTakenUpByAnother_EndsAsUndisturbed()
    {
        var deployment = Canary.RollBackOn(RollBackTrigger.Alarm("red"));
        var calls = 0;
        for (var last = 1; ; last++)
        {
            await using var bench = await ExternalBench.CreateAsync();
            bench.Simulator.SetAlarmState("red", "OK", region: bench.Region);
            bench.Simulator.After(TimeSpan.FromMinutes(4), () => bench.Simulator.SetAlarmState("red", "ALARM", region: bench.Region));
            var isKilled = await RunAndKillAsync(bench, deployment, last, losesTheLastReply: true);
            if (!isKilled)
            {
                break;
            }

            calls = last;
            if ((await bench.SetsAsync()).Any(set => set.Status == "ACTIVE"))
            {
                (await TakeUpAsync(bench, deployment)).Should().Be(DeploymentOutcome.RolledBack, "killed at call {0}", last);
                await bench.EndedAsync(DeploymentOutcome.RolledBack);
            }
        }

        calls.Should().BeGreaterThan(30);
        output.WriteLine($"killed at each of {calls} calls, and taken up: all rolled back, no request failed");
    }

    [Fact]
    public async Task RollBack_TagsCannotBeWritten_TheTrafficGoesBackAllTheSame()
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.SetAlarmState("red", "OK", region: bench.Region);
        await using var run = await bench.Deployer.StartAsync(ExternalBench.Deploy().RollBackOn(RollBackTrigger.Alarm("red")).Build(), Token);
        bench.Simulator.After(TimeSpan.FromMinutes(3), () =>
        {
            bench.Simulator.Faults.On("ecs:TagResource").Throttle();
            bench.Simulator.SetAlarmState("red", "ALARM", region: bench.Region);
        });

        await bench.Clock.DriveAsync(run.Completion.ContinueWith(_ => { }, TaskScheduler.Default));

        (await bench.WeightsAsync()).Green.Should().Be(0);
    }

    [Fact]
    public async Task Service_DeletedMeanwhile_FailsAndSaysSo()
    {
        await using var bench = await ExternalBench.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(ExternalBench.Deploy().Build(), Token);
        bench.Simulator.After(TimeSpan.FromMinutes(1), () => bench.Ecs.DeleteServiceAsync(new() { Cluster = "web", Service = "shop", Force = true }, Token).GetAwaiter().GetResult());

        var result = await bench.Clock.DriveAsync(run.Completion);

        (result.Outcome, result.Last.GreenPercent).Should().Be((DeploymentOutcome.Failed, 0));
        result.Reason.Should().StartWith("The service is gone");
    }

    // Behind the last call nothing is heard of AWS any more; that is all that AWS sees of a process that was killed.
    private static async Task<bool> RunAndKillAsync(ExternalBench bench, DeploymentBuilder deployment, int last, bool losesTheLastReply)
    {
        var deployer = bench.CreateDeployer(Pause);
        if (losesTheLastReply)
        {
            bench.Simulator.Faults.On("*").Call(last).LoseReply();
        }

        bench.Simulator.Faults.On("*").After(last).Fail(Unavailable);
        var deploying = deployer.DeployAsync(deployment.Build(), cancellationToken: Token);
        await bench.Clock.DriveAsync(deploying.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        bench.Simulator.Faults.Clear();
        return deploying.IsFaulted;
    }

    // Who comes after a kill finds what runs, or begins anew.
    private static async Task<DeploymentOutcome> TakeUpAsync(ExternalBench bench, DeploymentBuilder deployment)
    {
        var deployer = bench.CreateDeployer(Pause);
        try
        {
            await using var run = await deployer.AttachAsync(ExternalBench.Service, Token);
            return (await bench.Clock.DriveAsync(run.Completion)).Outcome;
        }
        catch (NoDeploymentInProgressException)
        {
            var primary = (await bench.SetsAsync()).Single(set => set.Status == "PRIMARY");
            return primary.LoadBalancers[0].TargetGroupArn == bench.Green
                ? DeploymentOutcome.Succeeded
                : (await bench.Clock.DriveAsync(deployer.DeployAsync(deployment.Build(), cancellationToken: Token))).Outcome;
        }
    }
}
