namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/provisioning.md; what it does is tested in <c>Provisioning</c>.</summary>
internal static class ProvisioningSnippets
{
    public static async Task FromAnEmptyAccountAsync(IProvisioner provisioner, IDeployer deployer, IProgress<ProvisioningEvent> progress, CancellationToken cancellationToken)
    {
        BlueGreenEnvironment environment = BlueGreenEnvironment
            .For("labo-terraform-admin") // the service, its repository, its load balancer; and the value of the tag
            .InCluster("web")
            .WithTaskDef("taskdef.json") // <IMAGE1_NAME> in it is the environment's repository …
            .WithImageTag("v1") // … and this tag
            .WithDesiredCount(2)
            .WithProductionListener(443, "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012")
            .WithTestListener(8443, "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012")
            .WithAlarm(new("5xx-high") { Threshold = 20 })
            .WithLeastPrivilege()
            .Build(); // every mistake at once, in one exception

        EnvironmentPlan plan = await provisioner.PlanAsync(environment, cancellationToken); // reads only
        Console.WriteLine(plan);
        ProvisionedEnvironment made = await provisioner.ApplyAsync(environment, progress, cancellationToken);
        Console.WriteLine($"Push {made.ImageRepository}:v1; then https://{made.HostName}/ answers.");

        DeploymentResult result = await deployer.DeployAsync(
            Deployment.For("web/labo-terraform-admin")
                .WithTaskDef(running => running.WithContainer("labo-terraform-admin", container => container.WithImage($"{made.ImageRepository}:v2")))
                .Build(),
            cancellationToken: cancellationToken);
        Console.WriteLine(result);
    }

    public static BlueGreenEnvironment OnASharedLoadBalancer()
    {
        BlueGreenEnvironment environment = BlueGreenEnvironment
            .For("shop")
            .InExistingCluster("web")
            .WithTaskDef("taskdef.json")
            .WithExistingLoadBalancer("arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188")
            .WithExistingExecutionRole("ecsTaskExecutionRole")
            .WithProductionListener(9000)
            .InNetwork(new() { TaskSubnets = ["subnet-0a1b2c3d4e5f60718", "subnet-1b2c3d4e5f607182a"], AssignPublicIp = false })
            .WithTargetGroups(new() { Blue = "shop-blue", Green = "shop-green", HealthCheckPath = "/health", HealthCheckInterval = TimeSpan.FromSeconds(10) })
            .DeployedBy(EnvironmentController.EcsNative)
            .WithDeployments(new() { Shift = TrafficShift.Canary10Percent5Minutes, Bake = TimeSpan.FromMinutes(15) })
            .WaitUntilSteady()
            .Build();
        return environment;
    }

    public static BlueGreenEnvironment WithAPipeline()
    {
        BlueGreenEnvironment environment = BlueGreenEnvironment
            .For("shop")
            .WithTaskDef("shop/taskdef.json")
            .WithPipeline(pipeline => pipeline
                .FromCodeCommit() // a repository that is made; also FromS3, FromEcr, FromConnection and those that are there already
                .WithFiles("shop") // its first commit: buildspec.yml, taskdef.json, appspec.yaml, Dockerfile, the application
                .WithBuild()
                .WithApproval("Ship it?"))
            .Build();
        return environment;
    }

    public static void AsATemplate(BlueGreenEnvironment environment)
    {
        File.WriteAllText("shop.template.json", environment.ToCloudFormation());
    }

    public static async Task RemoveAsync(IProvisioner provisioner, BlueGreenEnvironment environment, CancellationToken cancellationToken)
    {
        EnvironmentPlan plan = await provisioner.PlanDestroyAsync(environment, cancellationToken); // what would go, in that order
        Console.WriteLine(plan);
        await provisioner.ExecuteAsync(plan, cancellationToken: cancellationToken); // or DestroyAsync(environment)
    }
}
