namespace BlueGreen.Ecs;

/// <summary>How far a deployment has come; the same for every engine.</summary>
public enum Stage
{
    /// <summary>Accepted, and not yet begun.</summary>
    Pending,

    /// <summary>The new version starts beside the old one.</summary>
    Install,

    /// <summary>The new version gets test traffic, or has been tested and waits to be let through.</summary>
    TestTraffic,

    /// <summary>Production traffic moves to the new version.</summary>
    ProductionTraffic,

    /// <summary>All traffic is on the new version; the old one is kept for a while.</summary>
    Bake,

    /// <summary>Production traffic goes back to the old version.</summary>
    RollBack,

    /// <summary>Nothing happens any more.</summary>
    Finished,
}
