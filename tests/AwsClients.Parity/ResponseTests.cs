namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class ResponseTests
{
    [Fact]
    public void Responses_FilledAtRandom_AreReadAsByTheOfficialPackages()
    {
        Responses.Comparison.Differences.Should().BeEmpty();
    }
}
