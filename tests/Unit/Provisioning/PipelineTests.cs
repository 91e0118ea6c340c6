using System.Text.Json.Nodes;
using BlueGreen.Ecs.Provisioning;
using BlueGreen.Ecs.Provisioning.Parts;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>An environment with its pipeline: from an empty account to a push that is deployed.</summary>
public sealed class PipelineTests(ITestOutputHelper output)
{
    private const string Artifacts = $"{ProvisioningBench.Name}-artifacts-123456789012-{ProvisioningBench.Region}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<EnvironmentController> Controllers => [EnvironmentController.CodeDeploy, EnvironmentController.EcsNative];

    [Fact]
    public async Task Plan_OfAnEmptyAccount_HasThePipelinesPartsInOrder()
    {
        await using var bench = new ProvisioningBench();

        var plan = await bench.PlanAsync(Deliveries.ByCodeCommit().Build());

        plan.Conflicts.Should().BeEmpty();
        plan.Resources.Select(one => one.Id).Should().ContainInOrder(
            $"LogGroup:/aws/codebuild/{ProvisioningBench.Name}",
            $"Role:AWSCodePipelineServiceRole-{ProvisioningBench.Name}",
            $"Role:codebuild-{ProvisioningBench.Name}-service-role",
            $"DeploymentGroup:DgpECS-web-{ProvisioningBench.Name}",
            $"SourceRepository:{ProvisioningBench.Name}",
            $"Bucket:{ProvisioningBench.Name}-artifacts",
            $"BuildProject:{ProvisioningBench.Name}",
            $"Pipeline:{ProvisioningBench.Name}");
        plan.Resources.Select((one, i) => (one, Before: plan.Resources.Take(i).Select(other => other.Id)))
            .Should().OnlyContain(pair => pair.one.DependsOn.All(id => pair.Before.Contains(id)));
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Apply_ThenTheFirstExecutionBuildsWhatTheServiceWaitsFor_AndAPushIsDeployed(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        var made = await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).Build());
        bench.Ask(made.ProductionListenerArn).Should().Be("failed", "nobody has pushed the first image");

