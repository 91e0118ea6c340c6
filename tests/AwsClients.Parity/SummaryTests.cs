namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class SummaryTests(ITestOutputHelper output)
{
    [Fact]
    public void Parity_OfAllParts_IsToldInOneLine()
    {
        var surface = Surface.Comparison;
        var unexplained = surface.Differences.Except(KnownDifferences.Reasons.Keys, StringComparer.Ordinal).Count();
        var summary = $"parity: {surface.Types} types, {surface.Members} members compared, {unexplained} unexplained differences; "
            + $"{Part("requests", Requests.Comparison)}, {Part("responses", Responses.Comparison)}, "
            + $"{Part("errors", Errors.Comparison)}, {Part("endpoints", Endpoints.Comparison)}";
        output.WriteLine(summary);
        Console.WriteLine(summary);

        unexplained.Should().Be(0);
    }

    private static string Part(string name, Comparison part) => $"{part.Members} {name} ({part.Differences.Count} different)";
}
