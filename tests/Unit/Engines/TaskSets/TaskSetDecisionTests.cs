using BlueGreen.Ecs.Engines.TaskSets;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Engines.TaskSets;

/// <summary>Laws of the decision, in a small model of AWS that does what is decided and lets time pass.</summary>
public sealed class TaskSetDecisionTests
{
    private const int MostActions = 400;

    private static readonly Stage[] Holdable = [Stage.Install, Stage.TestTraffic, Stage.ProductionTraffic, Stage.Bake];

    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Gen<TrafficShift> Shifts = Gen.OneOf(
        Gen.Const(TrafficShift.AllAtOnce),
        Gen.Int[1, 99].Select(percent => TrafficShift.Canary(percent, TimeSpan.FromMinutes(5))),
        Gen.Int[5, 99].Select(percent => TrafficShift.Linear(percent, TimeSpan.FromMinutes(1))),
        Gen.Const(TrafficShift.InSteps(TimeSpan.FromMinutes(3), 1, 5, 25, 100)));

    private static readonly Gen<TaskSetSettings> AnySettings = Gen.Select(Shifts, Gen.Int[0, 20], Gen.Int[0, 15], Gen.Bool, Gen.Bool, (shift, bake, gates, scales, corrects) => new TaskSetSettings
    {
        Shift = shift,
        Bake = TimeSpan.FromMinutes(bake),
        Gates = Holdable.Where((_, i) => (gates & (1 << i)) != 0).ToEquatableArray(),
        BlueId = "blue",
        RuleArn = "rule",
        TestRuleArn = "test",
        ScaleWithTraffic = scales,
        OnDrift = corrects ? ListenerDriftPolicy.Correct : ListenerDriftPolicy.RollBack,
    });