        var first = await bench.FollowAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(10));

        first.EnsureSucceeded().Revisions.Should().ContainSingle();
        bench.Simulator.SendRequest(made.ProductionListenerArn).StatusCode.Should().Be(200);
        var before = await bench.RunningAsync();
        (await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).Build())).Plan.Changes.Should().BeEmpty("what deployments change is theirs");

        var commit = await bench.PushAsync("page.html", "<h1>2</h1>");
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        var second = await bench.FollowAsync();

        second.EnsureSucceeded().Revisions[0].Id.Should().Be(commit);
        (await bench.RunningAsync()).Should().NotBe(before);
        bench.Simulator.SendRequest(made.ProductionListenerArn).StatusCode.Should().Be(200);
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Apply_Twice_ChangesNothing(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        var first = await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).WithTag("team", "admin").Build());
        var picture = AccountPicture.Of(bench.Simulator);

        bench.StartProcess();
        var again = await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).WithTag("team", "admin").Build());

        first.Plan.Changes.Should().OnlyContain(one => one.Action == ResourceAction.Create && one.Arn != null);
        again.Plan.Changes.Should().BeEmpty();
        AccountPicture.Of(bench.Simulator).Should().Equal(picture);
        output.WriteLine(FormattableString.Invariant($"twice: {controller} with a pipeline: {first.Plan.Changes.Count()} resources made, then {again.Plan.Changes.Count()} changes"));
    }

    [Fact]
    public async Task Apply_WhatDiffers_IsChanged()
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(Deliveries.ByCodeCommit().Build());
        var build = new EnvironmentBuild { ComputeType = "BUILD_GENERAL1_MEDIUM", Variables = [new("TOKEN", "dockerhub:token", BuildVariableType.SecretsManager), new("USER", "/dockerhub/user", BuildVariableType.ParameterStore)] };
        var changed = ProvisioningBench.Labo().WithPipeline(pipeline => Deliveries.WithFiles(pipeline).WithBuild(build).WithApproval()).Build();

        var result = await bench.ApplyAsync(changed);

        result.Plan.Changes.Select(one => (one.Kind, one.Action)).Should().Equal((ResourceKind.Role, ResourceAction.Update), (ResourceKind.BuildProject, ResourceAction.Update), (ResourceKind.Pipeline, ResourceAction.Update));
        (await bench.ApplyAsync(changed)).Plan.Changes.Should().BeEmpty();
        var policy = AccountPicture.Of(bench.Simulator).Should().ContainSingle(line => line.StartsWith("policy", StringComparison.Ordinal) && line.Contains("RoleName:\"codebuild-", StringComparison.Ordinal)).Which;
        Uri.UnescapeDataString(policy).Should().Contain("secret:dockerhub-??????").And.Contain("parameter/dockerhub/user").And.Contain("repository/labo-terraform-admin");
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Destroy_LeavesNothing_AndTouchesNothingElse(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        bench.Simulator.Invoke("s3", "CreateBucket", new() { ["Bucket"] = "somebody-elses", ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = ProvisioningBench.Region } }, ProvisioningBench.Region);
        var before = AccountPicture.Of(bench.Simulator);
        var environment = ProvisioningBench.Labo(controller).WithPipeline(pipeline => Deliveries.WithFiles(pipeline).WithFile("taskdef.json", Tagged)).Build();
        await bench.ApplyAsync(environment);
        (await bench.FollowAsync()).EnsureSucceeded();
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await LeaveArtifactsAsync(bench);

        var removed = await bench.DestroyAsync(environment);

        var after = AccountPicture.Of(bench.Simulator);
        var stays = after.Where(line => IsOfTheActionEcs(controller, line)).ToList();
        after.Except(stays, StringComparer.Ordinal).Should().Equal(before);
        removed.Changes.Select(one => one.Kind).First().Should().Be(ResourceKind.Pipeline);
        (await bench.DestroyAsync(environment)).Changes.Should().BeEmpty();
        output.WriteLine(FormattableString.Invariant($"destroy: {controller} with a pipeline: {removed.Changes.Count()} resources removed, {after.Except(before, StringComparer.Ordinal).Except(stays, StringComparer.Ordinal).Count()} left{(stays.Count > 0 ? $", besides {stays.Count} revision without the tag, of the action ECS" : string.Empty)}"));
    }

    [Fact]
    public async Task Apply_FromS3_MakesAVersionedBucket_AndASecondOneChangesNothing()
    {
        await using var bench = new ProvisioningBench();
        var environment = Deliveries.ByS3().Build();

        await bench.ApplyAsync(environment);

        (await bench.ApplyAsync(environment)).Plan.Changes.Should().BeEmpty();
        AccountPicture.Of(bench.Simulator).Should().ContainSingle(line => line.StartsWith($"bucket {ProvisioningBench.Name}-source-123456789012-{ProvisioningBench.Region}", StringComparison.Ordinal)).Which.Should().Contain("Enabled").And.Contain("BlockPublicAcls:true");
        AccountPicture.Of(bench.Simulator).Should().ContainSingle(line => line.StartsWith("pipeline", StringComparison.Ordinal)).Which.Should().Contain("Ship it?");
    }

    [Fact]
    public async Task Apply_FromEcr_WithTemplatesOfASecondSource_DeploysTheImageThatIsPushed()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().WithPipeline(pipeline => pipeline
            .FromEcr(imageTag: "v2")
            .WithTemplatesFrom(new CodeCommitSource(new("templates")))
            .WithFile("taskdef.json", Deliveries.SeedFile("taskdef.json"))
            .WithFile("appspec.yaml", Deliveries.SeedFile("appspec.yaml"))).Build();
        var made = await bench.ApplyAndPushAsync(environment);

        var result = await bench.FollowAsync();

        result.EnsureSucceeded();
        bench.Simulator.SendRequest(made.ProductionListenerArn).StatusCode.Should().Be(200);
        (await bench.ApplyAsync(environment)).Plan.Changes.Should().BeEmpty();
    }

    // The action ECS registers revisions without tags, which nobody knows to be the environment's.
    private static bool IsOfTheActionEcs(EnvironmentController controller, string line) =>
        controller == EnvironmentController.EcsNative && line.StartsWith("task definition: {tags:[]", StringComparison.Ordinal);

    [Fact]
    public async Task Apply_ThatIsToWait_EndsWhenTheFirstExecutionsImageServes()
    {
        await using var bench = new ProvisioningBench();

        var made = await bench.ApplyAsync(Deliveries.ByCodeCommit().WaitUntilSteady().Build());

        bench.Simulator.SendRequest(made.ProductionListenerArn).StatusCode.Should().Be(200);
    }

    [Fact]
    public async Task Apply_InTheOldestRegion_MakesItsBucketsToo()
    {
        await using var bench = new ProvisioningBench();
        await using var process = new DeployerProcess(bench.Simulator, "us-east-1");
        var environment = ProvisioningBench.Labo().WithPipeline(pipeline => pipeline.FromS3("labo.zip").WithTemplatesFrom(new S3Source("templates.zip")).WithBuild()).Build();

        await bench.Clock.DriveAsync(process.Provisioner.ApplyAsync(environment, cancellationToken: Token));

        (await bench.Clock.DriveAsync(process.Provisioner.PlanAsync(environment, Token))).Changes.Should().BeEmpty();
        (await bench.Clock.DriveAsync(process.Provisioner.DestroyAsync(environment, cancellationToken: Token))).Changes.Should().Contain(one => one.Kind == ResourceKind.Bucket && one.Arn == $"arn:aws:s3:::{ProvisioningBench.Name}-source-123456789012-us-east-1");
    }

    [Fact]
    public void Declaration_OfAConnection_IsAsTheConsoleMakesIt()
    {
        const string Connection = "arn:aws:codeconnections:eu-west-1:123456789012:connection/1";
        var environment = ProvisioningBench.Labo().WithPipeline(pipeline => pipeline.FromConnection(Connection, "acme/labo").WithBuild().WithoutChangeDetection()).Build();
        var known = new KnownParts(new("aws", "eu-west-1", "123456789012"));

        PipelineDeclarations.TextOf(PipelineDeclarations.Of(environment, environment.Pipeline!, known)).Split('\n').Should().Equal(
            $"Source Source Source AWS CodeStarSourceConnection 1 1 SourceVariables >SourceArtifact BranchName=main ConnectionArn={Connection} DetectChanges=false FullRepositoryId=acme/labo",
            $"Build Build Build AWS CodeBuild 1 1 BuildVariables <SourceArtifact >BuildArtifact ProjectName={ProvisioningBench.Name}",
            $"Deploy Deploy Deploy AWS CodeDeployToECS 1 1 DeployVariables <BuildArtifact AppSpecTemplateArtifact=BuildArtifact AppSpecTemplatePath=appspec.yaml ApplicationName=AppECS-web-{ProvisioningBench.Name} DeploymentGroupName=DgpECS-web-{ProvisioningBench.Name} Image1ArtifactName=BuildArtifact Image1ContainerName=IMAGE1_NAME TaskDefinitionTemplateArtifact=BuildArtifact TaskDefinitionTemplatePath=taskdef.json");
        PipelinePolicies.OfPipeline(environment, environment.Pipeline!, known).Should().Contain($$"""{"Effect":"Allow","Action":["codeconnections:UseConnection"],"Resource":["{{Connection}}"]}""");
    }

    [Fact]
    public void Role_OfAPipeline_TagsRevisionsThatItRegisters_AndNoOthers()
    {
        var environment = Deliveries.ByCodeCommit().Build();

        var policy = PipelinePolicies.OfPipeline(environment, environment.Pipeline!, new(new("aws", "eu-west-1", "123456789012")));

        policy.Should().Contain("""{"Effect":"Allow","Action":["ecs:TagResource"],"Resource":["arn:aws:ecs:eu-west-1:123456789012:task-definition/*"],"Condition":{"StringEquals":{"ecs:CreateAction":"RegisterTaskDefinition"}}}""");
    }

    [Fact]
    public void Bucket_OfALongName_KeepsAccountAndRegion()
    {
        var environment = ProvisioningBench.Labo().Build() with { Name = "a-name-of-exactly-thirty-chars" };

        var name = BucketNames.Of(environment, bucket: null, BucketNames.Artifacts, new("aws", "ap-southeast-2", "123456789012"));

        name.Should().Be("a-name-of-exactly-thirty-artifacts-123456789012-ap-southeast-2");
        name.Length.Should().BeLessThanOrEqualTo(63);
    }

    // The revision that the pipeline registers carries the tags of its template.
    private static string Tagged => Deliveries.SeedFile("taskdef.json").TrimEnd().TrimEnd('}') + $$""", "tags": [{ "key": "{{BlueGreenEnvironment.TagKey}}", "value": "{{ProvisioningBench.Name}}" }] }""";

    // What CodePipeline keeps in its bucket: the simulator keeps it in memory.
    private static async Task LeaveArtifactsAsync(ProvisioningBench bench)
    {
        await bench.Process.S3.PutBucketVersioningAsync(new() { BucketName = Artifacts, VersioningConfig = new() { Status = Amazon.S3.VersionStatus.Enabled } }, Token);
        for (var i = 0; i < 3; i++)
        {
            await bench.Process.S3.PutObjectAsync(new() { BucketName = Artifacts, Key = "SourceArti/a.zip", ContentBody = "zip" }, Token);
        }

        await bench.Process.S3.DeleteObjectAsync(Artifacts, "SourceArti/a.zip", Token);
    }
}
