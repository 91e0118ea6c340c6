namespace BlueGreen.Ecs;

/// <summary>
/// A lifecycle event at which CodeDeploy asks a Lambda function. The
/// <see href="https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html#appspec-hooks-ecs">five of ECS</see> are here;
/// <c>Install</c>, <c>AllowTestTraffic</c> and <c>AllowTraffic</c> are CodeDeploy's own and cannot be hooked.
/// </summary>
/// <param name="Name">Its name as an AppSpec has it, such as <c>AfterInstall</c>.</param>
public readonly record struct HookEvent(string Name)
{
    /// <summary>Before the new version's tasks are made.</summary>
    public static HookEvent BeforeInstall { get; } = new("BeforeInstall");

    /// <summary>The new version's tasks run, and get no traffic yet.</summary>
    public static HookEvent AfterInstall { get; } = new("AfterInstall");

    /// <summary>The test listener leads to the new version: the place for smoke tests.</summary>
    public static HookEvent AfterAllowTestTraffic { get; } = new("AfterAllowTestTraffic");

    /// <summary>Before production traffic moves.</summary>
    public static HookEvent BeforeAllowTraffic { get; } = new("BeforeAllowTraffic");

    /// <summary>All production traffic has moved.</summary>
    public static HookEvent AfterAllowTraffic { get; } = new("AfterAllowTraffic");

    /// <summary>All five, in the order in which a deployment meets them.</summary>
    public static EquatableArray<HookEvent> All { get; } = [BeforeInstall, AfterInstall, AfterAllowTestTraffic, BeforeAllowTraffic, AfterAllowTraffic];

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
