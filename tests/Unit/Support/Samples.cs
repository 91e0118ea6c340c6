using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>Random values of the models.</summary>
internal static class Samples
{
    // What YAML would take for something else, or what its signs would break.
    private static Gen<string> Nasty { get; } = Gen.OneOf(
        "yes", "No", "on", "0.0", "1e3", ".5", "+1", "0x1F", "1:30", "2026-01-02", "~", "null", "Null", "<<", "=", "#", " #", "a #b", ": ", "a: b", "a:", "-", "- a", "-a", "? x", "---", "...", "  two", "end ",
        "<TASK_DEFINITION>", "*a", "&a", "!t", "%d", "@x", "`x`", "|", ">", "\"", "'", "it's", "\\n", "a\nb", "a\n", "a\n\n", "\na", " a\nb", "a\n  b\n", "a \nb", "a\r\nb", "\t", "a\tb\nc", "ü", "日本・語", "\u00A0x", "\u2028", "\uFEFF", "\u0085", "😀", "\u0000", "\u007F", "\e");

    public static Gen<string> Text { get; } = Gen.OneOf(Nasty, Gen.String[Gen.Char["abcXYZ019 -_./:\"\\<>&{}[]'ü√\n\t"], 0, 12]);
    public static Gen<string?> Optional { get; } = Gen.Bool.SelectMany(some => some ? Text.Select(text => (string?)text) : Gen.Const((string?)null));
    public static Gen<EquatableArray<string>> Texts { get; } = Text.Array[0, 3].Select(items => items.ToEquatableArray());

    public static Gen<EquatableArray<NamedValue>> Pairs { get; } =
        Gen.Select(Text, Text).Array[0, 3].Select(pairs => pairs.DistinctBy(pair => pair.Item1, StringComparer.Ordinal).Select(pair => new NamedValue(pair.Item1, pair.Item2)).ToEquatableArray());

    public static Gen<EquatableArray<JsonMember>> Unknown { get; } = Gen.Select(Gen.Int[0, 9], Gen.OneOf("1", "\"x\"", "null", "true", "-1.5e3", "[]", "{}", "[{\"a\":[1,2]}]", "\"1\""))
        .Array[0, 3].Select(members => members.DistinctBy(member => member.Item1).Select(member => new JsonMember($"unknown{member.Item1}", member.Item2)).ToEquatableArray());

    public static Gen<string> Name { get; } = Gen.String[Gen.Char["abcdefXYZ0189-_"], 1, 20];

    public static Gen<TrafficShift> Shift { get; } = Gen.OneOf(
        Gen.OneOf([.. TrafficShift.Predefined]),
        Gen.Select(Gen.Double[0.01, 99.99], Gen.Int[1, 100_000], Gen.Bool, (percent, seconds, isCanary) =>
            isCanary ? TrafficShift.Canary(percent, TimeSpan.FromSeconds(seconds)) : TrafficShift.Linear(percent, TimeSpan.FromSeconds(seconds))));

    public static Gen<TaskDefinition> TaskDefinition { get; } = new RandomModels(unknown: true);

    public static Gen<AppSpec> AppSpec { get; } =
        from resource in Name
        from texts in Text.Array[2]
        from port in Gen.Int[1, 65535]
        from platform in Optional
        from hasNetwork in Gen.Bool
        from subnets in Texts
        from isPublic in Gen.Bool.Nullable()
        from providers in Gen.Select(Text, Gen.Int, Gen.Int).Array[0, 2]
        from hooks in Gen.Select(Gen.OneOf([.. HookEvent.All]), Text).Array[0, 3]
        from unknown in Unknown.Array[7]
        select new AppSpec
        {
            ResourceName = resource,
            TaskDefinition = texts[0],
            ContainerName = texts[1],
            ContainerPort = port,
            PlatformVersion = platform,
            Network = hasNetwork ? new() { Subnets = subnets, SecurityGroups = subnets, AssignPublicIp = isPublic, Additional = unknown[0] } : null,
            CapacityProviderStrategy = providers.Select(item => new CapacityProviderStrategyItem(item.Item1, item.Item2, item.Item3) { Additional = unknown[1] }).ToEquatableArray(),
            Hooks = hooks.Select(hook => new LifecycleHook(hook.Item1, hook.Item2)).ToEquatableArray(),
            AdditionalLoadBalancerInfo = unknown[2],
            AdditionalNetworkConfiguration = unknown[3],
            AdditionalProperties = unknown[4],
            AdditionalResource = unknown[5],
            Additional = unknown[6],
        };
}
