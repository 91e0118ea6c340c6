namespace BlueGreen.Ecs;

/// <summary>How production traffic moves to the new version.</summary>
public enum TrafficShiftKind
{
    /// <summary>All of it at once.</summary>
    AllAtOnce,

    /// <summary>A part first, and after an interval the rest.</summary>
    Canary,

    /// <summary>Equal parts at equal intervals.</summary>
    Linear,

    /// <summary>Parts of any size, at equal intervals.</summary>
    Steps,
}
