using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Simulator;

public sealed class SimulatorClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // What the world does by itself has no end, so that nothing but a timer of the code may move time on.
    [Fact]
    public async Task DriveAsync_TheOnlyTimerIsGivenUp_TimeStandsStill()
    {
        await using var simulator = new AwsSimulator();
        var seed = await SeedEnvironment.CreateAsync(simulator, cancellationToken: TestContext.Current.CancellationToken);
        using var traffic = simulator.Traffic.Start(seed.ProductionListenerArn, perSecond: 1);
        using var timer = simulator.Clock.CreateTimer(_ => { }, state: null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        var work = new TaskCompletionSource();
        var start = simulator.Clock.GetUtcNow();
        simulator.After(TimeSpan.FromMinutes(1), () =>
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            work.SetResult();
        });

        await simulator.Clock.DriveAsync(work.Task);

        simulator.Clock.GetUtcNow().Should().Be(start + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Advance_SeveralTimers_FireInOrderAtTheirMoment()
    {
        await using var simulator = new AwsSimulator();
        var clock = simulator.Clock;
        var fired = new List<(string Name, double Second)>();
        using var late = Timer("late", 3);
        using var first = Timer("first", 1);
        using var second = Timer("second", 1);
        using var never = Timer("never", 4);

        clock.Advance(TimeSpan.FromSeconds(3));

        fired.Should().Equal(("first", 1), ("second", 1), ("late", 3));
        clock.GetUtcNow().Should().Be(Start.AddSeconds(3));

        ITimer Timer(string name, int seconds) =>
            clock.CreateTimer(_ => fired.Add((name, (clock.GetUtcNow() - Start).TotalSeconds)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task Timer_WithPeriod_FiresUntilDisposed()
    {
        await using var simulator = new AwsSimulator();
        var count = 0;
        var timer = simulator.Clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        simulator.Clock.Advance(TimeSpan.FromSeconds(6));
        await timer.DisposeAsync();
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));

        count.Should().Be(3);
    }

    [Fact]
    public async Task Timer_Changed_ForgetsItsFormerMoment()
    {
        await using var simulator = new AwsSimulator();
        var fired = new List<DateTimeOffset>();
        await using var timer = simulator.Clock.CreateTimer(_ => fired.Add(simulator.Clock.GetUtcNow()), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        simulator.Clock.Advance(TimeSpan.FromSeconds(10));

        fired.Should().Equal(Start.AddSeconds(5));
    }

    [Fact]
    public async Task DriveAsync_SeveralDelays_MeetTheirMoments()
    {
        await using var simulator = new AwsSimulator();
        var clock = simulator.Clock;
        var moments = new List<string>();

        await clock.DriveAsync(Task.WhenAll(Walk("a", 2, 3), Walk("b", 3, 3)));

        moments.Should().Equal("a 2", "b 3", "a 5", "b 6");

        async Task Walk(string name, params int[] seconds)
        {
            foreach (var wait in seconds)
            {
                await Task.Delay(TimeSpan.FromSeconds(wait), clock, TestContext.Current.CancellationToken);
                moments.Add($"{name} {(clock.GetUtcNow() - Start).TotalSeconds}");
            }
        }
    }

    [Fact]
    public async Task DriveAsync_WorkMovesToOtherThreads_TimeStandsStillMeanwhile()
    {
        await using var simulator = new AwsSimulator();
        var clock = simulator.Clock;

        var elapsed = await clock.DriveAsync(WorkAsync());

        elapsed.Should().Be(TimeSpan.FromSeconds(20));

        async Task<TimeSpan> WorkAsync()
        {
            for (var i = 0; i < 20; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, TestContext.Current.CancellationToken);
                await Task.Run(() => Thread.SpinWait(200_000), TestContext.Current.CancellationToken);
            }

            return clock.GetUtcNow() - Start;
        }
    }

    [Fact]
    public async Task DriveAsync_Cancelled_EndsAsTheWorkDoes()
    {
        await using var simulator = new AwsSimulator();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), simulator.Clock);

        var driving = () => simulator.Clock.DriveAsync(Task.Delay(TimeSpan.FromSeconds(10), simulator.Clock, cancellation.Token));

        await driving.Should().ThrowAsync<OperationCanceledException>();
        simulator.Clock.GetUtcNow().Should().Be(Start.AddSeconds(5));
    }

    [Fact]
    public async Task RealTime_Scaled_FollowsTheRealClock()
    {
        var real = new SteppedTime();
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 60, Start = Start }, real);
        var fired = new List<DateTimeOffset>();
        await using var timer = simulator.Clock.CreateTimer(_ => fired.Add(simulator.Clock.GetUtcNow()), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);

        real.Step(TimeSpan.FromMilliseconds(400));
        fired.Should().BeEmpty();
        simulator.Clock.GetUtcNow().Should().Be(Start.AddSeconds(24));
        real.Step(TimeSpan.FromMilliseconds(100));

        fired.Should().Equal(Start.AddSeconds(30));
        simulator.Clock.IsVirtual.Should().BeFalse();
        simulator.Clock.Invoking(clock => clock.Advance(TimeSpan.Zero)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Options_ThatCannotBe_SayWhatToDo()
    {
        Making(new AwsSimulatorOptions { RealTraffic = true }).Should().Throw<ArgumentException>().WithMessage("Real traffic needs time that passes by itself. Set TimeScale*");
        Making(new AwsSimulatorOptions { TimeScale = 0 }).Should().Throw<ArgumentException>();
        Making(new AwsSimulatorOptions { Account = "12" }).Should().Throw<ArgumentException>();
        Making(new AwsSimulatorOptions { KeepListenerPorts = true }).Should().Throw<ArgumentException>();
        Making(new AwsSimulatorOptions { Timings = new SimulatorTimings { TaskStart = TimeSpan.FromSeconds(-1) } }).Should().Throw<ArgumentException>();

        static Func<AwsSimulator> Making(AwsSimulatorOptions options) => () => new AwsSimulator(options);
    }

    /// <summary>A real clock that is moved by hand.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private readonly List<StepTimer> _timers = [];
        private TimeSpan _elapsed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _elapsed.Ticks;

        public override DateTimeOffset GetUtcNow() => Start + _elapsed;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new StepTimer(this, () => callback(state));
            _timers.Add(timer);
            return timer;
        }

        public void Step(TimeSpan by)
        {
            _elapsed += by;
            _timers.ForEach(timer => timer.FireIfDue());
        }

        private sealed class StepTimer(SteppedTime time, Action fire) : ITimer
        {
            private TimeSpan? _due;

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : time._elapsed + dueTime;
                return true;
            }

            public void FireIfDue()
            {
                if (_due <= time._elapsed)
                {
                    _due = null;
                    fire();
                }
            }

            public void Dispose() => _due = null;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
