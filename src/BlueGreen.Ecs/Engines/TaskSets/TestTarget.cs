namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Where test traffic goes.</summary>
internal enum TestTarget
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>To the old version's target group.</summary>
    Blue,

    /// <summary>To the new version's target group.</summary>
    Green,

    /// <summary>Elsewhere: somebody has changed it.</summary>
    Other,
}
