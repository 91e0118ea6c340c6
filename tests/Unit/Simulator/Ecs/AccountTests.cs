using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>What tools that set infrastructure up ask of ECS beside services: settings, clusters, capacity providers, old task definitions.</summary>
public sealed class AccountTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();

    [Fact]
    public void AccountSettings_Effective_AreThePrincipalsOverTheAccountsOverAwss()
    {
        const string Me = "arn:aws:iam::123456789012:user/me";
        Call("PutAccountSettingDefault", """{"name":"containerInsights","value":"enabled"}""");
        Call("PutAccountSetting", $$"""{"name":"containerInsights","value":"enhanced","principalArn":"{{Me}}"}""").Object("setting")!.Text("principalArn").Should().Be(Me);

        Effective("containerInsights", null).Should().Be("enabled");
        Effective("containerInsights", Me).Should().Be("enhanced");
        Effective("taskLongArnFormat", Me).Should().Be("enabled");
        Call("ListAccountSettings", "{}").Objects("settings").Should().ContainSingle();
        Call("DeleteAccountSetting", $$"""{"name":"containerInsights","principalArn":"{{Me}}"}""");

        Effective("containerInsights", Me).Should().Be("enabled");
    }

    [Fact]
    public void Cluster_UpdatedAndGivenCapacityProviders_ShowsThem()
    {
        Call("CreateCluster", """{"clusterName":"c"}""");
        Call("UpdateClusterSettings", """{"cluster":"c","settings":[{"name":"containerInsights","value":"enabled"}]}""");
        Call("UpdateCluster", """{"cluster":"c","serviceConnectDefaults":{"namespace":"n"}}""");
        Call("PutClusterCapacityProviders",
            """{"cluster":"c","capacityProviders":["FARGATE"],"defaultCapacityProviderStrategy":[{"capacityProvider":"FARGATE","weight":1}]}""");

        var cluster = Call("DescribeClusters", """{"clusters":["c"],"include":["SETTINGS"]}""").Objects("clusters")[0];

        cluster.Objects("settings")[0].Text("value").Should().Be("enabled");
        cluster.Object("serviceConnectDefaults")!.Text("namespace").Should().Be("n");
        cluster.Texts("capacityProviders").Should().Equal("FARGATE");
        var unknown = () => Call("PutClusterCapacityProviders", """{"cluster":"c","capacityProviders":["mine"],"defaultCapacityProviderStrategy":[]}""");
        unknown.Should().Throw<AwsErrorException>().Which.Code.Should().Be("InvalidParameterException");
    }

    [Fact]
    public void CapacityProviders_OfFargate_AreThere()
    {
        Call("DescribeCapacityProviders", "{}").Objects("capacityProviders").Select(one => one.Text("name")).Should().Equal("FARGATE", "FARGATE_SPOT");
        Call("DescribeCapacityProviders", """{"capacityProviders":["mine"]}""").Objects("failures").Should().ContainSingle().Which.Text("reason").Should().Be("MISSING");
    }

    [Fact]
    public void TaskDefinitions_Deregistered_CanBeDeleted()
    {
        Register();
        Register();
        Call("DeregisterTaskDefinition", """{"taskDefinition":"f:1"}""");

        var answer = Call("DeleteTaskDefinitions", """{"taskDefinitions":["f:1","f:2","f:9"]}""");

        answer.Objects("taskDefinitions").Should().ContainSingle().Which.Text("status").Should().Be("DELETE_IN_PROGRESS");
        answer.Objects("failures").Should().HaveCount(2);
        Call("ListTaskDefinitions", """{"status":"INACTIVE"}""").Texts("taskDefinitionArns").Should().BeEmpty();
        Call("ListTaskDefinitions", """{"status":"DELETE_IN_PROGRESS"}""").Texts("taskDefinitionArns").Should().ContainSingle();
        Call("ListTaskDefinitionFamilies", """{"familyPrefix":"f","status":"ACTIVE"}""").Texts("families").Should().Equal("f");
    }

    [Fact]
    public void Tags_OfAService_ReachItsTasks()
    {
        Call("CreateCluster", """{"clusterName":"c"}""");
        Register();
        Call("CreateService", """{"cluster":"c","serviceName":"s","taskDefinition":"f","desiredCount":1,"propagateTags":"SERVICE","tags":[{"key":"team","value":"web"}]}""");
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var task = Call("ListTasks", """{"cluster":"c"}""").Texts("taskArns")[0];

        Call("ListTagsForResource", $$"""{"resourceArn":"{{task}}"}""").Objects("tags").Should().ContainSingle().Which.Text("value").Should().Be("web");
        Call("TagResource", $$"""{"resourceArn":"{{task}}","tags":[{"key":"b","value":"c"}]}""");
        Call("ListTagsForResource", $$"""{"resourceArn":"{{task}}"}""").Objects("tags").Should().HaveCount(2);
    }

    [Fact]
    public void ListServicesByNamespace_OfServiceConnect_FindsTheService()
    {
        Call("CreateCluster", """{"clusterName":"c"}""");
        Register();
        Call("CreateService", """{"cluster":"c","serviceName":"s","taskDefinition":"f","serviceConnectConfiguration":{"enabled":true,"namespace":"internal"}}""");

        Call("ListServicesByNamespace", """{"namespace":"internal"}""").Texts("serviceArns").Should().ContainSingle();
        Call("ListServicesByNamespace", """{"namespace":"other"}""").Texts("serviceArns").Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private string? Effective(string name, string? principal)
    {
        var input = new JsonObject { ["name"] = name, ["effectiveSettings"] = true };
        input.SetUnlessNull("principalArn", principal);
        return _simulator.Call("ecs.ListAccountSettings", input).Objects("settings").Should().ContainSingle().Which.Text("value");
    }

    private void Register() => Call("RegisterTaskDefinition", """{"family":"f","containerDefinitions":[{"name":"app","image":"one:1","memory":128}]}""");

    private JsonObject Call(string operation, string input) => _simulator.Call($"ecs.{operation}", JsonNode.Parse(input)!.AsObject());
}
