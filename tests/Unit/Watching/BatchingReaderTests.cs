using System.Globalization;
using System.Net;
using Amazon.ECS;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Watching;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

public sealed class BatchingReaderTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();
    private readonly List<IReadOnlyList<int>> _calls = [];

    private SimulatorClock Clock => _simulator.Clock;

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Read_AskedTogether_TravelsInOneCallAndEachKeyOnce()
    {
        var reader = Reader(limit: 25);

        var answers = await Clock.DriveAsync(Task.WhenAll(new[] { 1, 2, 2, 3, 1 }.Select(key => ReadAsync(reader, key))));

        answers.Should().Equal("1", "2", "2", "3", "1");
        _calls.Should().ContainSingle().Which.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Read_AskedOneAfterTheOther_IsReadAnewEachTime()
    {
        var reader = Reader(limit: 25);

        await Clock.DriveAsync(ReadAsync(reader, 1));
        await Clock.DriveAsync(ReadAsync(reader, 1));

        _calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task Read_MoreThanTheLimit_TravelsInAsFewCallsAsItAllows()
    {
        var reader = Reader(limit: 25);

        await Clock.DriveAsync(Task.WhenAll(Enumerable.Range(0, 100).Select(key => ReadAsync(reader, key))));

        _calls.Select(call => call.Count).Should().Equal(25, 25, 25, 25);
    }

    [Fact]
    public async Task Read_AKeyThatAwsDoesNotKnow_IsNull()
    {
        var reader = Reader(limit: 25, unknown: 2);

        (await Clock.DriveAsync(Task.WhenAll(ReadAsync(reader, 1), ReadAsync(reader, 2)))).Should().Equal("1", null);
    }

    [Fact]
    public async Task Read_AKeyThatAwsRefuses_DoesNotFailTheOthers()
    {
        var reader = Reader(limit: 25, refused: 2);

        var (first, second, third) = (ReadAsync(reader, 1), ReadAsync(reader, 2), ReadAsync(reader, 3));
        await Clock.DriveAsync(Task.WhenAny(Task.WhenAll(first, third)));

        (await first, await third).Should().Be(("1", "3"));
        await FluentActions.Awaiting(() => Clock.DriveAsync(second)).Should().ThrowAsync<AwsCallException>().WithMessage("*2*");
        _calls.Select(call => call.Count).Should().Equal(3, 1, 1, 1);
    }

    [Fact]
    public async Task Read_TheCallFails_FailsAllWhoAskedWithoutFurtherCalls()
    {
        var reader = new BatchingReader<int, string>(25, Plenty(), keys => throw Failed(keys, HttpStatusCode.InternalServerError), Clock);

        var (first, second) = (ReadAsync(reader, 1), ReadAsync(reader, 2));

        await FluentActions.Awaiting(() => Clock.DriveAsync(first)).Should().ThrowAsync<AwsCallException>();
        await FluentActions.Awaiting(() => Clock.DriveAsync(second)).Should().ThrowAsync<AwsCallException>();
        _calls.Should().ContainSingle();
    }

    [Fact]
    public async Task Read_OneOfSeveralGivesUp_TheOthersGetTheirAnswer()
    {
        var reader = Reader(limit: 25);
        using var cancellation = new CancellationTokenSource();
        var (gone, stays) = (reader.ReadAsync(1, mayBeOld: false, cancellation.Token), ReadAsync(reader, 1));

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => gone).Should().ThrowAsync<OperationCanceledException>();
        (await Clock.DriveAsync(stays)).Should().Be("1");
    }

    [Fact]
    public async Task Read_TheBudgetIsUsedUp_OldAnswersDoWhereTheyMayAndTheRestWaits()
    {
        var reader = new BatchingReader<int, string>(1, new(2, 0.5, Clock), Answer, Clock);
        await Clock.DriveAsync(Task.WhenAll(OldAsync(1), OldAsync(2)));

        var before = Clock.GetUtcNow();
        await Clock.DriveAsync(OldAsync(1));
        (Clock.GetUtcNow() - before).Should().BeLessThan(TimeSpan.FromSeconds(1));
        _calls.Should().HaveCount(2);

        await Clock.DriveAsync(ReadAsync(reader, 1));
        (Clock.GetUtcNow() - before).Should().BeGreaterThan(TimeSpan.FromSeconds(1));
        _calls.Should().HaveCount(3);

        Task<string?> OldAsync(int key) => reader.ReadAsync(key, mayBeOld: true, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Read_TheBudgetNeverHasEnough_EveryKeyIsReadAnewInTurn()
    {
        var reader = new BatchingReader<int, string>(1, new(4, 2, Clock), Answer, Clock);

        await Clock.DriveAsync(LookAsync());

        _calls.Select(call => call[0]).GroupBy(key => key).Select(group => group.Count()).Should().HaveCount(8).And.OnlyContain(count => count >= 3);

        async Task LookAsync()
        {
            for (var look = 0; look < 20; look++)
            {
                await Task.WhenAll(Enumerable.Range(0, 8).Select(key => reader.ReadAsync(key, mayBeOld: true, TestContext.Current.CancellationToken))).ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromSeconds(1), Clock, TestContext.Current.CancellationToken).ConfigureAwait(false);
            }
        }
    }

    [Fact]
    public async Task Law_AnyAsksAtAnyTimes_EachGetsItsOwnAnswerAndNoCallIsOverTheLimit() =>
        await Gen.Select(Gen.Int[1, 30], Gen.Select(Gen.Int[0, 60], Gen.Int[0, 100]).Array[1, 100]).SampleAsync(async (limit, asks) =>
        {
            await using var simulator = new AwsSimulator();
            var calls = new List<IReadOnlyList<int>>();
            var reader = new BatchingReader<int, string>(limit, new(10, 10, simulator.Clock), keys =>
            {
                calls.Add(keys);
                return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, Name));
            }, simulator.Clock);

            var answers = await simulator.Clock.DriveAsync(Task.WhenAll(asks.Select(AskAsync)));

            return answers.SequenceEqual(asks.Select(ask => Name(ask.Item1)), StringComparer.Ordinal) && calls.TrueForAll(call => call.Count <= limit && call.Distinct().Count() == call.Count);

            async Task<string?> AskAsync((int Key, int Delay) ask)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(ask.Delay), simulator.Clock, TestContext.Current.CancellationToken).ConfigureAwait(false);
                return await reader.ReadAsync(ask.Key, mayBeOld: ask.Delay % 2 == 0, TestContext.Current.CancellationToken).ConfigureAwait(false);
            }
        }, iter: 200);

    private static string Name(int key) => key.ToString(CultureInfo.InvariantCulture);

    private static Task<string?> ReadAsync(BatchingReader<int, string> reader, int key) => reader.ReadAsync(key, mayBeOld: false, TestContext.Current.CancellationToken);

    private TokenBucket Plenty() => new(1000, 1000, Clock);

    private BatchingReader<int, string> Reader(int limit, int? unknown = null, int? refused = null) => new(limit, Plenty(), keys =>
    {
        if (refused is { } bad && keys.Contains(bad))
        {
            throw Failed(keys, HttpStatusCode.BadRequest);
        }

        _calls.Add(keys);
        return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.Where(key => key != unknown).ToDictionary(key => key, Name));
    }, Clock);

    private Task<IReadOnlyDictionary<int, string>> Answer(IReadOnlyList<int> keys)
    {
        _calls.Add(keys);
        return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, Name));
    }

    private AwsCallException Failed(IReadOnlyList<int> keys, HttpStatusCode status)
    {
        _calls.Add(keys);
        return new("ecs:Describe", "Code", "r-1", new AmazonECSException($"No answer for {string.Join(", ", keys)}.") { StatusCode = status });
    }
}
