using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>The AWS CLI deploys to the simulator as it would to AWS.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public async Task EcsDeploy_WhileTheOriginalTasksAreKept_IsRefused()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await AwsCli.SkipUnlessInstalledAsync(cancellation);
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 600 });
        var options = new SeedEnvironmentOptions { TerminationWait = TimeSpan.FromHours(48) };
        var seed = await SeedEnvironment.CreateAsync(simulator, options, cancellation);
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);
        var seedFiles = Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed");
        var appSpec = await File.ReadAllTextAsync(Path.Combine(seedFiles, "appspec.yaml"), cancellation);
        var revision = new JsonObject
        {
            ["revisionType"] = "AppSpecContent",
            ["appSpecContent"] = new JsonObject { ["content"] = appSpec.Replace("<TASK_DEFINITION>", seed.TaskDefinitionArn, StringComparison.Ordinal) },
        };
        var first = await AwsCli.RunAsync(endpoint, seed.Region, cancellation, "deploy", "create-deployment", "--application-name", seed.ApplicationName,
            "--deployment-group-name", seed.DeploymentGroupName, "--revision", revision.ToJsonString(), "--query", "deploymentId", "--output", "text");
        while (TargetStatus(simulator, seed, first.Trim()) is not "Succeeded")
        {
            await Task.Delay(TimeSpan.FromSeconds(0.05), TimeProvider.System, cancellation);
        }

        var (code, output, error) = await AwsProcess.RunAsync("aws",
            ["ecs", "deploy", "--cluster", seed.ClusterName, "--service", seed.ServiceName,
                "--task-definition", Path.Combine(seedFiles, "taskdef.json"), "--codedeploy-appspec", Path.Combine(seedFiles, "appspec.yaml")],
            endpoint, seed.Region, cancellation);

        code.Should().Be(255, output);
        error.Trim().Should().EndWith(
            "An error occurred (DeploymentLimitExceededException) when calling the CreateDeployment operation: "
            + $"The Deployment Group '{seed.DeploymentGroupName}' already has an active Deployment '{first.Trim()}'");
        TestContext.Current.TestOutputHelper?.WriteLine($"aws ecs deploy: {error.ReplaceLineEndings(" ").Trim()}");
    }

    [Fact]
    public async Task EcsDeploy_NewTaskDefinition_WaitsUntilItHasSucceeded()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await AwsCli.SkipUnlessInstalledAsync(cancellation);
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 600 });
        var seed = await SeedEnvironment.CreateAsync(simulator, cancellationToken: cancellation);
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);
        var folder = Directory.CreateTempSubdirectory("aws-cli-");
        try
        {
            var seedFiles = Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed");
            var taskDefinition = Path.Combine(folder.FullName, "taskdef.json");
            var text = await File.ReadAllTextAsync(Path.Combine(seedFiles, "taskdef.json"), cancellation);
            await File.WriteAllTextAsync(taskDefinition, text.Replace("<IMAGE1_NAME>", seed.ImageV2, StringComparison.Ordinal), cancellation);

            var output = await AwsCli.RunAsync(endpoint, seed.Region, cancellation,
                "ecs", "deploy", "--cluster", seed.ClusterName, "--service", seed.ServiceName,
                "--task-definition", taskDefinition, "--codedeploy-appspec", Path.Combine(seedFiles, "appspec.yaml"));

            output.Should().Contain("Successfully deployed");
            simulator.SendRequest(seed.ProductionListenerArn).Body.Should().Contain("v2");
            var deployments = await AwsCli.RunAsync(endpoint, seed.Region, cancellation, "deploy", "list-deployments",
                "--application-name", seed.ApplicationName, "--deployment-group-name", seed.DeploymentGroupName, "--query", "deployments[0]", "--output", "text");
            await AwsCli.RunAsync(endpoint, seed.Region, cancellation, "deploy", "wait", "deployment-successful", "--deployment-id", deployments.Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The target has succeeded as soon as the wait for the end of the original tasks begins.
    private static string TargetStatus(AwsSimulator simulator, SeedEnvironment seed, string deployment) => simulator.Invoke("codedeploy", "BatchGetDeploymentTargets", new JsonObject
    {
        ["deploymentId"] = deployment,
        ["targetIds"] = new JsonArray($"{seed.ClusterName}:{seed.ServiceName}"),
    }, seed.Region)["deploymentTargets"]![0]!["ecsTarget"]!["status"]!.GetValue<string>();
}
