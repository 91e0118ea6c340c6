using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Iam;

public sealed class CallerTests : IAsyncDisposable
{
    private const string Key = "AKIADEPLOYER";
    private readonly AwsSimulator _aws = new();

    [Fact]
    public void UnknownKey_IsRoot()
    {
        _aws.Callers["OTHER"] = MakeRole();

        var identity = _aws.Invoke("sts", "GetCallerIdentity", [], SimulatorCalls.Region, Key);

        identity.Text("Arn").Should().Be("arn:aws:iam::123456789012:root");
        As("ecs", "ListClusters", []).Should().NotBeNull();
    }

    [Fact]
    public void Caller_IsASessionOfItsRole()
    {
        _aws.Callers[Key] = MakeRole();

        var identity = As("sts", "GetCallerIdentity", []);

        identity.Text("Arn").Should().Be("arn:aws:sts::123456789012:assumed-role/deployer/AKIADEPLOYER");
        identity.Text("Account").Should().Be("123456789012");
        identity.Text("UserId").Should().StartWith("AROA").And.EndWith(":AKIADEPLOYER");
    }

    [Fact]
    public void WhatNoPolicyAllows_IsRefusedInTheWordsOfTheProtocol()
    {
        _aws.Callers[Key] = MakeRole();

        (string Service, string Operation, JsonObject Input, string Code, int Status)[] calls =
        [
            ("ecs", "DescribeServices", new() { ["cluster"] = "web", ["services"] = new JsonArray("shop") }, "AccessDeniedException", 400),
            ("codedeploy", "ListApplications", [], "AccessDeniedException", 400),
            ("elbv2", "DescribeLoadBalancers", [], "AccessDenied", 403),
            ("iam", "ListRoles", [], "AccessDenied", 403),
            ("s3", "GetObject", new() { ["Bucket"] = "files", ["Key"] = "a" }, "AccessDenied", 403),
            ("lambda", "Invoke", new() { ["FunctionName"] = "smoke" }, "AccessDeniedException", 403),
            ("ec2", "DescribeSubnets", [], "UnauthorizedOperation", 403),
        ];
        foreach (var (service, operation, input, code, status) in calls)
        {
            var refused = Refused(service, operation, input);
            refused.Code.Should().Be(code, "{0} said so", service);
            ((int)refused.Status).Should().Be(status, "{0} said so", service);
        }

        Refused("ecs", "DescribeServices", new() { ["cluster"] = "web", ["services"] = new JsonArray("shop") }).Message.Should().Be(
            "User: arn:aws:sts::123456789012:assumed-role/deployer/AKIADEPLOYER is not authorized to perform: ecs:DescribeServices on resource: "
            + "arn:aws:ecs:eu-west-1:123456789012:service/web/shop because no identity-based policy allows the ecs:DescribeServices action");
        Refused("lambda", "Invoke", new() { ["FunctionName"] = "smoke" }).Message.Should().Contain("lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:smoke");
        Refused("s3", "HeadBucket", new() { ["Bucket"] = "files" }).Message.Should().Contain("s3:ListBucket on resource: arn:aws:s3:::files ");
    }

    [Fact]
    public void ResourcesOfAPolicy_BindTheCaller()
    {
        _aws.Callers[Key] = MakeRole("""{"Effect":"Allow","Action":"ecs:DescribeServices","Resource":"arn:aws:ecs:*:*:service/web/*"}""");
        _aws.Call("ecs.CreateCluster", new() { ["clusterName"] = "web" });

        As("ecs", "DescribeServices", new() { ["cluster"] = "web", ["services"] = new JsonArray("shop") }).Objects("failures").Should().ContainSingle();

        Refused("ecs", "DescribeServices", new() { ["cluster"] = "other", ["services"] = new JsonArray("shop") }).Code.Should().Be("AccessDeniedException");
    }

    [Fact]
    public void ExplicitDeny_IsToldAsSuch()
    {
        _aws.Callers[Key] = MakeRole("""{"Effect":"Allow","Action":"*","Resource":"*"}""", """{"Effect":"Deny","Action":"iam:ListRoles","Resource":"*"}""");

        Refused("iam", "ListRoles", []).Message.Should().EndWith("iam:ListRoles on resource: * with an explicit deny in an identity-based policy");
    }

