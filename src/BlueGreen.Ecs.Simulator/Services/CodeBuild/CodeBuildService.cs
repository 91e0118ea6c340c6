using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>AWS CodeBuild: projects and builds, without batches and reports.</summary>
internal sealed class CodeBuildService(World world) : IAwsService
{
    private static readonly OperationTable<CodeBuildState> Operations = new("codebuild")
    {
        ["CreateProject"] = ProjectOperations.Create,
        ["UpdateProject"] = ProjectOperations.Update,
        ["BatchGetProjects"] = ProjectOperations.BatchGet,
        ["ListProjects"] = ProjectOperations.List,
        ["DeleteProject"] = ProjectOperations.Delete,
        ["StartBuild"] = BuildStart.Start,
        ["RetryBuild"] = BuildOperations.Retry,
        ["StopBuild"] = BuildOperations.Stop,
        ["BatchGetBuilds"] = BuildOperations.BatchGet,
        ["ListBuilds"] = BuildOperations.List,
        ["ListBuildsForProject"] = BuildOperations.ListForProject,
    };

    public string Name => "codebuild";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, CodeBuildState.Of(world.In(call.Region)));
}
