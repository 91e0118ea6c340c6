using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>What bodies look like in a REST protocol, and what its errors are.</summary>
internal interface IRestFormat
{
    string ContentType { get; }

    string RequestIdHeader { get; }

    /// <summary>The error of a path that names no operation.</summary>
    AwsErrorException Unknown { get; }

    /// <returns>The members of a structure, from a body that is not empty.</returns>
    /// <exception cref="AwsErrorException">The body cannot be read at all.</exception>
    JsonObject Read(ReadOnlyMemory<byte> body, Shape structure);

    /// <param name="operation">The operation that answers.</param>
    /// <param name="root">The name of the member that is the body; none where the body has members of its own.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="structure">Its shape.</param>
    byte[] Write(Operation operation, string? root, JsonObject value, Shape structure);

    /// <returns>The body of an error, and headers that tell it.</returns>
    (byte[] Body, (string Name, string Value)[] Headers) WriteError(AwsErrorException error, string requestId);
}
