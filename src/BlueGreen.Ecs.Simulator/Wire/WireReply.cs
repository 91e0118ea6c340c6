using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>An HTTP answer, whatever carries it.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Further headers.</param>
internal sealed record WireReply(int Status, string ContentType, ReadOnlyMemory<byte> Body, params IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>How late it comes, in simulated time. Default: at once.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What becomes of it on the way. Default: nothing, the client gets it.</summary>
    public FaultKind? Lost { get; init; }

    /// <summary>A reply that does not reach the client.</summary>
    public static WireReply Never(FaultKind kind, TimeSpan delay) => new(0, "", ReadOnlyMemory<byte>.Empty) { Lost = kind, Delay = delay };
}
