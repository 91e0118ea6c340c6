namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>How a value of a request can be wrong.</summary>
internal enum InputProblemKind
{
    /// <summary>A required member is absent.</summary>
    Absent,

    /// <summary>The value is of another type than the model's.</summary>
    WrongType,

    /// <summary>The value is out of the model's bounds or enumeration.</summary>
    NotAllowed,
}
