using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>Random values of the models.</summary>
internal static class Samples
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["abcXYZ019 -_./:\"\\<>&{}[]'ü√\n\t"], 0, 12];
    private static readonly Gen<string?> Optional = Gen.Bool.SelectMany(some => some ? Text.Select(text => (string?)text) : Gen.Const((string?)null));
    private static readonly Gen<EquatableArray<string>> Texts = Text.Array[0, 3].Select(items => items.ToEquatableArray());

    private static readonly Gen<EquatableArray<JsonMember>> Unknown = Gen.Select(Gen.Int[0, 9], Gen.OneOf("1", "\"x\"", "null", "true", "-1.5e3", "[]", "{}", "[{\"a\":[1,2]}]", "\"1\""))
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
        from isPublic in Gen.Bool
        from providers in Gen.Select(Text, Gen.Int, Gen.Int).Array[0, 2]
        from hooks in Gen.Select(Gen.OneOf("BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic"), Text).Array[0, 3]
        from unknown in Unknown
        from more in Unknown
        select new AppSpec
        {
            ResourceName = resource,
            TaskDefinition = texts[0],
            ContainerName = texts[1],
            ContainerPort = port,
            PlatformVersion = platform,
            Network = hasNetwork ? new() { Subnets = subnets, SecurityGroups = subnets, AssignPublicIp = isPublic } : null,
            CapacityProviderStrategy = providers.Select(item => new CapacityProviderStrategyItem(item.Item1, item.Item2, item.Item3)).ToEquatableArray(),
            Hooks = hooks.Select(hook => new LifecycleHook(hook.Item1, hook.Item2)).ToEquatableArray(),
            AdditionalProperties = unknown,
            Additional = more,
        };
}
