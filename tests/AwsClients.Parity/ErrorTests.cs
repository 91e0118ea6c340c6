extern alias ours;

using Ssm = ours::Amazon.SimpleSystemsManagement.Model;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class ErrorTests
{
    [Fact]
    public void Errors_OfEveryOperation_AreReadAsByTheOfficialPackages()
    {
        Errors.Comparison.Differences.Should().BeEmpty();
    }

    [Fact]
    public void Error_WithMembersInItsBody_IsFilled()
    {
        var unmarshaller = Peers.OurUnmarshaller(typeof(Ssm.PutInventoryResponse));

        var exception = CannedResponse.ReadError(unmarshaller, """{"__type":"ItemContentMismatchException","Message":"no","TypeName":"AWS:File"}""", []);

        exception.Should().BeOfType<Ssm.ItemContentMismatchException>().Which.TypeName.Should().Be("AWS:File");
    }
}
