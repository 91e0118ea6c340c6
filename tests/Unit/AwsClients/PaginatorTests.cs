using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

public sealed class PaginatorTests
{
    private readonly List<HttpRequestMessage> _asked = [];

    [Fact]
    public async Task Elements_OfSeveralPages_AreAllWalked()
    {
        using var ecs = Client(Page("a", next: "2"), Page("b", next: "3"), Page("c", next: null));
        var request = new ListServicesRequest { Cluster = "web" };

        var arns = await Walk(ecs.Paginators.ListServices(request).ServiceArns);

        arns.Should().Equal("a", "b", "c");
        request.NextToken.Should().BeNull("the request is left as it was");
    }

    [Fact]
    public async Task Responses_FromATokenOn_StartThere()
    {
        using var ecs = Client(Page("b", next: null));

        var pages = await Walk(ecs.Paginators.ListServices(new ListServicesRequest { NextToken = "2" }).Responses);

        pages.Should().ContainSingle().Which.ServiceArns.Should().Equal("b");
    }

    [Fact]
    public async Task Responses_WalkedTwice_Throw()
    {
        using var ecs = Client(Page("a", next: null));
        var paginator = ecs.Paginators.ListServices(new ListServicesRequest());
        await Walk(paginator.Responses);

        var act = () => Walk(paginator.Responses);

        await act.Should().ThrowAsync<InvalidOperationException>().WithMessage("*new paginator*");
    }

    [Fact]
    public async Task Responses_WithTheSameTokenAgain_Throw()
    {
        using var ecs = Client(Page("a", next: "2"), Page("b", next: "2"));

        var act = () => Walk(ecs.Paginators.ListServices(new ListServicesRequest()).Responses);

        await act.Should().ThrowAsync<AmazonClientException>().WithMessage("*ListServicesRequest*never end*");
    }

    [Fact]
    public async Task Responses_Cancelled_AskForNoFurtherPage()
    {
        using var ecs = Client(Page("a", next: "2"));
        using var cancellation = new CancellationTokenSource();

        var act = async () =>
        {
            await foreach (var page in ecs.Paginators.ListServices(new ListServicesRequest()).Responses.WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        _asked.Should().ContainSingle();
    }

    private static (HttpStatusCode Status, string Body) Page(string arn, string? next) =>
        (HttpStatusCode.OK, next is null ? $$"""{"serviceArns":["{{arn}}"]}""" : $$"""{"serviceArns":["{{arn}}"],"nextToken":"{{next}}"}""");

    private static async Task<List<T>> Walk<T>(IAsyncEnumerable<T> source)
    {
        var found = new List<T>();
        await foreach (var item in source)
        {
            found.Add(item);
        }

        return found;
    }

    private AmazonECSClient Client(params (HttpStatusCode Status, string Body)[] answers) => ScriptedEcsClient.Create(_asked, answers);
}
