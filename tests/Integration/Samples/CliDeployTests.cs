namespace BlueGreen.Ecs.Tests.Integration.Samples;

public sealed class CliDeployTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deploy_Version2_PrintsPlanEventsAndSummary()
    {
        await using var bench = await CliBench.StartAsync(timeScale: 600);
        await using var program = bench.Deploy(more: ["--shift", "CodeDeployDefault.ECSCanary10Percent5Minutes"]);

        var exitCode = await program.EndAsync(CancellationToken);

        exitCode.Should().Be(0, "it printed {0}", program.Errors);
        program.Errors.Should().BeEmpty();
        program.Output[0].Should().Be("web/labo-terraform-admin: Canary10Percent5Minutes by CodeDeploy (AppECS-web-labo-terraform-admin/DgpECS-web-labo-terraform-admin)");
        program.Output.Should().ContainMatch("* AllowTraffic succeeded");
        program.Output[^1].Should().Match("deployed arn:aws:ecs:ap-northeast-1:123456789012:task-definition/ecs-admin-test:2 by d-*");
    }

    [Fact]
    public async Task Deploy_Interrupted_RollsBackAndExits130()
    {
        await using var bench = await CliBench.StartAsync(timeScale: 20);
        await using var program = bench.Deploy(awaited: "AllowTraffic began", more: ["--shift", "Canary10Percent15Minutes"]);
        await program.SeenAsync(CancellationToken);

        await program.InterruptAsync(CancellationToken);

        (await program.EndAsync(CancellationToken)).Should().Be(130);
        program.Output.Should().ContainMatch("* rolled back: the old version has all the traffic");
        program.Errors.Should().ContainSingle().Which.Should().Match("error: Deployment d-* was cancelled (StopAndRollBack) and ended as RolledBack.");
    }

    [Fact]
    public async Task Deploy_WrongInput_TellsEveryProblemOnItsOwnLine()
    {
        await using var program = SampleProgram.Cli(aws: null, awaited: null,
            "deploy", "--service", "labo", "--task-definition", "missing.json", "--appspec", "Fixtures/seed/appspec.yaml",
            "--image", "labo:v2", "--shift", "Canary20", "--on-cancel", "Panic", "--application", "App", "--endpoint-url", "nowhere");

        var exitCode = await program.EndAsync(CancellationToken);

        exitCode.Should().Be(1);
        program.Output.Should().BeEmpty();
        program.Errors.Should().HaveCount(7).And.OnlyContain(line => line.StartsWith("error: --", StringComparison.Ordinal));
        program.Errors.Should().ContainMatch("error: --shift: there is no shift 'Canary20'. Allowed are AllAtOnce, *, Canary10Percent15Minutes.");
        program.Errors.Should().ContainMatch("error: --task-definition: *missing.json*");
        program.Errors.Should().ContainMatch("error: --service: *cluster/service*");
    }

    [Fact]
    public async Task Deploy_ApprovalWithoutATerminal_StartsNothing()
    {
        await using var bench = await CliBench.StartAsync();
        await using var program = bench.Deploy(more: ["--approve"]);

        (await program.EndAsync(CancellationToken)).Should().Be(1);

        program.Output.Should().BeEmpty();
        program.Errors.Should().ContainSingle().Which.Should().StartWith("error: --approve: nobody can be asked");
    }

    [Fact]
    public async Task Deploy_NoArguments_TellsWhatIsRequired()
    {
        await using var program = SampleProgram.Cli(aws: null, awaited: null, "deploy");

        var exitCode = await program.EndAsync(CancellationToken);

        exitCode.Should().Be(1);
        program.Errors.Should().ContainMatch("*--service*").And.ContainMatch("*--task-definition*");
    }

    [Fact]
    public async Task Deploy_UnknownService_SaysSo() => await RefusesAsync(
        "error: web/missing: *", "web/missing", _ => Task.CompletedTask);

    [Fact]
    public async Task Deploy_GroupOfAnotherService_SaysSo() => await RefusesAsync(
        "error: AppECS-web-labo-terraform-admin/DgpECS-web-labo-terraform-admin: the deployment group deploys web/labo-terraform-admin, not web/other.*",
        "web/other",
        bench => bench.Ecs.CreateServiceAsync(new()
        {
            Cluster = "web",
            ServiceName = "other",
            TaskDefinition = bench.Seed.TaskDefinitionArn,
            DesiredCount = 1,
            LaunchType = "FARGATE",
            DeploymentController = new() { Type = "CODE_DEPLOY" },
            LoadBalancers = [new() { TargetGroupArn = bench.Seed.TargetGroupArns[1], ContainerName = "labo-terraform-admin", ContainerPort = 5000 }],
            NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } },
        }, CancellationToken),
        "--application", "AppECS-web-labo-terraform-admin", "--deployment-group", "DgpECS-web-labo-terraform-admin");

    [Fact]
    public async Task Deploy_AnotherDeploymentRunning_SaysSo() => await RefusesAsync(
        "error: web/labo-terraform-admin: deployment d-* is still running.*", "web/labo-terraform-admin", StartDeploymentAsync);

    [Fact]
    public async Task Deploy_AnotherDeploymentRunning_IsWatchedWithAttach()
    {
        await using var bench = await CliBench.StartAsync(timeScale: 20);
        await StartDeploymentAsync(bench);
        await using var program = bench.Deploy(more: "--attach");

        var exitCode = await program.EndAsync(CancellationToken);

        exitCode.Should().Be(0, "it printed {0}", program.Errors);
        program.Output.Should().ContainMatch("attached to d-*, which is running already").And.ContainMatch("* deployed");
    }

    private static async Task RefusesAsync(string error, string service, Func<CliBench, Task> arrange, params IEnumerable<string> more)
    {
        await using var bench = await CliBench.StartAsync();
        await arrange(bench);
        await using var program = bench.Deploy(service: service, more: more);

        var exitCode = await program.EndAsync(CancellationToken);

        exitCode.Should().Be(1);
        program.Errors.Should().ContainSingle().Which.Should().Match(error);
        var revisions = await bench.Ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = "ecs-admin-test" }, CancellationToken);
        revisions.TaskDefinitionArns.Should().HaveCount(1, "nothing is registered before it is known that the deployment can start");
    }

    private static Task StartDeploymentAsync(CliBench bench)
    {
        const string AppSpec = """
            {"version":0.0,"Resources":[{"TargetService":{"Type":"AWS::ECS::Service","Properties":{"TaskDefinition":"ARN",
            "LoadBalancerInfo":{"ContainerName":"labo-terraform-admin","ContainerPort":5000}}}}]}
            """;
        var content = AppSpec.Replace("ARN", bench.Seed.TaskDefinitionArn, StringComparison.Ordinal);
        return bench.CodeDeploy.CreateDeploymentAsync(new()
        {
            ApplicationName = bench.Seed.ApplicationName,
            DeploymentGroupName = bench.Seed.DeploymentGroupName,
            Revision = new() { RevisionType = "AppSpecContent", AppSpecContent = new() { Content = content } },
        }, CancellationToken);
    }
}
