using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

/// <summary>The seed's pipeline in virtual time: CodeCommit, CodeBuild, CodeDeployToECS, over the seed's service.</summary>
internal sealed class PipelineWorld : IAsyncDisposable
{
    public const string Name = "web";
    public const string Project = "web-build";
    public const string Repository = "web-source";

    private PipelineWorld(SeedWorld world) => World = world;

    public SeedWorld World { get; }

    public SeedEnvironment Seed => World.Seed;

    public static async Task<PipelineWorld> CreateAsync(Action<SeedEnvironmentOptions>? configure = null)
    {
        var world = new PipelineWorld(await SeedWorld.CreateAsync(options =>
        {
            options.TerminationWait = TimeSpan.FromMinutes(1);
            configure?.Invoke(options);
        }));
        world.Call("codecommit.CreateRepository", new() { ["repositoryName"] = Repository });
        world.CreateProject(role: "arn:aws:iam::123456789012:role/unknown-to-iam");
        return world;
    }

    /// <summary>The seed's buildspec without its login to Docker Hub.</summary>
    public static string AnonymousBuildSpec => string.Join('\n', SeedFile("buildspec.yml").Split('\n').Where(line => !line.Contains("DOCKER_TOKEN |", StringComparison.Ordinal)));

    public static string SeedFile(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed", name));

    public JsonObject Call(string call, JsonObject input) => World.Call(call.Split('.')[0], call.Split('.')[1], input);

    public void CreateProject(string role, string name = Project, string imageTag = "v3") => Call("codebuild.CreateProject", new()
    {
        ["name"] = name,
        ["source"] = new JsonObject { ["type"] = "CODEPIPELINE" },
        ["artifacts"] = new JsonObject { ["type"] = "CODEPIPELINE" },
        ["environment"] = new JsonObject
        {
            ["type"] = "LINUX_CONTAINER",
            ["image"] = "aws/codebuild/standard:7.0",
            ["computeType"] = "BUILD_GENERAL1_SMALL",
            ["privilegedMode"] = true,
            ["environmentVariables"] = new JsonArray(new JsonObject { ["name"] = "IMAGE_TAG", ["value"] = imageTag }),
        },
        ["serviceRole"] = role,
    });

    /// <summary>Pushes the seed's three files, or others.</summary>
    public string Push(params (string Path, string Content)[] changed)
    {
        var branch = Branch();
        var files = branch is null
            ? new List<(string Path, string Content)> { ("buildspec.yml", SeedFile("buildspec.yml")), ("taskdef.json", SeedFile("taskdef.json")), ("appspec.yaml", SeedFile("appspec.yaml")), ("Dockerfile", "FROM node:22\n") }
            : [];
        foreach (var (path, content) in changed)
        {
            files.RemoveAll(file => file.Path == path);
            files.Add((path, content));
        }

        var input = new JsonObject
        {
            ["repositoryName"] = Repository,
            ["branchName"] = "main",
            ["commitMessage"] = "A change",
            ["putFiles"] = files.Select(file => new JsonObject
            {
                ["filePath"] = file.Path,
                ["fileContent"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Content)),
            }).ToJson(),
        };
        input.SetUnlessNull("parentCommitId", branch);
        return Call("codecommit.CreateCommit", input).Text("commitId")!;
    }

    public static JsonObject Action(string name, string category, string provider, JsonObject configuration, string[]? inputs = null, string[]? outputs = null) => new()
    {
        ["name"] = name,
        ["actionTypeId"] = new JsonObject { ["category"] = category, ["owner"] = "AWS", ["provider"] = provider, ["version"] = "1" },
        ["configuration"] = configuration,
        ["inputArtifacts"] = (inputs ?? []).Select(input => new JsonObject { ["name"] = input }).ToJson(),
        ["outputArtifacts"] = (outputs ?? []).Select(output => new JsonObject { ["name"] = output }).ToJson(),
    };

    public static JsonObject Stage(string name, params JsonObject[] actions) => new() { ["name"] = name, ["actions"] = actions.ToJson() };

