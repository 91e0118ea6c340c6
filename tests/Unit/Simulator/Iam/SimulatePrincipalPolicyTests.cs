using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Iam;

public sealed class SimulatePrincipalPolicyTests
{
    private const string Role = "arn:aws:iam::123456789012:role/deployer";
    private const string Trust = """{"Statement":[{"Effect":"Allow","Principal":{"Service":"codebuild.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    [Theory]
    [InlineData("codedeploy:CreateDeployment", "*", "allowed")]
    [InlineData("codedeploy:BatchGetDeployments", "*", "allowed")]
    [InlineData("codedeploy:StopDeployment", "*", "implicitDeny")]
    [InlineData("ECS:describeServices", "arn:aws:ecs:eu-west-1:123456789012:service/web/api", "allowed")]
    [InlineData("ecs:DescribeServices", "arn:aws:ecs:eu-west-1:123456789012:service/other/api", "implicitDeny")]
    [InlineData("ecs:DeleteService", "arn:aws:ecs:eu-west-1:123456789012:service/web/api", "explicitDeny")]
    public async Task Action_OfARole_IsDecidedByItsPolicies(string action, string resource, string decision)
    {
        await using var aws = Deployer();

        Result(aws, action, resource)["EvalDecision"]!.GetValue<string>().Should().Be(decision);
    }

    [Fact]
    public async Task PassRole_WithoutTheContext_IsNotAllowedAndTellsWhatIsMissing()
    {
        await using var aws = Deployer();
        const string Task = "arn:aws:iam::123456789012:role/task";

        Result(aws, "iam:PassRole", Task)["EvalDecision"]!.GetValue<string>().Should().Be("implicitDeny");
        Result(aws, "iam:PassRole", Task)["MissingContextValues"]!.ToJsonString().Should().Be("""["iam:PassedToService"]""");
        Result(aws, "iam:PassRole", Task, "ecs-tasks.amazonaws.com")["EvalDecision"]!.GetValue<string>().Should().Be("allowed");
        Result(aws, "iam:PassRole", Task, "ec2.amazonaws.com")["EvalDecision"]!.GetValue<string>().Should().Be("implicitDeny");
    }

    [Fact]
    public async Task Call_ForAnUnknownRole_IsRefused()
    {
        await using var aws = Deployer();

        aws.Invoking(one => one.Call("iam.SimulatePrincipalPolicy", new JsonObject { ["PolicySourceArn"] = Role + "2", ["ActionNames"] = new JsonArray("ecs:RunTask") }))
            .Should().Throw<AwsErrorException>().Which.Code.Should().Be("NoSuchEntity");
    }

    private static AwsSimulator Deployer()
    {
        var aws = new AwsSimulator();
        aws.Call("iam.CreateRole", new JsonObject { ["RoleName"] = "deployer", ["AssumeRolePolicyDocument"] = Trust });
        aws.Call("iam.AttachRolePolicy", new JsonObject { ["RoleName"] = "deployer", ["PolicyArn"] = "arn:aws:iam::aws:policy/AWSCodeDeployDeployerAccess" });
        aws.Call("iam.PutRolePolicy", new JsonObject
        {
            ["RoleName"] = "deployer",
            ["PolicyName"] = "ecs",
            ["PolicyDocument"] = """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"ecs:*","Resource":"arn:aws:ecs:*:*:service/web/*"},
                  {"Effect":"Deny","Action":["ecs:Delete*"],"Resource":"*"},
                  {"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":["ecs-tasks.amazonaws.com"]}}}]}
                """,
        });
        return aws;
    }

    private static JsonNode Result(AwsSimulator aws, string action, string resource, string? passedTo = null)
    {
        var request = new JsonObject
        {
            ["PolicySourceArn"] = Role,
            ["ActionNames"] = new JsonArray(action),
            ["ResourceArns"] = new JsonArray(resource),
        };
        if (passedTo is not null)
        {
            request["ContextEntries"] = new JsonArray(new JsonObject { ["ContextKeyName"] = "iam:PassedToService", ["ContextKeyValues"] = new JsonArray(passedTo), ["ContextKeyType"] = "string" });
        }

        return aws.Call("iam.SimulatePrincipalPolicy", request)["EvaluationResults"]![0]!;
    }
}
