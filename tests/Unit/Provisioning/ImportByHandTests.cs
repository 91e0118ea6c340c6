using Amazon.ApplicationAutoScaling;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>Services that nobody has made by a description: what of them is carried, what is not, and who may not be imported.</summary>
public sealed class ImportByHandTests
{
    private static readonly ServiceReference Service = ServiceReference.Parse(ProvisioningBench.Reference);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_NamesAllAsMade_AndAnEmptyAccountGetsOneThatServes()
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);

        var imported = await ImportAsync(bench);

        imported.Environment.Should().BeEquivalentTo(new
        {
            ProvisioningBench.Name,
            Cluster = new EnvironmentResource("web"),
            Repository = new EnvironmentResource(ProvisioningBench.Name),
            ImageTag = "v1",
            ExecutionRole = new EnvironmentResource("ecsTaskExecutionRole"),
            TrafficRole = new EnvironmentResource("CodeDeployECSRole"),
            LoadBalancer = new EnvironmentResource(ProvisioningBench.Name),
            CodeDeploy = new CodeDeployTarget("AppECS-web-labo-terraform-admin", "DgpECS-web-labo-terraform-admin"),
        });
        imported.NotCarried.Should().Contain(note => note.Message.Contains("The security group default is not carried", StringComparison.Ordinal));
        await using var second = new ProvisioningBench();
        var made = await second.ApplyAndPushAsync(imported.Environment);
        second.Clock.Advance(TimeSpan.FromMinutes(30));
        second.Ask(made.ProductionListenerArn).Should().Be("v1");
    }

    [Fact]
    public async Task Import_AsExisting_NamesWhatIsSharedAsExisting()
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);

        var environment = (await ImportAsync(bench, asExisting: true)).Environment;

        new[] { environment.Cluster, environment.Repository, environment.ExecutionRole, environment.TrafficRole, environment.LoadBalancer, environment.LogGroups[0] }.Should().OnlyContain(one => one!.IsExisting);
        environment.Network.TaskSecurityGroups.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_AppliedWhereItCameFrom_IsInConflictWithAllThatIsNotTakenOver(bool asExisting)
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);

        var plan = await bench.PlanAsync((await ImportAsync(bench, asExisting)).Environment);

        ResourceKind[] alone = [ResourceKind.TargetGroup, ResourceKind.Listener, ResourceKind.Service, ResourceKind.Application, ResourceKind.DeploymentGroup];
        ResourceKind[] shared = [ResourceKind.Cluster, ResourceKind.Repository, ResourceKind.LogGroup, ResourceKind.Role, ResourceKind.LoadBalancer];
        plan.Conflicts.Select(one => one.Kind).Distinct().Should().BeEquivalentTo(asExisting ? alone : [.. alone, .. shared]);
    }

    [Fact]
    public async Task Import_WhatTheDescriptionCannotHold_IsToldWithItsArn()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        var process = bench.Process;
        var rule = await process.Balancing.CreateRuleAsync(
            new() { ListenerArn = seed.ProductionListenerArn, Priority = 7, Conditions = [new() { Field = "path-pattern", Values = ["/old"] }], Actions = [new() { Type = ActionTypeEnum.Forward, TargetGroupArn = seed.TargetGroupArns[0] }] }, Token);
        await process.Balancing.ModifyTargetGroupAttributesAsync(new() { TargetGroupArn = seed.TargetGroupArns[0], Attributes = [new() { Key = "deregistration_delay.timeout_seconds", Value = "5" }] }, Token);
        await process.Ecs.UpdateServiceAsync(new() { Cluster = "web", Service = ProvisioningBench.Name, HealthCheckGracePeriodSeconds = 90 }, Token);
        await process.AllowAsync("ecsTaskExecutionRole", "secrets", ["secretsmanager:GetSecretValue"]);
        await process.Scaling.RegisterScalableTargetAsync(
            new() { ServiceNamespace = ServiceNamespace.Ecs, ResourceId = $"service/{ProvisioningBench.Reference}", ScalableDimension = ScalableDimension.EcsServiceDesiredCount, MinCapacity = 1, MaxCapacity = 4 }, Token);

        var notes = (await ImportAsync(bench)).NotCarried;

        Told(rule.Rules[0].RuleArn, "of priority 7");
        Told(seed.TargetGroupArns[0], "deregistration_delay.timeout_seconds is 5");
        Told(seed.ServiceArn, "grace period of 90 seconds");
        Told(seed.TaskExecutionRoleArn, "policy secrets");
        Told(seed.ServiceArn, "Application Auto Scaling changes its size");

        void Told(string arn, string words) => notes.Should().Contain(note => note.Arn == arn && note.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_AServiceThatIsNotThere_SaysSo()
    {
        await using var bench = new ProvisioningBench();

        var importing = () => bench.Clock.DriveAsync(bench.Provisioner.ImportAsync(ServiceReference.Parse("web/nobody"), cancellationToken: Token));

        await importing.Should().ThrowAsync<ServiceNotFoundException>().WithMessage("web/nobody: *");
    }

    [Fact]
    public async Task Import_AServiceWithoutALoadBalancer_SaysSo()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await CreateAsync(bench, seed, "worker", targetGroupArn: null);

        var importing = () => bench.Clock.DriveAsync(bench.Provisioner.ImportAsync(ServiceReference.Parse("web/worker"), cancellationToken: Token));

        await importing.Should().ThrowAsync<ServiceNotImportableException>().WithMessage("web/worker: The service has no target group of a load balancer*");
    }

    [Fact]
    public async Task Import_AServiceThatEcsDeploysTaskByTask_SaysSo()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await CreateAsync(bench, seed, "rolling", seed.TargetGroupArns[1]);

        var importing = () => bench.Clock.DriveAsync(bench.Provisioner.ImportAsync(ServiceReference.Parse("web/rolling"), cancellationToken: Token));

        await importing.Should().ThrowAsync<ServiceNotImportableException>().WithMessage("*strategy ROLLING*");
    }

    [Fact]
    public async Task Import_WithoutADeploymentGroup_SaysSo()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await bench.Process.CodeDeploy.DeleteDeploymentGroupAsync(new() { ApplicationName = seed.ApplicationName, DeploymentGroupName = seed.DeploymentGroupName }, Token);

        var importing = () => ImportAsync(bench);

        await importing.Should().ThrowAsync<ServiceNotImportableException>().WithMessage("*No deployment group of CodeDeploy*");
    }

    [Theory]
    [InlineData("ecs:DescribeServices")]
    [InlineData("codedeploy:GetDeploymentGroup")]
    [InlineData("elasticloadbalancing:DescribeRules")]
    [InlineData("iam:GetRole")]
    [InlineData("ec2:DescribeSecurityGroups")]
    public async Task Import_WithoutARight_NamesIt(string action)
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        bench.Simulator.Faults.On(action).Fail("AccessDeniedException", "User is not authorized");

        var importing = () => ImportAsync(bench);

        (await importing.Should().ThrowAsync<AwsCallException>()).Which.Operation.Should().Be(action);
    }

    private static Task<ImportedEnvironment> ImportAsync(ProvisioningBench bench, bool asExisting = false) => bench.Clock.DriveAsync(bench.Provisioner.ImportAsync(Service, asExisting, Token));

    private static async Task CreateAsync(ProvisioningBench bench, SeedEnvironment seed, string name, string? targetGroupArn) => await bench.Process.Ecs.CreateServiceAsync(
        new()
        {
            Cluster = "web",
            ServiceName = name,
            TaskDefinition = seed.TaskDefinitionArn,
            DesiredCount = 1,
            LaunchType = LaunchType.FARGATE,
            NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } },
            LoadBalancers = targetGroupArn is null ? null : [new() { TargetGroupArn = targetGroupArn, ContainerName = ProvisioningBench.Name, ContainerPort = 5000 }],
        },
        Token);
}
