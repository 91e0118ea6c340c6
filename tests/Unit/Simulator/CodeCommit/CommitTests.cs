using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services.CodeCommit;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeCommit;

public sealed class CommitTests
{
    [Fact]
    public void Ids_AreThoseOfGit()
    {
        GitObjects.Blob("hello\n"u8.ToArray()).Should().Be("ce013625030ba8dba906f756967f9e9ca394464a");
        GitTree.Empty.Id.Should().Be("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }

    [Fact]
    public async Task CreateCommit_FilesInFolders_AreReadBack()
    {
        await using var aws = Repository();
        var first = Commit(aws, null, ("a.txt", "a"), ("dir/b.txt", "b"), ("dir/sub/c.txt", "c"));
        var second = Commit(aws, first.Text("commitId"), ("dir/b.txt", "changed"));

        first.Objects("filesAdded").Select(file => file.Text("absolutePath")).Should().Equal("a.txt", "dir/b.txt", "dir/sub/c.txt");
        second.Objects("filesUpdated").Should().ContainSingle();
        Content(aws, "dir/b.txt", null).Should().Be("changed");
        Content(aws, "dir/b.txt", first.Text("commitId")).Should().Be("b");
        var folder = aws.Call("codecommit.GetFolder", new() { ["repositoryName"] = "r", ["folderPath"] = "dir" });
        folder.Objects("files").Single().Text("relativePath").Should().Be("b.txt");
        folder.Objects("subFolders").Single().Text("absolutePath").Should().Be("dir/sub");
        var commit = aws.Call("codecommit.GetCommit", new() { ["repositoryName"] = "r", ["commitId"] = second.Text("commitId") }).Object("commit")!;
        commit.Texts("parents").Should().Equal(first.Text("commitId")!);
        commit.Text("treeId").Should().Be(second.Text("treeId"));
    }

    [Fact]
    public async Task CreateCommit_Wrong_IsRefusedByItsName()
    {
        await using var aws = Repository();
        var head = Commit(aws, null, ("a", "1")).Text("commitId")!;

        Refused(() => Commit(aws, null, ("a", "2"))).Should().Be("ParentCommitIdRequiredException");
        Refused(() => Commit(aws, new string('0', 40), ("a", "2"))).Should().Be("ParentCommitDoesNotExistException");
        Refused(() => Commit(aws, head, ("a", "1"))).Should().Be("NoChangeException");
        Refused(() => Commit(aws, head, ("a/b", "1"))).Should().Be("DirectoryNameConflictsWithFileNameException");
        Refused(() => Commit(aws, head, ("a", "2"), ("a", "3"))).Should().Be("SamePathRequestException");
        Refused(() => Commit(aws, head)).Should().Be("FileEntryRequiredException");
        Commit(aws, head, ("a", "2"));
        Refused(() => Commit(aws, head, ("a", "3"))).Should().Be("ParentCommitIdOutdatedException");
        Refused(() => Content(aws, "none", null)).Should().Be("FileDoesNotExistException");
        Refused(() => aws.Call("codecommit.GetRepository", new() { ["repositoryName"] = "none" })).Should().Be("RepositoryDoesNotExistException");
        Refused(() => aws.Call("codecommit.CreateRepository", new() { ["repositoryName"] = "r" })).Should().Be("RepositoryNameExistsException");
        Refused(() => aws.Call("codecommit.CreateBranch", new() { ["repositoryName"] = "r", ["branchName"] = "main", ["commitId"] = head })).Should().Be("BranchNameExistsException");
    }

    [Fact]
    public async Task PutFile_SameContent_IsRefused_AndDeleteFileRemoves()
    {
        await using var aws = Repository();
        var head = Put(aws, null, "one").Text("commitId")!;
        Refused(() => Put(aws, head, "one")).Should().Be("SameFileContentException");

        aws.Call("codecommit.DeleteFile", new() { ["repositoryName"] = "r", ["branchName"] = "main", ["filePath"] = "f", ["parentCommitId"] = head });

        Refused(() => Content(aws, "f", null)).Should().Be("FileDoesNotExistException");
    }

    [Fact]
    public async Task Branches_AreListed_AndTheDefaultOneStays()
    {
        await using var aws = Repository();
        var head = Put(aws, null, "one").Text("commitId")!;
        aws.Call("codecommit.CreateBranch", new() { ["repositoryName"] = "r", ["branchName"] = "topic", ["commitId"] = head });

        aws.Call("codecommit.ListBranches", new() { ["repositoryName"] = "r" }).Texts("branches").Should().Equal("main", "topic");
        Refused(() => aws.Call("codecommit.DeleteBranch", new() { ["repositoryName"] = "r", ["branchName"] = "main" })).Should().Be("DefaultBranchCannotBeDeletedException");
        aws.Call("codecommit.DeleteBranch", new() { ["repositoryName"] = "r", ["branchName"] = "topic" }).Object("deletedBranch")!.Text("commitId").Should().Be(head);
        aws.Call("codecommit.GetRepository", new() { ["repositoryName"] = "r" }).Object("repositoryMetadata")!.Text("defaultBranch").Should().Be("main");
    }

    private static AwsSimulator Repository()
    {
        var aws = new AwsSimulator();
        aws.Call("codecommit.CreateRepository", new() { ["repositoryName"] = "r" });
        return aws;
    }

    private static JsonObject Commit(AwsSimulator aws, string? parent, params (string Path, string Content)[] files)
    {
        var input = new JsonObject
        {
            ["repositoryName"] = "r",
            ["branchName"] = "main",
            ["putFiles"] = new JsonArray([.. files.Select(file => new JsonObject { ["filePath"] = file.Path, ["fileContent"] = Base64(file.Content) })]),
        };
        if (parent is not null)
        {
            input["parentCommitId"] = parent;
        }

        return aws.Call("codecommit.CreateCommit", input);
    }

    private static JsonObject Put(AwsSimulator aws, string? parent, string content)
    {
        var input = new JsonObject { ["repositoryName"] = "r", ["branchName"] = "main", ["filePath"] = "f", ["fileContent"] = Base64(content) };
        if (parent is not null)
        {
            input["parentCommitId"] = parent;
        }

        return aws.Call("codecommit.PutFile", input);
    }

    private static string Content(AwsSimulator aws, string path, string? commit)
    {
        var input = new JsonObject { ["repositoryName"] = "r", ["filePath"] = path };
        if (commit is not null)
        {
            input["commitSpecifier"] = commit;
        }

        return Encoding.UTF8.GetString(Convert.FromBase64String(aws.Call("codecommit.GetFile", input).Text("fileContent")!));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
