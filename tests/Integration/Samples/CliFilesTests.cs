namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>The commands that look at files alone.</summary>
public sealed class CliFilesTests : IDisposable
{
    private const string TaskDef = "Fixtures/seed/taskdef.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bluegreen-cli-");

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Check_TheSeed_TellsTheTokenAndNoError()
    {
        await using var program = SampleProgram.Cli(aws: null, awaited: null, "check", "--task-definition", TaskDef, "--appspec", "Fixtures/seed/appspec.yaml", "--buildspec", "Fixtures/seed/buildspec.yml");

        (await program.EndAsync(CancellationToken)).Should().Be(0);
        program.Output.Should().Contain(line => line.StartsWith("BG803 warning buildspec.yml:6:19 env.variables.DOCKER_TOKEN", StringComparison.Ordinal)).And.Contain(line => line.StartsWith("errors: 0, ", StringComparison.Ordinal));
        program.Output.Should().NotContain(line => line.Contains("00000000-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_WhatCannotBeRead_ExitsWith1AndItsPlace()
    {
        var path = await WriteAsync("broken.json", "{\n  \"family\": web\n}");
        await using var program = SampleProgram.Cli(aws: null, awaited: null, "check", "--task-definition", path);

        (await program.EndAsync(CancellationToken)).Should().Be(1);
        program.Output.Should().Contain(line => line.StartsWith("BG100 error broken.json:2:13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Diff_OfTwoFiles_TellsTheChangeInBothForms()
    {
        var path = await WriteAsync("after.json", (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, TaskDef), CancellationToken)).Replace("\"512\"", "\"1024\"", StringComparison.Ordinal));
        await using var text = SampleProgram.Cli(aws: null, awaited: null, "diff", TaskDef, path);
        await using var table = SampleProgram.Cli(aws: null, awaited: null, "diff", TaskDef, path, "--markdown");

        (await text.EndAsync(CancellationToken)).Should().Be(0);
        (await table.EndAsync(CancellationToken)).Should().Be(0);
        text.Output.Should().Contain("~ memory: 512 → 1024");
        table.Output.Should().Contain(line => line.StartsWith("| `memory` | changed | `512` | `1024` |", StringComparison.Ordinal));
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text, CancellationToken);
        return path;
    }
}
