namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>What a value of the model is.</summary>
internal enum ShapeKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>One of the shape's <see cref="Shape.Values"/>.</summary>
    Enumeration,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A moment, as epoch seconds.</summary>
    Timestamp,

    /// <summary>Bytes, as base64.</summary>
    Blob,

    /// <summary>Any JSON.</summary>
    Document,

    /// <summary>Named members.</summary>
    Structure,

    /// <summary>Elements in order.</summary>
    List,

    /// <summary>Values by text key.</summary>
    Map,
}