    public static JsonObject Source() => Stage("Source", Action("Source", "Source", "CodeCommit", new() { ["RepositoryName"] = Repository, ["BranchName"] = "main" }, outputs: ["SourceArtifact"]));

    public static JsonObject Build() => Stage("Build", Action("Build", "Build", "CodeBuild", new() { ["ProjectName"] = Project }, ["SourceArtifact"], ["BuildArtifact"]));

    public static JsonObject Approval() => Stage("Approve", Action("Ask", "Approval", "Manual", []));

    public JsonObject Deploy() => Stage("Deploy", Action("Deploy", "Deploy", "CodeDeployToECS", new()
    {
        ["ApplicationName"] = Seed.ApplicationName,
        ["DeploymentGroupName"] = Seed.DeploymentGroupName,
        ["TaskDefinitionTemplateArtifact"] = "BuildArtifact",
        ["AppSpecTemplateArtifact"] = "BuildArtifact",
        ["Image1ArtifactName"] = "BuildArtifact",
        ["Image1ContainerName"] = "IMAGE1_NAME",
    }, ["BuildArtifact"]));

    public static JsonObject Declaration(params JsonObject[] stages) => new()
    {
        ["name"] = Name,
        ["roleArn"] = "arn:aws:iam::123456789012:role/pipeline",
        ["artifactStore"] = new JsonObject { ["type"] = "S3", ["location"] = "artifacts" },
        ["stages"] = stages.ToJson(),
    };

    public void CreatePipeline(params JsonObject[] stages) => Declare(Declaration(stages.Length > 0 ? stages : [Source(), Build(), Deploy()]));

    public void Declare(JsonObject declaration) => Call("codepipeline.CreatePipeline", new() { ["pipeline"] = declaration });

    public string Start() => Call("codepipeline.StartPipelineExecution", new() { ["name"] = Name }).Text("pipelineExecutionId")!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<JsonObject> Executions() => Call("codepipeline.ListPipelineExecutions", new() { ["pipelineName"] = Name }).Objects("pipelineExecutionSummaries");

    public string Status(string id) => Call("codepipeline.GetPipelineExecution", new() { ["pipelineName"] = Name, ["pipelineExecutionId"] = id })
        .Object("pipelineExecution")!.Text("status")!;

    /// <summary>Waits until the newest execution is over.</summary>
    public string Finish()
    {
        World.AdvanceUntil(() => Executions()[0].Text("status") is not ("InProgress" or "Stopping"), stepSeconds: 5);
        return Executions()[0].Text("status")!;
    }

    public JsonObject State(string stage) => Call("codepipeline.GetPipelineState", new() { ["name"] = Name }).Objects("stageStates").Single(one => one.Text("stageName") == stage);

    public JsonObject? LatestAction(string stage) => State(stage).Objects("actionStates")[0].Object("latestExecution");

    public string? Error(string stage) => LatestAction(stage)?.Object("errorDetails")?.Text("message");

    public JsonObject LatestBuild() => Call("codebuild.BatchGetBuilds", new()
    {
        ["ids"] = new JsonArray(Call("codebuild.ListBuildsForProject", new() { ["projectName"] = Project }).Texts("ids")[0]),
    }).Objects("builds")[0];

    /// <summary>The lines of the newest build's log, as one text.</summary>
    public string Log() => string.Join('\n', Call("logs.GetLogEvents", new()
    {
        ["logGroupName"] = $"/aws/codebuild/{Project}",
        ["logStreamName"] = LatestBuild().Object("logs")!.Text("streamName"),
        ["startFromHead"] = true,
    }).Objects("events").Select(line => line.Text("message")));

    public string Page() => World.Page();

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private string? Branch()
    {
        try
        {
            return Call("codecommit.GetBranch", new() { ["repositoryName"] = Repository, ["branchName"] = "main" }).Object("branch")!.Text("commitId");
        }
        catch (AwsErrorException)
        {
            return null;
        }
    }
}
