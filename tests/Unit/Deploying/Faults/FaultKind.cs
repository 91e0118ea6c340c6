namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>What becomes of one call.</summary>
public enum FaultKind
{
    /// <summary>Refused, because there were too many.</summary>
    Throttled,

    /// <summary>Not performed: an error of AWS's.</summary>
    ServerError,

    /// <summary>Not performed, and never answered.</summary>
    TimedOut,

    /// <summary>Performed, and its answer lost.</summary>
    LostReply,

    /// <summary>Performed and answered; the process is killed before it makes another one.</summary>
    KilledAfter,

    /// <summary>Performed; the process is killed before it hears of it.</summary>
    KilledBeforeTheReply,
}
