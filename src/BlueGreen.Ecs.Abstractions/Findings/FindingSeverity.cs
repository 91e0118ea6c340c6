namespace BlueGreen.Ecs;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>It could not be checked; the message says what was missing.</summary>
    NotChecked,

    /// <summary>The deployment can go on, and may go wrong.</summary>
    Warning,

    /// <summary>The deployment would fail, or has failed.</summary>
    Error,
}
