using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

public sealed class OperationTests
{
    private const string Application = "AppECS-web-labo-terraform-admin";
    private const string Group = "DgpECS-web-labo-terraform-admin";

    [Theory]
    [InlineData("application:" + Application)]
    [InlineData("deploymentgroup:" + Application + "/" + Group)]
    [InlineData("deploymentconfig:CodeDeployDefault.ECSAllAtOnce")]
    public async Task Tags_OfEveryResource_AreKept(string resource)
    {
        await using var world = await SeedWorld.CreateAsync();
        var arn = $"arn:aws:codedeploy:ap-northeast-1:123456789012:{resource}";
        world.Call("codedeploy", "TagResource", Json($$"""{"ResourceArn":"{{arn}}","Tags":[{"Key":"team","Value":"web"},{"Key":"old","Value":"1"}]}"""));
        world.Call("codedeploy", "UntagResource", Json($$"""{"ResourceArn":"{{arn}}","TagKeys":["old"]}"""));

        world.Call("codedeploy", "ListTagsForResource", Json($$"""{"ResourceArn":"{{arn}}"}"""))["Tags"]!.ToJsonString().Should().Be("""[{"Key":"team","Value":"web"}]""");
    }

    [Theory]
    [InlineData("TagResource", """{"ResourceArn":"none","Tags":[{"Key":"a","Value":""}]}""", "InvalidArnException")]
    [InlineData("TagResource", """{"ResourceArn":"arn:aws:codedeploy:eu-west-1:1:instance:i","Tags":[{"Key":"a"}]}""", "ArnNotSupportedException")]
    [InlineData("TagResource", """{"ResourceArn":"arn:aws:codedeploy:eu-west-1:1:application:none","Tags":[{"Key":"a"}]}""", "ApplicationDoesNotExistException")]
    [InlineData("TagResource", """{"ResourceArn":"arn:aws:codedeploy:eu-west-1:1:application:AppECS-web-labo-terraform-admin","Tags":[]}""", "TagRequiredException")]
    [InlineData("TagResource", """{"ResourceArn":"arn:aws:codedeploy:eu-west-1:1:application:AppECS-web-labo-terraform-admin","Tags":[{"Key":"aws:a"}]}""", "InvalidTagsToAddException")]
    [InlineData("SkipWaitTimeForInstanceTermination", """{"deploymentId":"d-NONE12345"}""", "DeploymentDoesNotExistException")]
    [InlineData("BatchGetApplications", """{"applicationNames":["none"]}""", "ApplicationDoesNotExistException")]
    [InlineData("ListApplicationRevisions", """{"applicationName":"AppECS-web-labo-terraform-admin","s3KeyPrefix":"a"}""", "BucketNameFilterRequiredException")]
    [InlineData("UpdateApplication", """{"applicationName":"none"}""", "ApplicationDoesNotExistException")]
    public async Task Calls_ThatAreWrong_AreRefused(string operation, string input, string code)
    {
        await using var world = await SeedWorld.CreateAsync();

        world.Invoking(one => one.Call("codedeploy", operation, Json(input))).Should().Throw<AwsErrorException>().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("BatchGetDeployments", "deploymentIds", "d-A", 25)]
    [InlineData("BatchGetApplications", "applicationNames", Application, 100)]
    [InlineData("BatchGetDeploymentGroups", "deploymentGroupNames", Group, 100)]
    public async Task BatchCalls_OfMoreThanAllowed_AreRefused(string operation, string member, string value, int most)
    {
        await using var world = await SeedWorld.CreateAsync();
        JsonObject Ask(int count) => new() { ["applicationName"] = Application, [member] = new JsonArray([.. Enumerable.Repeat((JsonNode)value, count).Select(one => one.DeepClone())]) };

        world.Invoking(one => one.Call("codedeploy", operation, Ask(most))).Should().NotThrow();
        world.Invoking(one => one.Call("codedeploy", operation, Ask(most + 1))).Should().Throw<AwsErrorException>().Which.Code.Should().Be("BatchLimitExceededException");
    }

    [Fact]
    public async Task Revisions_ThatWereDeployed_AreListed()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Finish(world.Deploy());

        var listed = world.Call("codedeploy", "ListApplicationRevisions", Json($$"""{"applicationName":"{{Application}}","deployed":"include"}"""))["revisions"]!.AsArray();
        var got = world.Call("codedeploy", "BatchGetApplicationRevisions", new JsonObject { ["applicationName"] = Application, ["revisions"] = listed.DeepClone() });

