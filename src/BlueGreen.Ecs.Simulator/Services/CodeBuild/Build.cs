using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A build, as far as it has come.</summary>
/// <param name="project">Its project.</param>
/// <param name="id">The id without the project.</param>
/// <param name="number">Counted from 1 in the project.</param>
/// <param name="settings">The project's settings with the overrides of the start.</param>
/// <param name="start">When it was started.</param>
internal sealed class Build(Project project, string id, int number, JsonObject settings, DateTimeOffset start)
{
    public const string InProgress = "IN_PROGRESS";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string Stopped = "STOPPED";
    public const string TimedOut = "TIMED_OUT";

    public Project Project => project;

    public string Id => $"{project.Name}:{id}";

    /// <summary>The id without the project, which is also the name of the log's stream.</summary>
    public string Stream => id;

    public int Number => number;

    public JsonObject Settings => settings;

    public DateTimeOffset Start => start;

    public required string Arn { get; init; }

    public string Initiator { get; init; } = "root";

    /// <summary>The input that started it, to start it again.</summary>
    public required JsonObject Request { get; init; }

    public string? SourceVersion { get; init; }

    public string? ResolvedSourceVersion { get; set; }

    /// <summary>The files of the primary source; a pipeline gives them, else they are fetched.</summary>
    public FileSet Source { get; set; } = FileSet.Empty;

    /// <summary>The other sources by their identifier.</summary>
    public IReadOnlyDictionary<string, FileSet> SecondarySources { get; init; } = new Dictionary<string, FileSet>(StringComparer.Ordinal);

    /// <summary>What came out, by identifier; <c>""</c> is the primary artifact.</summary>
    public Dictionary<string, FileSet> Artifacts { get; } = new(StringComparer.Ordinal);

    /// <summary>The values that came from Parameter Store or Secrets Manager, by variable: neither logged nor exported.</summary>
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Exported { get; } = new(StringComparer.Ordinal);

    public List<BuildPhase> Phases { get; } = [];

    public string Status { get; set; } = InProgress;

    public DateTimeOffset? End { get; set; }

    /// <summary>The group that the log goes to; none when logs are off.</summary>
    public string? LogGroup { get; init; }

    /// <summary>Why the first phase that failed did.</summary>
    public BuildFailure? Failure { get; set; }

    /// <summary>The phase that <see cref="Failure"/> is about.</summary>
    public string? FailedPhase { get; set; }

    /// <summary>Called when the build is over, by what waits for it.</summary>
    public Action? Ended { get; set; }

    /// <summary>What moves the build on; set as soon as it exists.</summary>
    public BuildRun Run { get; set; } = null!;

    public string ServiceRole => settings.Text("serviceRole", "");

    public bool IsOver => Status is not InProgress;

    public int TimeoutInMinutes => settings.Int("timeoutInMinutes") ?? 60;

    public JsonObject ToJson(string region)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["arn"] = Arn,
            ["buildNumber"] = number,
            ["startTime"] = start.ToJson(),
            ["buildStatus"] = Status,
            ["currentPhase"] = Phases.Count == 0 ? BuildPhases.Queued : Phases[^1].Type,
            ["projectName"] = project.Name,
            ["phases"] = Phases.Select(phase => phase.ToJson()).ToJson(),
            ["buildComplete"] = IsOver,
            ["initiator"] = Initiator,
            ["timeoutInMinutes"] = TimeoutInMinutes,
            ["queuedTimeoutInMinutes"] = settings.Int("queuedTimeoutInMinutes") ?? 480,
            ["artifacts"] = new JsonObject { ["location"] = settings.Object("artifacts")?.Text("location") ?? string.Empty },
            ["exportedEnvironmentVariables"] = Exported.Select(pair => new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value }).ToJson(),
            ["logs"] = Logs(region),
        };
        settings.CopyTo(json, "source", "secondarySources", "cache", "environment", "serviceRole", "vpcConfig", "encryptionKey");
        json.SetUnlessNull("endTime", End.ToJson());
        json.SetUnlessNull("sourceVersion", SourceVersion);
        json.SetUnlessNull("resolvedSourceVersion", ResolvedSourceVersion);
        return json;
    }

    private JsonObject Logs(string region) => LogGroup is null
        ? new JsonObject { ["cloudWatchLogs"] = new JsonObject { ["status"] = "DISABLED" } }
        : new JsonObject
        {
            ["groupName"] = LogGroup,
            ["streamName"] = id,
            ["deepLink"] = string.Create(CultureInfo.InvariantCulture, $"https://console.aws.amazon.com/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{Uri.EscapeDataString(LogGroup)}/log-events/{id}"),
            ["cloudWatchLogsArn"] = $"arn:aws:logs:{region}:{Arn.Split(':')[4]}:log-group:{LogGroup}:log-stream:{id}",
            ["cloudWatchLogs"] = new JsonObject { ["status"] = "ENABLED" },
        };
}
