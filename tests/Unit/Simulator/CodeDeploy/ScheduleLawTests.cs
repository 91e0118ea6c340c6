using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>What holds at every moment of any row of deployments, whatever is stopped, breaks, alarms, is scaled or goes wrong with calls meanwhile.</summary>
public sealed class ScheduleLawTests
{
    private const string Alarm = "5xx";

    // The evidence takes 100,000; here as many as a test may take. BLUEGREEN_SCHEDULES says otherwise.
#pragma warning disable RS0030 // How long a test may take is the machine's choice.
    private static readonly int Schedules = int.Parse(Environment.GetEnvironmentVariable("BLUEGREEN_SCHEDULES") ?? "100", CultureInfo.InvariantCulture);
#pragma warning restore RS0030

    private static readonly string[] Configs =
    [
        "CodeDeployDefault.ECSAllAtOnce", "CodeDeployDefault.ECSCanary10Percent5Minutes", "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    ];

    private static readonly Gen<Schedule> All =
        from config in Gen.Int[0, Configs.Length - 1]
        from tasks in Gen.Int[1, 3]
        from hasTest in Gen.Bool
        from readyMinutes in Gen.Int[0, 2]
        from terminationMinutes in Gen.Int[0, 6]
        from rollsBack in Gen.Bool
        from steps in Gen.Select(Gen.Enum<Act>(), Gen.Int[1, 400], (act, seconds) => new Step(act, seconds)).Array[1, 12]
        select new Schedule(Configs[config], tasks, hasTest, readyMinutes, terminationMinutes, rollsBack, steps);

    [Fact]
    public async Task AnySchedule_AtEveryMoment_KeepsTheRules()
    {
        var deployments = 0;
        await All.SampleAsync(async schedule => Interlocked.Add(ref deployments, await CheckAsync(schedule)), iter: Schedules);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Schedules} schedules with {deployments} deployments: no rule was broken.");
    }

    private static async Task<int> CheckAsync(Schedule schedule)
    {
        await using var world = await SeedWorld.CreateAsync(options =>
        {
            options.DeploymentConfigName = schedule.Config;
            options.DesiredCount = schedule.Tasks;
            options.TestPort = schedule.HasTestListener ? 8081 : null;
            options.ReadyWait = TimeSpan.FromMinutes(schedule.ReadyMinutes);
            options.TerminationWait = TimeSpan.FromMinutes(schedule.TerminationMinutes);
            options.Alarms = [Alarm];
        });
        var watch = new DeploymentWatch(world);
        watch.Advance(TimeSpan.Zero);
        foreach (var step in (IEnumerable<Step>)[new Step(Act.Deploy, 1), .. schedule.Steps])
        {
            Do(world, watch, schedule, step.Act);
            watch.Advance(TimeSpan.FromSeconds(step.Seconds));
        }

        watch.Finish(TimeSpan.FromHours(3));
        watch.CheckWeightsOfAllTimes();
        return watch.Deployments;
    }

    private static void Do(SeedWorld world, DeploymentWatch watch, Schedule schedule, Act act)
    {
        var faults = world.Simulator.Faults;
        var alarm = world.Simulator.Alarms[Alarm, world.Seed.Region];
        switch (act)
        {
            case Act.Deploy:
                watch.Deploy(schedule.RollsBack);
                break;
            case Act.Stop or Act.StopAndRollBack:
                watch.Try("StopDeployment", input => input["autoRollbackEnabled"] = act is Act.StopAndRollBack);
                break;
            case Act.Continue:
                watch.Try("ContinueDeployment", input => input["deploymentWaitType"] = "READY_WAIT");
                break;
            case Act.SkipWait:
                watch.Try("SkipWaitTimeForInstanceTermination", _ => { });
                break;
            case Act.AlarmGoesOff:
                alarm.GoesOffAfter(TimeSpan.FromSeconds(10)).RecoversAfter(TimeSpan.FromSeconds(70));
                break;
            case Act.ImageBreaks:
                world.Simulator.Images[world.Seed.ImageV2].FailsHealthChecks();
                break;
            case Act.ImageCrashes:
                world.Simulator.Images[world.Seed.ImageV2].Crashes(TimeSpan.FromSeconds(20));
                break;
            case Act.ImageIsMended:
                world.Simulator.Images.Remove(world.Seed.ImageV2);
                break;
            case Act.Scale:
                world.Call("ecs", "UpdateService", new JsonObject { ["cluster"] = "web", ["service"] = world.Seed.ServiceName, ["desiredCount"] = 1 + (world.Now.Second % 3) });
                break;
            case Act.LoseReply:
                faults.On("codedeploy:CreateDeployment").Call(1).LoseReply();
                break;
            case Act.Throttle:
                faults.On("codedeploy:*").Call(1).Throttle();
                break;
        }
    }

    private enum Act
    {
        Deploy,
        Stop,
        StopAndRollBack,
        Continue,
        SkipWait,
        AlarmGoesOff,
        ImageBreaks,
        ImageCrashes,
        ImageIsMended,
        Scale,
        LoseReply,
        Throttle,
    }

    private sealed record Step(Act Act, int Seconds)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Act} +{Seconds}s");
    }

    private sealed record Schedule(string Config, int Tasks, bool HasTestListener, int ReadyMinutes, int TerminationMinutes, bool RollsBack, Step[] Steps)
    {
        public override string ToString() => $"{Config} {Tasks} test={HasTestListener} ready={ReadyMinutes} termination={TerminationMinutes} rollsBack={RollsBack}: {string.Join(", ", Steps.AsEnumerable())}";
    }
}
