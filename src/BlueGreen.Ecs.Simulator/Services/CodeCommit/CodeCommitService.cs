using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>AWS CodeCommit, by its API: what Git itself would push and fetch is not served.</summary>
internal sealed class CodeCommitService(World world) : IAwsService
{
    private static readonly OperationTable<CodeCommitState> Operations = new("codecommit")
    {
        ["CreateRepository"] = RepositoryOperations.Create,
        ["GetRepository"] = RepositoryOperations.Get,
        ["ListRepositories"] = RepositoryOperations.List,
        ["DeleteRepository"] = RepositoryOperations.Delete,
        ["UpdateDefaultBranch"] = RepositoryOperations.UpdateDefaultBranch,
        ["TagResource"] = RepositoryOperations.Tag,
        ["UntagResource"] = RepositoryOperations.Untag,
        ["ListTagsForResource"] = RepositoryOperations.ListTags,
        ["CreateBranch"] = BranchOperations.Create,
        ["GetBranch"] = BranchOperations.Get,
        ["ListBranches"] = BranchOperations.List,
        ["DeleteBranch"] = BranchOperations.Delete,
        ["GetCommit"] = BranchOperations.GetCommit,
        ["CreateCommit"] = CommitCreation.Create,
        ["GetFile"] = FileOperations.Get,
        ["PutFile"] = FileOperations.Put,
        ["DeleteFile"] = FileOperations.Delete,
        ["GetFolder"] = FileOperations.GetFolder,
    };

    public string Name => "codecommit";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, CodeCommitState.Of(world.In(call.Region)));
}
