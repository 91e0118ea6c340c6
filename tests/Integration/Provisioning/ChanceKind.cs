namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>What a rule says of its fields.</summary>
internal enum ChanceKind
{
    /// <summary>They hold an id that AWS draws.</summary>
    Id,

    /// <summary>Their values say nothing.</summary>
    Value,

    /// <summary>They tell what happened on the way, more or less of it.</summary>
    History,

    /// <summary>They are members of a set, in any order.</summary>
    Order,
}
