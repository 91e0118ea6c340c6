namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>What AWS refuses for a while, or leaves without an answer.</summary>
public sealed class PatienceTests
{
    [Theory]
    [InlineData("codedeploy:CreateDeploymentGroup", "InvalidRoleException", "AWS CodeDeploy does not have the permissions required to assume the role.", EnvironmentController.CodeDeploy)]
    [InlineData("ecs:CreateService", "InvalidParameterException", "Unable to assume role and validate the listener rule. Please verify that the role being passed has the proper permissions.", EnvironmentController.EcsNative)]
    [InlineData("ecs:CreateService", "InvalidParameterException", "Unable to assume the service linked role. Please verify that the ECS service linked role exists.", EnvironmentController.External)]
    [InlineData("ecs:RegisterTaskDefinition", "ClientException", "Role is not valid", EnvironmentController.CodeDeploy)]
    public async Task Apply_ARoleThatIsNotKnownYet_IsTriedAgain(string call, string code, string message, EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        for (var refusal = 1; refusal <= 6; refusal++)
        {
            bench.Simulator.Faults.On(call).Call(refusal).Fail(code, message);
        }

        var start = bench.Clock.GetUtcNow();

        await bench.ApplyAsync(ProvisioningBench.Labo(controller).Build());

        (bench.Clock.GetUtcNow() - start).Should().Be(TimeSpan.FromSeconds(1 + 2 + 4 + 8 + 15 + 15));
    }

    [Fact]
    public async Task Apply_ARoleThatStaysRefused_IsGivenUpAfterTwoMinutes()
    {
        await using var bench = new ProvisioningBench();
        bench.Simulator.Faults.On("codedeploy:CreateDeploymentGroup").Fail("InvalidRoleException", "AWS CodeDeploy does not have the permissions required to assume the role.");
        var start = bench.Clock.GetUtcNow();

        var applying = () => bench.ApplyAsync(ProvisioningBench.Labo().Build());

        (await applying.Should().ThrowAsync<AwsCallException>()).Which.Operation.Should().Be("codedeploy:CreateDeploymentGroup");
        (bench.Clock.GetUtcNow() - start).Should().BeCloseTo(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(15));
        bench.Simulator.Faults.Clear();
        (await bench.ApplyAsync(ProvisioningBench.Labo().Build())).Plan.Changes.Select(one => one.Kind).Should().Equal(ResourceKind.DeploymentGroup);
    }

    [Fact]
    public async Task Apply_WithManyCallsFailing_GetsThere()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().WithAlarm(new("5xx-high")).Build();
        bench.Simulator.Faults.On("*").Every(7).Fail(500);
        bench.Simulator.Faults.On("*").Every(11).Throttle();

        await bench.ApplyAsync(environment);

        bench.Simulator.Faults.Clear();
        (await bench.PlanAsync(environment)).Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task Apply_EveryCreateLosingItsReply_MakesNothingTwice()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo(EnvironmentController.External).WithAlarm(new("5xx-high")).Build();
        await using var other = new ProvisioningBench();
        await other.ApplyAsync(environment);
        foreach (var call in (string[])["ecs:Create*", "ecs:Register*", "ecr:Create*", "iam:Create*", "logs:Create*", "elasticloadbalancing:Create*", "ec2:Create*"])
        {
            bench.Simulator.Faults.On(call).LoseReply();
        }

        await bench.ApplyAsync(environment);

        bench.Settle().Should().Equal(other.Settle());
    }

    [Fact]
    public async Task Apply_AQuotaThatIsUsedUpOnTheWay_IsToldAtOnce()
    {
        await using var bench = new ProvisioningBench();
        bench.Simulator.Faults.On("codedeploy:CreateApplication").Fail("ApplicationLimitExceededException", "More applications were attempted to be created than are allowed.");
        var start = bench.Clock.GetUtcNow();

        var applying = () => bench.ApplyAsync(ProvisioningBench.Labo().Build());

        (await applying.Should().ThrowAsync<AwsCallException>()).Which.ErrorCode.Should().Be("ApplicationLimitExceededException");
        bench.Clock.GetUtcNow().Should().Be(start);
    }
}
