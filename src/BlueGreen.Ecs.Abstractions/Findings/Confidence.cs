namespace BlueGreen.Ecs;

/// <summary>How sure a cause is.</summary>
public enum Confidence
{
    /// <summary>It would explain the failure; nothing but circumstances speak for it.</summary>
    Possible,

    /// <summary>AWS's words or numbers speak for it; they may have a deeper cause.</summary>
    Likely,

    /// <summary>AWS names it.</summary>
    Certain,
}
