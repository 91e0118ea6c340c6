namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class RequestTests
{
    [Fact]
    public void Requests_FilledAtRandom_AreMarshalledAsByTheOfficialPackages()
    {
        Requests.Comparison.Differences.Should().BeEmpty();
    }
}
