using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Diagnosis.Builds;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>The seed's pipeline: its build, and the templates of its deployment.</summary>
internal static class BuildTroubles
{
    private static string Seed => PipelineWorld.SeedFile("buildspec.yml");

    public static IEnumerable<Trouble> All { get; } =
    [
        Pipeline("Docker Hub's limit is reached in the build", "BG708", world =>
        {
            world.World.Simulator.DockerHubLimitReached = true;
            world.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        }) with
        {
            Look = _ => CheckAsync(Without("DOCKER_TOKEN")),
            Before = "BG154",
        },
        Pipeline("the build may not read its source (DOWNLOAD_SOURCE)", "BG701", world => RunAs(world, "\"logs:*\",\"ecr:*\"")),
        Pipeline("the build may not push to ECR", "BG706", world => RunAs(world, "\"logs:*\",\"s3:*\",\"codecommit:*\",\"ecr:GetAuthorizationToken\"")),
        Pipeline("the buildspec does not parse", "BG703", world => world.Push(("buildspec.yml", Broken))) with { Look = _ => CheckAsync(Broken), Before = "BG100" },
        Pipeline("the buildspec is missing", "BG702", world =>
        {
            world.Call("codebuild.UpdateProject", new() { ["name"] = PipelineWorld.Project, ["source"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "CODEPIPELINE", ["buildspec"] = "ci/build.yml" } });
            world.Push();
        }),
        Pipeline("a variable of the build has a stray middle dot", "BG710", world =>
        {
            world.Call("codebuild.DeleteProject", new() { ["name"] = PipelineWorld.Project });
            world.CreateProject("arn:aws:iam::123456789012:role/unknown-to-iam", imageTag: "v3·");
            world.Push();
        }) with
        {
            Look = _ => CheckAsync(Without("DOCKER_TOKEN").Replace("  variables:\n", "  variables:\n    IMAGE_TAG: v3·\n", StringComparison.Ordinal)),
            Before = "BG150",
        },
        Pipeline("a parameter of the build is missing", "BG705", world => world.Push(("buildspec.yml", Seed.Replace("env:\n", "env:\n  parameter-store:\n    HUB: /hub/token\n", StringComparison.Ordinal)))),
        Pipeline("a template of the pipeline's deployment is missing", "BG731", world => world.Push(("buildspec.yml", Seed.Replace("    - 'taskdef.json'\n", "", StringComparison.Ordinal)))),
        new("a secret stands in the buildspec in the open") { Look = _ => CheckAsync(Seed), Before = "BG803" },
    ];

    private static string Broken => "version: 0.2\nphases:\n  build:\n    commands:\n      - echo \"open\n   - x: [\n";

    private static string Without(string variable) => string.Join('\n', Seed.Split('\n').Where(line => !line.Contains(variable, StringComparison.Ordinal)));

    private static Trouble Pipeline(string name, string after, Action<PipelineWorld> setUp) => new(name)
    {
        Happen = async scene =>
        {
            await using var bench = await PipelineDiagnosis.CreateAsync();
            setUp(bench.World);
            bench.World.CreatePipeline();
            var (clock, start) = (bench.World.World.Simulator.Clock, bench.World.World.Simulator.Clock.GetUtcNow());
            var diagnosis = await bench.FailAsync();
            scene.Took = clock.GetUtcNow() - start;
            return diagnosis;
        },
        After = after,
    };

    private static void RunAs(PipelineWorld world, string actions)
    {
        world.Call("iam.CreateRole", new() { ["RoleName"] = "build", ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codebuild.amazonaws.com"},"Action":"sts:AssumeRole"}]}""" });
        world.Call("iam.PutRolePolicy", new()
        {
            ["RoleName"] = "build",
            ["PolicyName"] = "p",
            ["PolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{actions}}],"Resource":"*"}]}""",
        });
        world.Call("codebuild.UpdateProject", new() { ["name"] = PipelineWorld.Project, ["serviceRole"] = "arn:aws:iam::123456789012:role/build" });
        world.Push();
    }

    private static async Task<IReadOnlyList<Finding>> CheckAsync(string buildSpec)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, buildSpec, GalleryScene.Token);
        try
        {
            return DocumentChecks.CheckFiles(buildSpec: file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
