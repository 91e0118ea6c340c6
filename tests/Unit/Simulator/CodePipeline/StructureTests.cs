using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

public sealed class StructureTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "one stage", "InvalidStructureException", "*minimum of 2 stages*" },
        { "no source first", "InvalidStructureException", "*start with a stage that only contains source actions*" },
        { "late source", "InvalidStructureException", "*only allowed in the first stage*" },
        { "same stage", "InvalidStageDeclarationException", "*'Source'*" },
        { "same artifact", "InvalidStructureException", "*unique within the pipeline*" },
        { "unknown input", "InvalidStructureException", "*Other*" },
        { "missing key", "InvalidActionDeclarationException", "*missing required configuration 'ProjectName'*" },
        { "unknown key", "InvalidActionDeclarationException", "*unknown configuration 'Nonsense'*" },
        { "lonely image key", "InvalidActionDeclarationException", "*'Image1ContainerName'*" },
        { "s3", "InvalidActionDeclarationException", "*missing required configuration 'S3Bucket'*" },
        { "queued v1", "InvalidStructureException", "*V2*" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Create_WrongStructure_IsRefusedByItsName(string what, string code, string message)
    {
        await using var world = await PipelineWorld.CreateAsync();
        var refused = world.Invoking(one => one.Declare(Declare(one, what))).Should().Throw<AwsErrorException>().WithMessage(message).Which;

        refused.Code.Should().Be(code);
        world.Call("codepipeline.ListPipelines", []).Objects("pipelines").Should().BeEmpty();
    }

    [Fact]
    public async Task Update_MakesANewVersion_AndKeepsTheOld()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline();

        world.Call("codepipeline.UpdatePipeline", new() { ["pipeline"] = PipelineWorld.Declaration(PipelineWorld.Source(), PipelineWorld.Approval()) });

        var newest = world.Call("codepipeline.GetPipeline", new() { ["name"] = PipelineWorld.Name });
        newest.Object("pipeline")!.Int("version").Should().Be(2);
        newest.Object("metadata")!.Text("pipelineArn").Should().Be("arn:aws:codepipeline:ap-northeast-1:123456789012:web");
        world.Call("codepipeline.GetPipeline", new() { ["name"] = PipelineWorld.Name, ["version"] = 1 }).Object("pipeline")!.Objects("stages").Should().HaveCount(3);
        world.Invoking(one => one.Call("codepipeline.GetPipeline", new() { ["name"] = PipelineWorld.Name, ["version"] = 3 }))
            .Should().Throw<AwsErrorException>().Which.Code.Should().Be("PipelineVersionNotFoundException");
    }

    private static JsonObject Declare(PipelineWorld world, string what)
    {
        var (source, build, deploy) = (PipelineWorld.Source(), PipelineWorld.Build(), world.Deploy());
        var buildAction = build.Objects("actions")[0];
        switch (what)
        {
            case "one stage":
                return PipelineWorld.Declaration(source);
            case "no source first":
                return PipelineWorld.Declaration(PipelineWorld.Approval(), source);
            case "late source":
                var late = PipelineWorld.Source();
                late["name"] = "Late";
                return PipelineWorld.Declaration(source, late);
            case "same stage":
                build["name"] = "Source";
                break;
            case "same artifact":
                buildAction["outputArtifacts"]![0]!["name"] = "SourceArtifact";
                break;
            case "unknown input":
                buildAction["inputArtifacts"]![0]!["name"] = "Other";
                break;
            case "missing key":
                buildAction["configuration"] = new JsonObject();
                break;
            case "unknown key":
                buildAction["configuration"]!["Nonsense"] = "x";
                break;
            case "lonely image key":
                deploy.Objects("actions")[0].Object("configuration")!.Remove("Image1ContainerName");
                break;
            case "s3":
                source.Objects("actions")[0].Object("actionTypeId")!["provider"] = "S3";
                break;
        }

        var declaration = PipelineWorld.Declaration(source, build, deploy);
        if (what is "queued v1")
        {
            declaration["executionMode"] = "QUEUED";
        }

        return declaration;
    }
}
