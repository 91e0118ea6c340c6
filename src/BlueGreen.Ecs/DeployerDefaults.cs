namespace BlueGreen.Ecs;

/// <summary>The values of <see cref="DeployerOptions"/> when nobody sets them.</summary>
internal static class DeployerDefaults
{
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(16);
    public static readonly TimeSpan ToleratedOutage = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan NoProgressLimit = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan PreflightLimit = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan CancelBudget = TimeSpan.FromMinutes(5);
}