    // Any state that a deployment, its helpers and other people can leave behind.
    private static readonly Gen<TaskSetsState> AnyState = Gen.Select(AnySettings, Gen.Int[0, 100], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 511], Gen.Int[0, 20], (settings, step, blue, green, bits, wait) => new TaskSetsState
    {
        Now = Start + TimeSpan.FromMinutes(wait),
        Settings = settings,
        Progress = new()
        {
            Step = step % (settings.Shift.Steps.Count + 1),
            StepAt = Start,
            Passed = settings.Waits.Count == 0 ? null : settings.Waits[step % settings.Waits.Count].Name,
            RollBack = (bits & 1) != 0 ? "why" : null,
            RollBackAt = Start,
        },
        Green = Version("green", (bits & 2) != 0 && (bits & 4) != 0 ? TaskSetStatus.Primary : TaskSetStatus.Active) with { IsSteady = (bits & 8) != 0, SteadyChangedAt = Start, Healthy = (bits & 16) != 0 ? 2 : 0, Scale = 100 },
        Blue = Version("blue", (bits & 2) != 0 && (bits & 4) != 0 ? TaskSetStatus.Active : TaskSetStatus.Primary) with { IsSteady = true },
        Weights = (bits & 32) != 0 ? null : (bits & 64) != 0 ? new(blue, green) : TaskSetDecision.WeightsOf(settings, step % (settings.Shift.Steps.Count + 1)),
        Test = (TestTarget)(bits >> 7),
        RedAlarms = (bits & 3) == 3 ? ["red"] : [],
    });

    [Fact]
    public void Decide_AnyState_GivesTheSameTwice() => AnyState.Sample(state => TaskSetDecision.Decide(state).Should().Be(TaskSetDecision.Decide(state)));

    [Fact]
    public void Decide_AnyState_AnActionThatWasCarriedOutIsNotDueAgain() => AnyState.Sample(state =>
    {
        var action = TaskSetDecision.Decide(state);
        if (action is not (TaskSetAction.Wait or TaskSetAction.Hold or TaskSetAction.Done))
        {
            TaskSetDecision.Decide(World.Apply(state, action)).Should().NotBe(action);
        }
    });

    [Fact]
    public void Decide_AnyState_ComesToAnEnd() => AnyState.Sample(state =>
    {
        var (last, done, _) = World.Run(state);

        done.Should().NotBeNull();
        done!.Status.Should().BeOneOf(DeploymentStatus.Succeeded, DeploymentStatus.RolledBack);
        var isNew = done.Status == DeploymentStatus.Succeeded;
        (isNew ? last.Weights!.IsAllGreen : last.Weights!.IsAllBlue).Should().BeTrue("all traffic is on the version that stays");
        (isNew ? last.Green!.Status : last.Blue!.Status).Should().Be(TaskSetStatus.Primary);
        (isNew ? last.Blue?.Status : last.Green?.Status).Should().Be(TaskSetStatus.Draining);
    });

    [Fact]
    public void Decide_AnyState_NeverTakesFromTheNewVersionButOnTheWayBack() => AnyState.Sample(state =>
    {
        var (_, _, actions) = World.Run(state);

        foreach (var (before, action) in actions)
        {
            var share = before.Weights?.GreenPercent ?? 0;
            if (action is TaskSetAction.SetWeights set)
            {
                set.Weights.GreenPercent.Should().BeGreaterThanOrEqualTo(share);
                before.Green!.IsReady.Should().BeTrue();
            }
            else if (action is TaskSetAction.CorrectWeights correct)
            {
                correct.Weights.Should().Be(before.Green!.Status == TaskSetStatus.Primary ? ForwardWeights.AllGreen : TaskSetDecision.WeightsOf(before.Settings!, before.Progress.Step));
            }
            else if (action is TaskSetAction.Promote)
            {
                before.Weights!.IsAllGreen.Should().BeTrue();
            }
            else if (action is TaskSetAction.DrainBlue or TaskSetAction.DeleteBlue)
            {
                (before.Weights!.IsAllGreen, before.Green!.Status).Should().Be((true, TaskSetStatus.Primary));
            }
            else if (action is TaskSetAction.DrainGreen or TaskSetAction.DeleteGreen)
            {
                (before.Weights!.IsAllBlue, before.Blue!.Status).Should().Be((true, TaskSetStatus.Primary));
            }
        }
    });

    [Fact]
    public void Decide_FromTheStart_SucceedsThroughEveryStep() => AnySettings.Sample(settings =>
    {
        var (_, done, actions) = World.Run(new()
        {
            Now = Start,
            Settings = settings,
            Green = Version("green", TaskSetStatus.Active) with { CreatedAt = Start, Scale = settings.ScaleWithTraffic ? settings.Shift.Steps[0].GreenPercent : 100 },
            Blue = Version("blue", TaskSetStatus.Primary),
            Weights = new(1, 0),
            Test = TestTarget.Green,
        });

        done.Should().Be(new TaskSetAction.Done(DeploymentStatus.Succeeded));
        actions.Select(one => one.Action).OfType<TaskSetAction.SetWeights>().Select(set => set.Step).Should().Equal(Enumerable.Range(1, settings.Shift.Steps.Count));
        actions.Select(one => one.Action).OfType<TaskSetAction.Hold>().Select(hold => hold.At).Should().Equal(settings.Waits);
    });

    [Fact]
    public void Decide_TheNewVersionIsGone_TellsByWhatIsLeft()
    {
        TaskSetDecision.Decide(new() { Now = Start, Weights = new(1, 0) }).Should().BeOfType<TaskSetAction.Done>().Which.Status.Should().Be(DeploymentStatus.RolledBack);
        TaskSetDecision.Decide(new() { Now = Start, IsReplaced = true }).Should().BeOfType<TaskSetAction.Done>().Which.Status.Should().Be(DeploymentStatus.Failed);
    }

    private static VersionState Version(string id, TaskSetStatus status) =>
        new() { Id = id, Status = status, CreatedAt = Start, Scale = 100, Tasks = new(2, 2, 0), SteadyChangedAt = Start };

    private static class World
    {
        /// <summary>Carries out what is decided until it is done; tasks get healthy with time, gates let through.</summary>
        public static (TaskSetsState Last, TaskSetAction.Done? Done, List<(TaskSetsState Before, TaskSetAction Action)> Actions) Run(TaskSetsState state)
        {
            var actions = new List<(TaskSetsState, TaskSetAction)>();
            for (var i = 0; i < MostActions; i++)
            {
                var action = TaskSetDecision.Decide(state);
                actions.Add((state, action));
                if (action is TaskSetAction.Done done)
                {
                    return (state, done, actions);
                }

                state = Apply(state, action);
            }

            return (state, null, actions);
        }

        public static TaskSetsState Apply(TaskSetsState state, TaskSetAction action) => action switch
        {
            TaskSetAction.Wait => Later(state),
            TaskSetAction.Hold hold => state with { Progress = state.Progress with { Passed = hold.At.Name } },
            TaskSetAction.SetTestTraffic test => state with { Test = test.Target },
            TaskSetAction.SetWeights set => state with { Weights = set.Weights, Progress = state.Progress with { Step = set.Step, StepAt = state.Now } },
            TaskSetAction.CorrectWeights correct => state with { Weights = correct.Weights },
            TaskSetAction.ScaleGreen scale => state with { Green = state.Green! with { Scale = scale.Percent, IsSteady = false, SteadyChangedAt = state.Now } },
            TaskSetAction.Promote => state with { Green = state.Green! with { Status = TaskSetStatus.Primary }, Blue = state.Blue! with { Status = TaskSetStatus.Active } },
            TaskSetAction.PromoteBlue => state with { Blue = state.Blue! with { Status = TaskSetStatus.Primary }, Green = state.Green! with { Status = TaskSetStatus.Active } },
            TaskSetAction.DrainBlue => state with { Blue = state.Blue! with { Scale = 0 } },
            TaskSetAction.DeleteBlue => state with { Blue = state.Blue! with { Status = TaskSetStatus.Draining } },
            TaskSetAction.RollBack back => state with { Weights = ForwardWeights.AllBlue, Progress = state.Progress with { RollBack = back.Reason, RollBackAt = state.Now } },
            TaskSetAction.BringBack => state with { Weights = ForwardWeights.AllBlue },
            TaskSetAction.DrainGreen => state with { Green = state.Green! with { Scale = 0 } },
            TaskSetAction.DeleteGreen => state with { Green = state.Green! with { Status = TaskSetStatus.Draining } },
            _ => state,
        };

        private static TaskSetsState Later(TaskSetsState state) => state with
        {
            Now = state.Now + TimeSpan.FromSeconds(20),
            Green = state.Green! with { IsSteady = true, Healthy = 2, SteadyChangedAt = state.Green.IsSteady ? state.Green.SteadyChangedAt : state.Now },
        };
    }
}
