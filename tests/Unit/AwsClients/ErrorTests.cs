using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

public sealed class ErrorTests
{
    private readonly List<HttpRequestMessage> _asked = [];

    [Fact]
    public async Task Error_WithMembers_IsTypedAndFilled()
    {
        var exception = await Fail("""{"__type":"com.amazonaws.ecs#ConflictException","message":"busy","resourceIds":["a","b"]}""");

        var conflict = exception.Should().BeOfType<ConflictException>().Subject;
        conflict.ResourceIds.Should().Equal("a", "b");
        conflict.Message.Should().Be("busy");
        conflict.ErrorCode.Should().Be("ConflictException");
        conflict.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Error_ThatTheOperationDoesNotName_IsTheServicesBaseException()
    {
        var exception = await Fail("""{"__type":"TaskSetNotFoundException","message":"no"}""");

        exception.Should().BeOfType<AmazonECSException>().Which.ErrorCode.Should().Be("TaskSetNotFoundException");
    }

    [Fact]
    public async Task Error_WithMembersOfAnotherForm_LeavesThemUnset()
    {
        var exception = await Fail("""{"__type":"ConflictException","message":"busy","resourceIds":7}""");

        exception.Should().BeOfType<ConflictException>().Which.Message.Should().Be("busy");
    }

    [Fact]
    public async Task UserAgent_OfACall_NamesThisLibrary()
    {
        await Fail("{}");

        _asked.Should().ContainSingle().Which.Headers.GetValues("User-Agent").Should().ContainMatch("aws-sdk-dotnet-coreclr/4.* api/ECS#4.* lib/bluegreen-ecs#0.1.0*");
    }

    private async Task<AmazonECSException> Fail(string body)
    {
        using var ecs = ScriptedEcsClient.Create(_asked, (HttpStatusCode.BadRequest, body));
        var request = new StopServiceDeploymentRequest { ServiceDeploymentArn = "arn" };
        var act = () => ecs.StopServiceDeploymentAsync(request, TestContext.Current.CancellationToken);
        return (await act.Should().ThrowAsync<AmazonECSException>()).Which;
    }
}
