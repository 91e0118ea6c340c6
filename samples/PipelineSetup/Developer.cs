using System.Text;
using Amazon.CodeCommit;
using Amazon.CodeCommit.Model;
using Amazon.ECR;
using Amazon.SecretsManager;
using BlueGreen.Ecs;

namespace BlueGreen.PipelineSetup;

/// <summary>What the team does by itself: it stores a secret, pushes an image and a commit, and watches.</summary>
internal static class Developer
{
    /// <summary>Puts the login to Docker Hub where builds find it, and no reader of the repository.</summary>
    public static Task StoreDockerHubLoginAsync(IAmazonSecretsManager secrets, CancellationToken cancellationToken) =>
        secrets.CreateSecretAsync(new() { Name = "dockerhub", SecretString = """{"user":"example-user","token":"00000000-0000-0000-0000-000000000000"}""" }, cancellationToken);

    /// <summary>Pushes the first version's image as docker would, so that the service has one to begin with.</summary>
    public static Task PushFirstImageAsync(IAmazonECR ecr, string repository, CancellationToken cancellationToken)
    {
        const string Manifest = """{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json"},"layers":[]}""";
        return ecr.PutImageAsync(new() { RepositoryName = repository, ImageTag = "v1", ImageManifest = Manifest }, cancellationToken);
    }

    /// <summary>Commits version 2.</summary>
    /// <returns>The commit's id.</returns>
    public static async Task<string> PushVersion2Async(IAmazonCodeCommit codeCommit, string repository, CancellationToken cancellationToken)
    {
        var tip = await codeCommit.GetBranchAsync(new() { RepositoryName = repository, BranchName = "main" }, cancellationToken);
        var request = new CreateCommitRequest
        {
            RepositoryName = repository,
            BranchName = "main",
            ParentCommitId = tip.Branch.CommitId,
            CommitMessage = "Version 2",
            PutFiles = [File("VERSION", "v2\n"), File("page.html", "<h1>Version 2</h1>\n")],
        };
        return (await codeCommit.CreateCommitAsync(request, cancellationToken)).CommitId;
    }

    /// <summary>Follows the execution that runs, or will soon.</summary>
    public static async Task<PipelineResult> FollowAsync(IPipelines pipelines, string pipeline, TimeProvider clock, bool isQuiet, CancellationToken cancellationToken)
    {
        await using var run = await AttachAsync(pipelines, pipeline, clock, cancellationToken);
        await foreach (var happened in run.Events.WithCancellation(cancellationToken))
        {
            if (!isQuiet)
            {
                Console.WriteLine($"    {happened}");
            }
        }

        return await run.Completion;
    }

    private static async Task<PipelineRun> AttachAsync(IPipelines pipelines, string pipeline, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await pipelines.AttachAsync(pipeline, cancellationToken: cancellationToken);
            }
            catch (NoPipelineExecutionException)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), clock, cancellationToken);
            }
        }
    }

    private static PutFileEntry File(string path, string text) => new() { FilePath = path, FileContent = new MemoryStream(Encoding.UTF8.GetBytes(text)) };
}
