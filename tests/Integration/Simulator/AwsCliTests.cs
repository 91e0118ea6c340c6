using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>The AWS CLI deploys to the simulator as it would to AWS.</summary>
public sealed class AwsCliTests
{
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
}
