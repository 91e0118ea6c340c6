namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class SurfaceTests(ITestOutputHelper output)
{
    [Fact]
    public void Surface_OfOurClients_IsThatOfTheOfficialPackages()
    {
        output.WriteLine($"The official packages have {Surface.OfficialOnly} more properties and constants, of newer models.");

        Surface.Comparison.Differences.Except(KnownDifferences.Reasons.Keys, StringComparer.Ordinal).Should().BeEmpty();
    }

    [Fact]
    public void KnownDifferences_All_AreStillMet()
    {
        KnownDifferences.Reasons.Keys.Except(Surface.Comparison.Differences, StringComparer.Ordinal).Should().BeEmpty();
    }
}