    [Fact]
    public void ManagedPolicyOfDeployers_AllowsToDeployAndNotToStop()
    {
        var role = MakeRole();
        _aws.Call("iam.AttachRolePolicy", new() { ["RoleName"] = "deployer", ["PolicyArn"] = "arn:aws:iam::aws:policy/AWSCodeDeployDeployerAccess" });
        _aws.Callers[Key] = role;

        // Past the permission, the service finds no such deployment.
        Refused("codedeploy", "GetDeployment", new() { ["deploymentId"] = "d-123456789" }).Code.Should().Be("DeploymentDoesNotExistException");
        Refused("codedeploy", "StopDeployment", new() { ["deploymentId"] = "d-123456789" }).Code.Should().Be("AccessDeniedException");
    }

    [Fact]
    public void RolesOfATaskDefinition_MustBePassable()
    {
        _aws.Callers[Key] = MakeRole(
            """{"Effect":"Allow","Action":"ecs:*","Resource":"*"}""",
            """{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::*:role/tasks-*","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}""");

        As("ecs", "RegisterTaskDefinition", Definition("arn:aws:iam::123456789012:role/tasks-execution")).Object("taskDefinition").Should().NotBeNull();

        var refused = Refused("ecs", "RegisterTaskDefinition", Definition("arn:aws:iam::123456789012:role/admin"));
        refused.Code.Should().Be("AccessDeniedException");
        refused.Message.Should().Contain("is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/admin");
    }

    [Fact]
    public void RoleOfADeploymentGroup_MustBePassable()
    {
        _aws.Callers[Key] = MakeRole("""{"Effect":"Allow","Action":"codedeploy:*","Resource":"*"}""");

        Refused("codedeploy", "CreateDeploymentGroup", new()
        {
            ["applicationName"] = "app",
            ["deploymentGroupName"] = "group",
            ["serviceRoleArn"] = "arn:aws:iam::123456789012:role/codedeploy",
        }).Message.Should().Contain("iam:PassRole on resource: arn:aws:iam::123456789012:role/codedeploy");
    }

    [Fact]
    public void RoleThatIamDoesNotHave_MayDoNothing()
    {
        _aws.Callers[Key] = "arn:aws:iam::123456789012:role/never-made";

        Refused("ecs", "ListClusters", []).Code.Should().Be("AccessDeniedException");
    }

    [Fact]
    public void WhatIsNoRole_IsNoCaller() =>
        _aws.Invoking(aws => aws.Callers[Key] = "arn:aws:iam::123456789012:user/jane").Should().Throw<ArgumentException>().WithMessage("*no ARN of an IAM role*");

    [Fact]
    public async Task Caller_IsReadFromTheSignature()
    {
        _aws.Callers["test"] = MakeRole();

        var (status, body, _) = await _aws.PostJsonAsync("AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}");

        status.Should().Be(400);
        body.Text("__type").Should().Be("AccessDeniedException");
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    private static JsonObject Definition(string role) => new()
    {
        ["family"] = "web",
        ["executionRoleArn"] = role,
        ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web:v1", ["memory"] = 128 }),
    };

    private string MakeRole(params string[] statements)
    {
        var role = _aws.Call("iam.CreateRole", new()
        {
            ["RoleName"] = "deployer",
            ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}""",
        }).Object("Role")!.Text("Arn")!;
        if (statements.Length > 0)
        {
            _aws.Call("iam.PutRolePolicy", new()
            {
                ["RoleName"] = "deployer",
                ["PolicyName"] = "own",
                ["PolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""",
            });
        }

        return role;
    }

    private JsonObject As(string service, string operation, JsonObject input) => _aws.Invoke(service, operation, input, SimulatorCalls.Region, Key);

    private AwsErrorException Refused(string service, string operation, JsonObject input) =>
        this.Invoking(tests => tests.As(service, operation, input)).Should().Throw<AwsErrorException>().Which;
}