        listed.Should().ContainSingle();
        got["revisions"]![0]!["revisionLocation"]!["appSpecContent"]!["content"]!.GetValue<string>().Should().Contain("TargetService");
        got["revisions"]![0]!["genericRevisionInfo"]!["deploymentGroups"]![0]!.GetValue<string>().Should().Be(Group);
        world.Call("codedeploy", "ListApplicationRevisions", Json($$"""{"applicationName":"{{Application}}","deployed":"exclude"}"""))["revisions"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("targetInstances", "{}", "InvalidTargetInstancesException")]
    [InlineData("updateOutdatedInstancesOnly", "true", "InvalidUpdateOutdatedInstancesOnlyValueException")]
    [InlineData("ignoreApplicationStopFailures", "true", "InvalidIgnoreApplicationStopFailuresValueException")]
    public async Task CreateDeployment_WithWhatServersHave_IsRefused(string member, string value, string code)
    {
        await using var world = await SeedWorld.CreateAsync();

        world.Invoking(one => one.Deploy(change: input => input[member] = JsonNode.Parse(value))).Should().Throw<AwsErrorException>().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("""{"autoScalingGroups":["asg"]}""", "InvalidAutoScalingGroupException")]
    [InlineData("""{"triggerConfigurations":[{"triggerName":"t","triggerTargetArn":"none","triggerEvents":["DeploymentStart"]}]}""", "InvalidTriggerConfigException")]
    [InlineData("""{"triggerConfigurations":[{},{},{},{},{},{},{},{},{},{},{}]}""", "TriggerTargetsLimitExceededException")]
    [InlineData("""{"blueGreenDeploymentConfiguration":{"deploymentReadyOption":{"actionOnTimeout":"STOP_DEPLOYMENT","waitTimeInMinutes":7201}}}""", "InvalidBlueGreenDeploymentConfigurationException")]
    public async Task UpdateDeploymentGroup_OutOfItsRules_IsRefused(string change, string code)
    {
        await using var world = await SeedWorld.CreateAsync();
        var input = Json(change);
        (input["applicationName"], input["currentDeploymentGroupName"]) = (Application, Group);

        world.Invoking(one => one.Call("codedeploy", "UpdateDeploymentGroup", input)).Should().Throw<AwsErrorException>().Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task SkipWaitTime_InTheTerminationWait_EndsIt()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TerminationWait = TimeSpan.FromHours(1));
        var id = world.Deploy();
        var skip = new JsonObject { ["deploymentId"] = id };
        world.AdvanceUntil(() => world.Deployment(id)["startTime"] is not null);
        world.Invoking(one => one.Call("codedeploy", "SkipWaitTimeForInstanceTermination", skip)).Should().Throw<AwsErrorException>().Which.Code.Should().Be("DeploymentNotStartedException");
        world.AdvanceUntil(() => world.Target(id).Text("status") == "Succeeded");

        world.Call("codedeploy", "SkipWaitTimeForInstanceTermination", skip);

        world.Status(id).Should().Be("Succeeded");
        world.Invoking(one => one.Call("codedeploy", "SkipWaitTimeForInstanceTermination", skip)).Should().Throw<AwsErrorException>().Which.Code.Should().Be("DeploymentAlreadyCompletedException");
    }

    [Fact]
    public async Task ListDeploymentTargets_ByStatus_ListsTheServiceOrNothing()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy();
        world.Finish(id);

        Targets("""{"TargetStatus":["Succeeded"]}""").Should().Be(1);
        Targets("""{"TargetStatus":["Failed"]}""").Should().Be(0);
        world.Invoking(_ => Targets("""{"Colour":["Blue"]}""")).Should().Throw<AwsErrorException>().Which.Code.Should().Be("InvalidTargetFilterNameException");

        int Targets(string filters) => world.Call("codedeploy", "ListDeploymentTargets", new JsonObject { ["deploymentId"] = id, ["targetFilters"] = Json(filters) })["targetIds"]!.AsArray().Count;
    }

    [Fact]
    public async Task Service_ScaledBeyondWhatBecomesHealthy_FailsFiveMinutesLater()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSLinear10PercentEvery3Minutes");
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") == 20);
        world.Simulator.Images[world.Seed.ImageV2].CannotBePulled();
        world.Call("ecs", "UpdateService", new JsonObject { ["cluster"] = "web", ["service"] = world.Seed.ServiceName, ["desiredCount"] = 4 });
        var scaled = world.Now;

        world.AdvanceUntil(() => world.IsOver(id));

        (world.Status(id), world.Error(id).Message).Should().Be(("Failed", "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 5 minutes."));
        (world.Now - scaled).Should().BeGreaterThan(TimeSpan.FromMinutes(5)).And.BeLessThan(TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task Service_ScaledToWhatBecomesHealthy_IsDeployed()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSLinear10PercentEvery3Minutes");
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") == 20);
        world.Call("ecs", "UpdateService", new JsonObject { ["cluster"] = "web", ["service"] = world.Seed.ServiceName, ["desiredCount"] = 4 });

        world.Finish(id).Text("status").Should().Be("Succeeded");
    }

    [Fact]
    public async Task ServiceRole_DeletedBeforeTheDeployment_IsMissing()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("iam", "DetachRolePolicy", Json("""{"RoleName":"CodeDeployECSRole","PolicyArn":"arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS"}"""));
        world.Call("iam", "DeleteRole", Json("""{"RoleName":"CodeDeployECSRole"}"""));

        var id = world.Deploy();
        world.Finish(id);

        world.Error(id).Should().Be(("IAM_ROLE_MISSING", $"IAM Role is missing for deployment group: {Group}"));
    }

    [Theory]
    [InlineData("hook", "IAM_ROLE_PERMISSIONS")]
    [InlineData("CodeDeployHook_smoke", null)]
    public async Task Hook_UnderTheLimitedPolicy_MustBeNamedAsItSays(string function, string? code)
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("iam", "DetachRolePolicy", Json("""{"RoleName":"CodeDeployECSRole","PolicyArn":"arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS"}"""));
        world.Call("iam", "AttachRolePolicy", Json("""{"RoleName":"CodeDeployECSRole","PolicyArn":"arn:aws:iam::aws:policy/AWSCodeDeployRoleForECSLimited"}"""));
        world.Simulator.Functions[function] = _ => HookReply.Succeeded();

        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), hooks: $"Hooks:\n  - AfterInstall: {function}\n"));
        world.Finish(id);

        world.Error(id).Code.Should().Be(code);
        if (code is not null)
        {
            world.Error(id).Message.Should().Be($"The IAM role {world.Seed.CodeDeployRoleArn} does not give you permission to perform operations in the following AWS service: AWSLambda.");
        }
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
