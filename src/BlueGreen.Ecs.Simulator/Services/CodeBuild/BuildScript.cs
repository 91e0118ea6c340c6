using BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The default build: the commands of the buildspec, in one shell for all phases.</summary>
internal sealed class BuildScript
{
    private static readonly string Others = BuildEnvironment.OtherSources.TrimStart('/') + "/";
    private readonly CodeBuildState _state;
    private readonly Build _build;
    private readonly BuildSpec _spec;
    private readonly ShellSession _session;

    public BuildScript(CodeBuildState state, Build build, BuildSpec spec)
    {
        (_state, _build, _spec) = (state, build, spec);
        var permissions = BuildRole.Of(state, build);
        var commands = new Dictionary<string, Func<ShellCall, int>>(StringComparer.Ordinal);
        BasicCommands.AddTo(commands, state.World.Clock);
        TextCommands.AddTo(commands);
        commands["aws"] = new AwsCommand(state, permissions).Run;
        commands["docker"] = new DockerCommand(state, permissions, build.Settings.Object("environment")?.Flag("privilegedMode") is true).Run;
        _session = new ShellSession(commands, line => BuildLog.Write(state, build, line)) { Files = build.Source };
        foreach (var (identifier, files) in build.SecondarySources)
        {
            _session.Files = files.Paths.Aggregate(_session.Files, (all, path) => all.With($"{Others}{identifier}/{path}", files.Bytes(path)!));
        }

        foreach (var (name, value) in BuildEnvironment.Of(state, build, spec))
        {
            _session.Variables[name] = value;
        }
    }

    /// <returns>Whether the phase has something to do.</returns>
    public bool Has(string phase) => _spec.Phases.ContainsKey(phase);

    /// <summary>Whether the build goes on as if a failure of this phase had not been.</summary>
    public bool Continues(string phase) => _spec.Phases.GetValueOrDefault(phase)?.Continues is true;

    /// <exception cref="BuildFailureException">A command failed.</exception>
    public void Run(string phase)
    {
        if (!_spec.Phases.TryGetValue(phase, out var commands))
        {
            return;
        }

        var failure = RunAll(commands.Commands);
        var last = RunAll(commands.Finally);
        if ((failure ?? last) is { } failed)
        {
            _session.Variables["CODEBUILD_BUILD_SUCCEEDING"] = "0";
            throw new BuildFailureException(failed.Code, failed.Message);
        }
    }

    /// <exception cref="BuildFailureException">An artifact has no files.</exception>
    public void Collect()
    {
        var files = _session.Files.Paths.Where(path => path.StartsWith(Others, StringComparison.Ordinal)).Aggregate(_session.Files, (all, path) => all.Without(path));
        if (_spec.Artifact is { } primary)
        {
            _build.Artifacts[string.Empty] = primary.Collect(files);
        }

        foreach (var (name, artifact) in _spec.SecondaryArtifacts)
        {
            _build.Artifacts[name] = artifact.Collect(files);
        }
    }

    public void Export()
    {
        foreach (var name in _spec.Exported.Where(name => !_build.Secrets.ContainsKey(name) && _session.Variables.ContainsKey(name)))
        {
            _build.Exported[name] = _session.Variables[name];
        }
    }

    private BuildFailure? RunAll(IReadOnlyList<string> commands)
    {
        foreach (var command in commands)
        {
            BuildLog.Tell(_state, _build, $"Running command {command.TrimEnd()}");
            if (_session.Run(command) is not 0 and var code)
            {
                BuildLog.Tell(_state, _build, $"Command did not exit successfully {command.TrimEnd()} exit status {code}");
                return new BuildFailure("COMMAND_EXECUTION_ERROR", $"Error while executing command: {command.TrimEnd()}. Reason: exit status {code}");
            }
        }

        return null;
    }
}
