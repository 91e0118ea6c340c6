using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Watching;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

public sealed class TokenBucketTests
{
    // Timers go by whole milliseconds: one may come so much later after its time than the next one.
    private const double Timer = 0.001;
    private const double Tolerance = 1e-6;

    private static readonly Gen<(int Burst, int PerSecond, int[] Pauses)> Uses = Gen.Select(Gen.Int[1, 30], Gen.Int[1, 40], Gen.Int[0, 400].Array[1, 120]);

    [Fact]
    public void Law_AnyCallsAtAnyTimes_NeverMoreThanBurstAndRateAllow() => Uses.Sample(use =>
    {
        var granted = GrantedAt(use.Burst, use.PerSecond, use.Pauses);

        return granted.Count == use.Pauses.Length && granted.Index().All(first => granted.Index().Skip(first.Index).All(last =>
            last.Index - first.Index + 1 <= use.Burst + (((last.Item - first.Item).TotalSeconds + Timer) * use.PerSecond) + Tolerance));
    });

    [Fact]
    public void Law_CallsThatWait_GoInTheirOrderAndNoLaterThanTheRateAsks() => Uses.Sample(use =>
    {
        var granted = GrantedAt(use.Burst, use.PerSecond, [.. use.Pauses.Select(_ => 0)]);

        return granted.SequenceEqual(granted.Order())
            && (granted[^1] - granted[0]).TotalSeconds <= (Math.Max(0, granted.Count - use.Burst) / (double)use.PerSecond) + Timer + Tolerance;
    });

    [Fact]
    public void TryTake_UntilItIsEmpty_TellsSoAndFillsAgain()
    {
        using var simulator = new Disposable();
        var bucket = new TokenBucket(2, 4, simulator.Clock);

        (bucket.TryTake(), bucket.TryTake(), bucket.TryTake()).Should().Be((true, true, false));
        simulator.Clock.Advance(TimeSpan.FromSeconds(0.25));
        (bucket.TryTake(), bucket.TryTake()).Should().Be((true, false));
    }

    [Fact]
    public async Task Take_WhileOthersWait_LeavesNothingToTry()
    {
        await using var simulator = new AwsSimulator();
        var bucket = new TokenBucket(1, 1, simulator.Clock);
        await bucket.TakeAsync(TestContext.Current.CancellationToken);
        var waiting = bucket.TakeAsync(TestContext.Current.CancellationToken);

        simulator.Clock.Advance(TimeSpan.FromSeconds(1));

        waiting.IsCompletedSuccessfully.Should().BeTrue();
        bucket.TryTake().Should().BeFalse();
    }

    private static List<DateTimeOffset> GrantedAt(int burst, int perSecond, int[] pauses)
    {
        using var simulator = new Disposable();
        var clock = simulator.Clock;
        var bucket = new TokenBucket(burst, perSecond, clock);
        var granted = new List<DateTimeOffset>();
        var asked = new List<Task>();
        foreach (var pause in pauses)
        {
            clock.Advance(TimeSpan.FromMilliseconds(pause));
            asked.Add(TakeAsync());
        }

        clock.Advance(TimeSpan.FromHours(1));
        asked.Should().OnlyContain(task => task.IsCompletedSuccessfully);
        return granted;

        async Task TakeAsync()
        {
            await bucket.TakeAsync(CancellationToken.None).ConfigureAwait(false);
            granted.Add(clock.GetUtcNow());
        }
    }

    private sealed class Disposable : IDisposable
    {
        private readonly AwsSimulator _simulator = new();

        public SimulatorClock Clock => _simulator.Clock;

        public void Dispose() => _simulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
