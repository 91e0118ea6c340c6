using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/simulator.md.</summary>
public sealed class SimulatorSnippets
{
    [Fact]
    public async Task BuildFunction_PushesTheImageThatIsDeployed()
    {
        await using var world = await PipelineWorld.CreateAsync();
        var (aws, repository) = (world.World.Simulator, world.Seed.ImageV1.Split(':')[0]);
        aws.Builds["web-build"] = build =>
        {
            var image = build.PushImage($"{repository}:{build.Environment["IMAGE_TAG"]}");
            return new(SimulatedBuildResult.Succeeded(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["imageDetail.json"] = $$"""{"ImageURI":"{{image}}"}""",
                ["taskdef.json"] = build.Source["taskdef.json"],
                ["appspec.yaml"] = build.Source["appspec.yaml"],
            }));
        };
        world.Push();
        world.CreatePipeline();

        world.Finish().Should().Be("Succeeded");
    }
}
