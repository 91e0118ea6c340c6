using System.Diagnostics;
using System.Globalization;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>A built sample, run as its own process beside the tests.</summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _awaited;

    private SampleProgram(string assembly, string? awaited, Uri? aws, IEnumerable<string> arguments)
    {
        _awaited = awaited;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["AWS_ACCESS_KEY_ID"] = "any", ["AWS_SECRET_ACCESS_KEY"] = "any", ["AWS_REGION"] = "ap-northeast-1", ["AWS_ENDPOINT_URL"] = aws?.AbsoluteUri },
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The lines of standard output so far.</summary>
    public IReadOnlyList<string> Output => Copy(_output);

    /// <summary>The lines of standard error so far.</summary>
    public IReadOnlyList<string> Errors => Copy(_errors);

    /// <summary>Starts the Quickstart.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static SampleProgram Quickstart(params string[] arguments) => new("Quickstart", awaited: null, aws: null, arguments);

    /// <summary>Starts PipelineSetup.</summary>
    public static SampleProgram PipelineSetup() => new("PipelineSetup", awaited: null, aws: null, []);

    /// <summary>Starts the command line tool.</summary>
    /// <param name="aws">Where AWS is.</param>
    /// <param name="awaited">What <see cref="SeenAsync"/> waits for in a line of output. Default: nothing.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SampleProgram Cli(Uri? aws, string? awaited = null, params IEnumerable<string> arguments) => new("bluegreen", awaited, aws, arguments);

    /// <summary>Waits until the awaited text has been printed.</summary>
    public Task SeenAsync(CancellationToken cancellationToken) => _seen.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, cancellationToken);

    /// <summary>What <c>kill -9</c> does: it has no time for anything.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>What Ctrl-C sends.</summary>
    public async Task InterruptAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync() => await Executable.EndAsync(_process);

    private static IReadOnlyList<string> Copy(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    private void Keep(List<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
        }

        if (_awaited is not null && line.Contains(_awaited, StringComparison.Ordinal))
        {
            _seen.TrySetResult();
        }
    }
}
