namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>An HTTP request, whatever carried it.</summary>
/// <param name="Method">Such as <c>POST</c>.</param>
/// <param name="Path">The path without the query.</param>
/// <param name="Query">The query without the question mark.</param>
/// <param name="Headers">By name, without regard to case.</param>
/// <param name="Body">The whole body.</param>
internal sealed record WireRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}
