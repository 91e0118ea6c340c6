namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>An HTTP answer, whatever carries it.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Further headers.</param>
internal sealed record WireReply(int Status, string ContentType, ReadOnlyMemory<byte> Body, params IReadOnlyList<(string Name, string Value)> Headers);
