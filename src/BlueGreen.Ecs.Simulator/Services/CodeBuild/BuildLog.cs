using System.Globalization;
using BlueGreen.Ecs.Simulator.Services.Logs;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A build's lines in CloudWatch Logs.</summary>
internal static class BuildLog
{
    /// <summary>Writes what a command printed, with asterisks for the values of Parameter Store and Secrets Manager.</summary>
    public static void Write(CodeBuildState state, Build build, string line)
    {
        if (build.LogGroup is { } name)
        {
            var logs = LogsState.Of(state.Region);
            logs.Write(logs.GroupOrNew(name), build.Stream, build.Secrets.Values.Where(value => value.Length > 0).Aggregate(line, (text, value) => text.Replace(value, "***", StringComparison.Ordinal)));
        }
    }

    /// <summary>Writes what CodeBuild's agent says itself, with its mark and the time.</summary>
    public static void Tell(CodeBuildState state, Build build, string line) =>
        Write(state, build, string.Create(CultureInfo.InvariantCulture, $"[Container] {state.World.Now:yyyy/MM/dd HH:mm:ss.ffffff} {line}"));
}
