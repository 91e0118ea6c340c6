using BlueGreen.Ecs.Simulator.Services.CodeCommit;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The source action CodeCommit: the files of a branch's newest commit.</summary>
internal static class CodeCommitSource
{
    public static void Start(ActionContext context) => context.After(context.World.Options.Timings.PipelineStep, () => Fetch(context));

    private static void Fetch(ActionContext context)
    {
        var (name, branch) = (context.Setting("RepositoryName")!, context.Setting("BranchName")!);
        var repository = CodeCommitState.Of(context.Region).Repositories.GetValueOrDefault(name);
        if (repository is null)
        {
            context.Fail("ConfigurationError", $"The action failed because either the AWS CodeCommit repository {name} does not exist or the service role has no permission to access it.");
            return;
        }

        var wanted = context.Run.Execution.Overrides.GetValueOrDefault(context.Run.Name);
        var commit = wanted is null ? repository.Branches.GetValueOrDefault(branch) : repository.Commits.GetValueOrDefault(wanted);
        if (commit is null)
        {
            context.Fail("ConfigurationError", wanted is null
                ? $"The action failed because no branch named {branch} was found in the selected AWS CodeCommit repository {name}. Make sure you are using the correct branch name, and then try again. Error: null"
                : $"The action failed because no commit {wanted} was found in the selected AWS CodeCommit repository {name}.");
            return;
        }

        var region = context.Region.Name;
        var url = $"https://{region}.console.aws.amazon.com/codesuite/codecommit/repositories/{name}/commit/{commit.Id}?region={region}";
        var time = commit.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (string Key, string Value)[] variables =
        [
            ("CommitId", commit.Id), ("CommitMessage", commit.Message), ("RepositoryName", name), ("BranchName", branch), ("AuthorDate", time), ("CommitterDate", time),
        ];
        foreach (var (key, value) in variables)
        {
            context.Run.Variables[key] = value;
        }

        (context.Run.Revision, context.Run.ExternalId, context.Run.ExternalUrl) = (new SourceRevision(commit.Id, commit.Message, url, commit.Time), commit.Id, url);
        context.Output(context.OutputNames[0], commit.Tree.ToFileSet());
        context.Succeed(commit.Message.Length == 0 ? null : commit.Message);
    }
}
