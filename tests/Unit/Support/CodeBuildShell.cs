using System.Diagnostics;

namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>
/// Runs a buildspec's commands as CodeBuild does: phase by phase in one bash, each command until one fails; POST_BUILD also after a failed BUILD.
/// <c>aws</c> and <c>docker</c> are stubs that note how they were called.
/// </summary>
internal sealed class CodeBuildShell : IDisposable
{
    private const string Stub = """
        #!/bin/bash
        line="$(basename "$0")$(printf ' [%s]' "$@")"
        printf '%s\n' "$line" >> "$STUB_LOG"
        [ -n "$STUB_FAIL" ] && case "$(basename "$0") $*" in $STUB_FAIL) exit 3 ;; esac
        case "$(basename "$0") $*" in
          "aws sts"*) echo 111122223333 ;;
          "aws ecr get-login-password"*) echo password-of-ecr ;;
          "docker login"*) printf 'stdin [%s]\n' "$(cat)" >> "$STUB_LOG" ;;
          "docker image inspect"*) printf '%b' "$STUB_DIGESTS" ;;
        esac

        """;

    private readonly TempFolder _folder = new();
    private readonly string _bash;

    public CodeBuildShell()
    {
        _bash = new[] { "/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash" }.FirstOrDefault(File.Exists) ?? string.Empty;
        Assert.SkipWhen(_bash.Length == 0, "There is no bash on this machine.");
        foreach (var name in new[] { "aws", "docker" })
        {
            var path = _folder.Write(name, Stub);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    /// <summary>What CodeBuild and the project set.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal)
    {
        ["AWS_DEFAULT_REGION"] = "eu-west-1",
        ["CODEBUILD_RESOLVED_SOURCE_VERSION"] = "0123456789abcdef0123456789abcdef01234567",
        ["CODEBUILD_BUILD_NUMBER"] = "7",
        ["STUB_FAIL"] = string.Empty,
        ["STUB_DIGESTS"] = string.Empty,
    };

    /// <summary>How the stubs were called, one call a line: <c>docker [push] [web:v1]</c>.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_folder.PathOf("log")) ? File.ReadAllLines(_folder.PathOf("log")) : [];

    /// <summary>The file that the build wrote; <see langword="null"/> when there is none.</summary>
    public string? ImageDetail => File.Exists(_folder.PathOf("imageDetail.json")) ? File.ReadAllText(_folder.PathOf("imageDetail.json")) : null;

    /// <summary>Runs all phases.</summary>
    /// <returns>The first phase that failed, or <c>SUCCEEDED</c>.</returns>
    public async Task<string> RunAsync(BuildSpec spec)
    {
        foreach (var variable in (spec.Environment?.SecretsManager ?? []).Concat(spec.Environment?.ParameterStore ?? []))
        {
            Variables[variable.Name] = $"value of {variable.Name}";
        }

        if (!await RunAsync("PRE_BUILD", spec.Phases.PreBuild!, isSucceeding: true))
        {
            return "PRE_BUILD";
        }

        var built = await RunAsync("BUILD", spec.Phases.Build!, isSucceeding: true);
        var finished = await RunAsync("POST_BUILD", spec.Phases.PostBuild!, built);
        return !built ? "BUILD" : finished ? "SUCCEEDED" : "POST_BUILD";
    }

    public void Dispose() => _folder.Dispose();

    private async Task<bool> RunAsync(string name, BuildSpecPhase phase, bool isSucceeding)
    {
        var steps = phase.Commands.Select(command => $"{command}\nrc=$?; [ $rc -eq 0 ] || exit $rc\n");
        var script = _folder.Write($"{name}.sh", $"[ -f state ] && . ./state\nexport CODEBUILD_BUILD_SUCCEEDING={(isSucceeding ? 1 : 0)}\n{string.Concat(steps)}export -p > state\n");
        var start = new ProcessStartInfo(_bash, ["--noprofile", "--norc", script])
        {
            WorkingDirectory = _folder.PathOf(string.Empty),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (key, value) in Variables)
        {
            start.Environment[key] = value;
        }

        start.Environment["PATH"] = $"{_folder.PathOf(string.Empty)}:/usr/local/bin:/usr/bin:/bin";
        start.Environment["STUB_LOG"] = _folder.PathOf("log");
        using var process = Process.Start(start)!;
        var outputs = Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await outputs;
        return process.ExitCode == 0;
    }
}
