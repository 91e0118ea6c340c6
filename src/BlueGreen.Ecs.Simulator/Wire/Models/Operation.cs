namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>An operation of a service.</summary>
/// <param name="Name">Such as <c>DescribeServices</c>.</param>
/// <param name="Input">What a request holds.</param>
/// <param name="Output">What an answer holds.</param>
/// <param name="Errors">The shapes of the errors that it is documented to answer.</param>
internal sealed record Operation(string Name, Shape Input, Shape Output, IReadOnlySet<string> Errors)
{
    /// <summary>Method and path in a REST protocol; none in the others.</summary>
    public HttpRoute? Route { get; init; }
}
