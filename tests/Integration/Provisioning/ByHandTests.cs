using System.Text.Json.Nodes;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>The same environment in two accounts: the library makes one, a boto3 program that knows nothing of it the other. boto3 reads both, and compares them.</summary>
public sealed class ByHandTests : IDisposable
{
    private const string Region = "ap-northeast-1";
    private const string Name = "labo-terraform-admin";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("bluegreen-by-hand-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsMade_IsWhatAScriptMakesByHand_FieldByField()
    {
        await PythonScript.SkipUnlessInstalledAsync(Token);
        WriteFiles();

        var described = await Task.WhenAll(DescribeAsync(seed: 1, ApplyAsync), DescribeAsync(seed: 2, MakeByHandAsync));

        var comparison = Comparison.Of(described[0], described[1]);
        comparison.WriteTo(TestContext.Current.TestOutputHelper!);
        comparison.Unexplained.Should().BeEmpty();
        comparison.Stale.Should().BeEmpty("what does not occur any more is to be taken off its list");
    }

    public void Dispose() => _files.Delete(recursive: true);

    // Ids of the two accounts are drawn differently, so that none agrees by accident.
    private static async Task<IReadOnlyDictionary<string, JsonNode?>> DescribeAsync(int seed, Func<AwsSimulator, Uri, Task> makeAsync)
    {
        await using var simulator = new AwsSimulator(new() { TimeScale = 600, Seed = seed });
        var endpoint = await simulator.ListenAsync(cancellationToken: Token);
        var made = makeAsync(simulator, endpoint);
        await Task.WhenAll(made, PushAsync(simulator, made));
        await UntilAsync(() => IsSettled(simulator), "the first execution of the pipeline should succeed, and its tasks serve alone");
        var output = await PythonScript.RunFileOfAsync("Provisioning", "describe.py", endpoint, Token, Region);
        return JsonNode.Parse(output)!.AsObject().ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
    }

    private async Task ApplyAsync(AwsSimulator simulator, Uri endpoint)
    {
        var environment = BlueGreenEnvironment
            .For(Name)
            .InCluster("web")
            .WithTaskDef(Path.Combine(_files.FullName, "taskdef.json"))
            .WithImageTag("v1")
            .WithDesiredCount(2)
            .WithTestListener(8080)
            .WithAlarm(new("5xx-high"))
            .WithPipeline(pipeline => pipeline
                .FromCodeCommit()
                .WithFiles(_files.FullName)
                .WithBuild(new EnvironmentBuild { Variables = [new("IMAGE_TAG", "v2")] }))
            .Build();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(simulator.Clock)
            .AddSingleton(new AWSOptions { Credentials = new BasicAWSCredentials("test", "test"), DefaultClientConfig = { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = Region } })
            .AddBlueGreenEcs()
            .BuildServiceProvider();
        await services.GetRequiredService<IProvisioner>().ApplyAsync(environment, cancellationToken: Token);
    }

    private Task MakeByHandAsync(AwsSimulator simulator, Uri endpoint) =>
        PythonScript.RunFileOfAsync("Provisioning", "by_hand.py", endpoint, Token, Region, _files.FullName);

    // The seed's three files, as they are, and an application.
    private void WriteFiles()
    {
        var seed = Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed");
        foreach (var file in (string[])["taskdef.json", "appspec.yaml", "buildspec.yml"])
        {
            File.Copy(Path.Combine(seed, file), Path.Combine(_files.FullName, file));
        }

        File.WriteAllText(Path.Combine(_files.FullName, "Dockerfile"), "FROM public.ecr.aws/docker/library/node:22\nCOPY page.html .\n");
        File.WriteAllText(Path.Combine(_files.FullName, "page.html"), "<h1>2</h1>\n");
    }

    // Somebody pushes the first version as soon as there is a repository.
    private static async Task PushAsync(AwsSimulator simulator, Task made)
    {
        await UntilAsync(() => made.IsCompleted || Call(simulator, "ecr", "DescribeRepositories")["repositories"]!.AsArray().Count > 0, "there should be a repository");
        const string Manifest = """{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","annotations":{"version":"v1"},"layers":[]}""";
        Call(simulator, "ecr", "PutImage", new() { ["repositoryName"] = Name, ["imageTag"] = "v1", ["imageManifest"] = Manifest });
    }

    private static bool IsSettled(AwsSimulator simulator)
    {
        var runs = Call(simulator, "codepipeline", "ListPipelineExecutions", new() { ["pipelineName"] = Name })["pipelineExecutionSummaries"]!.AsArray();
        var service = Call(simulator, "ecs", "DescribeServices", new() { ["cluster"] = "web", ["services"] = new JsonArray(Name) })["services"]![0]!;
        var alarm = Call(simulator, "cloudwatch", "DescribeAlarms")["MetricAlarms"]![0]!;
        var state = runs.Count > 0 ? runs[0]!["status"]!.GetValue<string>() : null;
        state.Should().NotBe("Failed");
        return state == "Succeeded"
            && service["runningCount"]!.GetValue<int>() == 2
            && service["taskSets"] is JsonArray { Count: 1 } sets
            && sets[0]!["stabilityStatus"]!.GetValue<string>() == "STEADY_STATE"
            && alarm["StateValue"]!.GetValue<string>() == "OK";
    }

    private static JsonObject Call(AwsSimulator simulator, string service, string operation, JsonObject? input = null) => simulator.Invoke(service, operation, input ?? [], Region);

    private static async Task UntilAsync(Func<bool> isSo, string because)
    {
        var end = DateTime.UtcNow + Patience;
        while (!isSo())
        {
            DateTime.UtcNow.Should().BeBefore(end, because);
            await Task.Delay(100, Token);
        }
    }
}
