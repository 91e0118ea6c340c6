using System.Diagnostics;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Projects;

/// <summary>One source, two sets of AWS clients, chosen by one property.</summary>
public sealed class AwsSdkSwitchTests
{
    private static readonly string[] Official =
    [
        "AWSSDK.ApplicationAutoScaling", "AWSSDK.CloudWatch", "AWSSDK.CloudWatchLogs", "AWSSDK.CodeBuild", "AWSSDK.CodeDeploy", "AWSSDK.CodePipeline", "AWSSDK.ECR", "AWSSDK.ECS",
        "AWSSDK.ElasticLoadBalancingV2", "AWSSDK.IdentityManagement", "AWSSDK.Lambda", "AWSSDK.SecretsManager",
    ];

    [Theory]
    [InlineData("Official", true)]
    [InlineData("Generated", false)]
    public async Task Switch_Chooses_OfficialPackagesOrGeneratedClients(string choice, bool isOfficial)
    {
        var items = await ItemsAsync(choice);

        Names(items, "PackageReference").Intersect(Official, StringComparer.Ordinal).Order(StringComparer.Ordinal).Should().Equal(isOfficial ? Official : []);
        Names(items, "ProjectReference").Any(project => project.Contains("AwsClients", StringComparison.Ordinal)).Should().Be(!isOfficial);
    }

    private static IEnumerable<string> Names(JsonNode items, string kind) => items[kind]!.AsArray().Select(item => item!["Identity"]!.GetValue<string>());

    // Evaluates the project only: nothing is restored or built.
    private static async Task<JsonNode> ItemsAsync(string choice)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "src/BlueGreen.Ecs", "-getItem:PackageReference,ProjectReference", $"-p:AwsSdk={choice}", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.RequireRoot(),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, output);
        return JsonNode.Parse(output)!["Items"]!;
    }
}
