using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Iam;

public sealed class ManagedPolicyTests
{
    private const string Arn = "arn:aws:iam::123456789012:policy/read";
    private const string Role = "arn:aws:iam::123456789012:role/task";

    [Fact]
    public async Task Policy_OfTheAccount_DecidesByItsDefaultVersion()
    {
        await using var aws = Attached();

        (Decision(aws, "s3:GetObject"), Decision(aws, "s3:PutObject")).Should().Be(("allowed", "implicitDeny"));
        aws.Call("iam.CreatePolicyVersion", Policy("PolicyDocument", Allowing("s3:PutObject"), "SetAsDefault", true));

        (Decision(aws, "s3:GetObject"), Decision(aws, "s3:PutObject")).Should().Be(("implicitDeny", "allowed"));
        aws.Call("iam.GetPolicy", Policy())["Policy"]!["DefaultVersionId"]!.GetValue<string>().Should().Be("v2");
        aws.Call("iam.ListPolicyVersions", Policy()).Objects("Versions").Select(one => one.Text("VersionId")).Should().Equal("v2", "v1");
    }

    [Fact]
    public async Task Delete_OfAPolicyInUse_IsRefused()
    {
        await using var aws = Attached();

        Refusal(() => aws.Call("iam.DeletePolicy", Policy())).Should().Be("Cannot delete a policy attached to entities.");
        Refusal(() => aws.Call("iam.DeletePolicyVersion", Policy("VersionId", "v1"))).Should().Be("Cannot delete the default version of a policy.");
        aws.Call("iam.DetachRolePolicy", new JsonObject { ["RoleName"] = "task", ["PolicyArn"] = Arn });
        aws.Call("iam.DeletePolicy", Policy());
        Refusal(() => aws.Call("iam.GetPolicy", Policy())).Should().Be($"Policy {Arn} was not found.");
    }

    [Fact]
    public async Task Versions_BeyondFive_AreRefused()
    {
        await using var aws = Attached();
        for (var i = 0; i < 4; i++)
        {
            aws.Call("iam.CreatePolicyVersion", Policy("PolicyDocument", Allowing("s3:PutObject")));
        }

        Refusal(() => aws.Call("iam.CreatePolicyVersion", Policy("PolicyDocument", Allowing("s3:PutObject")))).Should().Contain("up to 5 versions");
    }

    [Fact]
    public async Task ListPolicies_ByScope_HasTheAccountsOrAws()
    {
        await using var aws = Attached();

        aws.Call("iam.ListPolicies", new JsonObject { ["Scope"] = "Local" }).Objects("Policies").Select(one => one.Text("Arn")).Should().Equal(Arn);
        aws.Call("iam.ListPolicies", new JsonObject { ["Scope"] = "AWS" }).Objects("Policies").Select(one => one.Text("Arn")).Should()
            .Contain("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy").And.NotContain(Arn);
        Refusal(() => aws.Call("iam.DeletePolicy", new JsonObject { ["PolicyArn"] = "arn:aws:iam::aws:policy/AdministratorAccess" })).Should().Be("Policy is outside your own account.");
    }

    [Fact]
    public async Task Roles_AreListedAndChanged()
    {
        await using var aws = Attached();

        aws.Call("iam.UpdateRole", new JsonObject { ["RoleName"] = "task", ["Description"] = "changed" });

        aws.Call("iam.ListRoles", new JsonObject { ["PathPrefix"] = "/" }).Objects("Roles").Select(one => one.Text("Description")).Should().Equal("changed");
        aws.Call("iam.ListRoles", new JsonObject { ["PathPrefix"] = "/other/" }).Objects("Roles").Should().BeEmpty();
    }

    private static AwsSimulator Attached()
    {
        var aws = new AwsSimulator();
        aws.Call("iam.CreateRole", new JsonObject { ["RoleName"] = "task", ["AssumeRolePolicyDocument"] = Allowing("sts:AssumeRole") });
        aws.Call("iam.CreatePolicy", new JsonObject { ["PolicyName"] = "read", ["PolicyDocument"] = Allowing("s3:GetObject") });
        aws.Call("iam.AttachRolePolicy", new JsonObject { ["RoleName"] = "task", ["PolicyArn"] = Arn });
        return aws;
    }

    private static string Allowing(string action) => $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{action}}","Resource":"*"} }""";

    private static JsonObject Policy(string? member = null, JsonNode? value = null, string? other = null, JsonNode? otherValue = null)
    {
        var policy = new JsonObject { ["PolicyArn"] = Arn };
        policy.SetUnlessNull(member ?? "", value);
        policy.SetUnlessNull(other ?? "", otherValue);
        return policy;
    }

    private static string Decision(AwsSimulator aws, string action) =>
        aws.Call("iam.SimulatePrincipalPolicy", new JsonObject { ["PolicySourceArn"] = Role, ["ActionNames"] = new JsonArray(action) }).Objects("EvaluationResults")[0].Text("EvalDecision")!;

    private static string Refusal(Action call) => call.Should().Throw<AwsErrorException>().Which.Message;
}
