namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>The parts of an HTTP message.</summary>
internal enum MemberLocation
{
    /// <summary>A member of the body.</summary>
    Body,

    /// <summary>A label of the path.</summary>
    Uri,

    /// <summary>A parameter of the query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>All headers with a common prefix.</summary>
    Headers,

    /// <summary>The whole body.</summary>
    Payload,

    /// <summary>The status of the answer.</summary>
    Status,
}
