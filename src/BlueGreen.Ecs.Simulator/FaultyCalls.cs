using System.Globalization;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// Calls that are to go wrong: first which of them (<see cref="Call"/>, <see cref="Every"/>, <see cref="After"/>; without, all of them), then how. What
/// says how returns the same calls again, so that others of them can fail in another way: <c>.Call(1).LoseReply().Call(2).Throttle()</c>.
/// </summary>
public sealed class FaultyCalls
{
    private readonly FaultPlan _plan;
    private readonly FaultPattern _pattern;
    private readonly FaultTurns _turns;

    internal FaultyCalls(FaultPlan plan, FaultPattern pattern, FaultTurns turns) => (_plan, _pattern, _turns) = (plan, pattern, turns);

    /// <summary>Means one call only.</summary>
    /// <param name="number">Its number, from 1 on; behind <see cref="After"/>, counted from there.</param>
    /// <returns>That call.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public FaultyCalls Call(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return With(_turns with { Only = number });
    }

    /// <summary>Means every so-manieth call: <c>Every(3)</c> the third, the sixth, the ninth.</summary>
    /// <param name="count">How many, from 1 on.</param>
    /// <returns>Those calls.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    public FaultyCalls Every(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return With(_turns with { Every = count });
    }

    /// <summary>Lets some calls go well first.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The calls that follow them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public FaultyCalls After(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(_turns with { Skipped = count });
    }

    /// <summary>The call has its effect, but the connection breaks before the answer: the client cannot know.</summary>
    /// <returns>The same calls.</returns>
    public FaultyCalls LoseReply() => Add(new Fault(FaultKind.LostReply, "performed, and its reply lost"));

    /// <summary>The call is refused without effect, with the code and status by which the service throttles.</summary>
    /// <returns>The same calls.</returns>
    public FaultyCalls Throttle() => Add(new Fault(FaultKind.Throttled, "throttled"));

    /// <summary>The call fails without effect, on the service's side.</summary>
    /// <param name="statusCode">The HTTP status, 500 to 599. 503 tells <c>ServiceUnavailable</c>, any other <c>InternalFailure</c>.</param>
    /// <returns>The same calls.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of a failed server.</exception>
    public FaultyCalls Fail(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 500);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return statusCode == 503
            ? Fail("ServiceUnavailable", "The service is unavailable. Please try again later.", statusCode)
            : Fail("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", statusCode);
    }

    /// <summary>The call is refused without effect.</summary>
    /// <param name="errorCode">The code as it stands on the wire, such as <c>AccessDeniedException</c>.</param>
    /// <param name="message">The text that goes with it.</param>
    /// <param name="statusCode">The HTTP status. Default: 400.</param>
    /// <returns>The same calls.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The status is not 400 to 599.</exception>
    public FaultyCalls Fail(string errorCode, string message, int statusCode = 400)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        var told = string.Create(CultureInfo.InvariantCulture, $"failed with {statusCode}");
        return Add(new Fault(FaultKind.Error, told) { Error = (errorCode, message, statusCode) });
    }

    /// <summary>The call has its effect at once, and its answer comes late.</summary>
    /// <param name="delay">How late, in simulated time.</param>
    /// <returns>The same calls.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public FaultyCalls Slow(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Add(new Fault(FaultKind.Slow, $"performed, and answered {delay.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s later") { Delay = delay });
    }

    /// <summary>The call has no effect and gets no answer, until the client gives up.</summary>
    /// <param name="after">After how much simulated time the connection is given up. Default: 100 seconds, as an <see cref="HttpClient"/> waits.</param>
    /// <returns>The same calls.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public FaultyCalls TimeOut(TimeSpan? after = null)
    {
        var delay = after ?? TimeSpan.FromSeconds(100);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(after));
        return Add(new Fault(FaultKind.TimedOut, "not performed, and never answered") { Delay = delay });
    }

    private FaultyCalls With(FaultTurns turns) => new(_plan, _pattern, turns);

    private FaultyCalls Add(Fault fault)
    {
        _plan.Add(new FaultRule(_pattern, _turns, fault));
        return With(new FaultTurns());
    }
}
