namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>Every trouble that is known is named, before or after, and nothing else is named above it.</summary>
public sealed class GalleryTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Trouble> All =
    [
        .. DocumentTroubles.All, .. StartTroubles.All, .. NetworkTroubles.All, .. CourseTroubles.All, .. BuildTroubles.All, .. RuledOutTroubles.All,
    ];

    public static TheoryData<string> Names() => [.. All.Select(trouble => trouble.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Trouble_IsNamed(string name)
    {
        var trouble = All.Single(one => one.Name == name);

        var row = await GalleryPlayer.PlayAsync(trouble);

        output.WriteLine($"gallery  {row.Name} | before: {Code(trouble.Before, row.Before)} | after: {Code(trouble.After, row.After)} | {(trouble.After is null ? trouble.RuledOut ?? "" : FormattableString.Invariant($"{row.Seconds:0} s"))}");
        if (trouble.Before is { } before)
        {
            row.Before.Should().NotBeEmpty("it can be found before").And.HaveElementAt(0, before, $"nothing else stands above it: {string.Join(", ", row.Before)}");
        }

        if (trouble.After is { } after)
        {
            row.After.Should().NotBeEmpty($"it can be explained; AWS says: {row.Reason}").And.HaveElementAt(0, after, $"nothing else stands above it: {string.Join(", ", row.After)}; AWS says: {row.Reason}");
        }
    }

    [Fact]
    public void Gallery_ShowsEveryKnownTrouble()
    {
        var names = All.Select(trouble => trouble.Name).ToHashSet(StringComparer.Ordinal);

        var missing = KnownTroubles.OfEcs.Concat(KnownTroubles.OfTheWalkThrough).Where(known => !names.Contains(known.Value)).Select(known => known.Key);

        missing.Should().BeEmpty();
        output.WriteLine($"gallery: {KnownTroubles.OfEcs.Count} known troubles of ECS and {KnownTroubles.OfTheWalkThrough.Count} of the walk-through, none missing, in {All.Count} rows");
    }

    [Fact]
    public void Gallery_HasAtLeast45Troubles()
    {
        All.Should().HaveCountGreaterThanOrEqualTo(45);
        All.Select(trouble => trouble.Name).Should().OnlyHaveUniqueItems();
        All.Should().OnlyContain(trouble => trouble.Before != null || trouble.After != null || trouble.RuledOut != null);
    }

    private static string Code(string? wanted, EquatableArray<string> found) => wanted is null ? "-" : found.Count == 0 ? "nothing" : found[0];
}
