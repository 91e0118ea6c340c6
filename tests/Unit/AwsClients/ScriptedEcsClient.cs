using System.Net;
using Amazon;
using Amazon.ECS;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

/// <summary>The real ECS client before a <see cref="ScriptedHttp"/>.</summary>
internal static class ScriptedEcsClient
{
    public static AmazonECSClient Create(List<HttpRequestMessage> asked, params (HttpStatusCode Status, string Body)[] answers) =>
        new(new BasicAWSCredentials("id", "secret"), new AmazonECSConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            HttpClientFactory = new ScriptedHttp(asked, answers.Select(answer => ScriptedHttp.Answer(answer.Status, answer.Body))),
            MaxErrorRetry = 0,
        });
}
