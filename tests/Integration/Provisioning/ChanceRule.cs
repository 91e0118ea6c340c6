using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>One way in which two makings differ by chance.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Path">Of which fields; for <see cref="ChanceKind.Order"/> only the end that stands for the place in the set is matched.</param>
/// <param name="Drawn">Where the id stands in the value, as the group <c>id</c>.</param>
/// <param name="Symbol">The name that the id gets, from the groups of <paramref name="Path"/>.</param>
/// <param name="Reason">Why.</param>
internal sealed record ChanceRule(ChanceKind Kind, Regex Path, Regex? Drawn, string? Symbol, string Reason)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static ChanceRule Id(string path, string drawn, string symbol, string reason) => new(ChanceKind.Id, Pattern(path), Pattern($"^{drawn}$"), symbol, reason);

    public static ChanceRule Value(string path, string reason) => new(ChanceKind.Value, Pattern(path), Drawn: null, Symbol: null, reason);

    public static ChanceRule History(string path, string reason) => new(ChanceKind.History, Pattern(path), Drawn: null, Symbol: null, reason);

    public static ChanceRule Order(string list, string reason) => new(ChanceKind.Order, Pattern($"(?<={list})/[0-9]+$"), Drawn: null, Symbol: null, reason);

    private static Regex Pattern(string text) => new(text, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
}
