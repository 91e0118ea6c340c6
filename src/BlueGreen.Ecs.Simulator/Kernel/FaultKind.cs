namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>How a call goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>It is refused before it has an effect, with a code and a text.</summary>
    Error,

    /// <summary>It is refused before it has an effect, as the service throttles.</summary>
    Throttled,

    /// <summary>It has its effect, and the connection breaks before the answer.</summary>
    LostReply,

    /// <summary>It has its effect, and the answer comes late.</summary>
    Slow,

    /// <summary>It never reaches the service, and no answer comes.</summary>
    TimedOut,
}
