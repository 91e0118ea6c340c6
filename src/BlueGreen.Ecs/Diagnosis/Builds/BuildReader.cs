using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.CodeBuild;
using Amazon.CodeBuild.Model;
using BlueGreen.Ecs.Diagnosis.Evidence;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>Reads what CodeBuild and its log say of a build.</summary>
internal sealed class BuildReader(IAmazonCodeBuild builds, IAmazonCloudWatchLogs logs)
{
    private const int MostLines = 200;

    /// <returns>The evidence, <see langword="null"/> where the build is not known or may not be read; and what could not be read.</returns>
    public async Task<(BuildEvidence? Evidence, EquatableArray<Finding> NotChecked)> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var (build, refusal) = await Reading.TryAsync(() => FindAsync(id, cancellationToken), id, "why the build failed").ConfigureAwait(false);
        if (build is null)
        {
            return (null, refusal is null ? [] : [refusal]);
        }

        var (group, stream) = (build.Logs?.GroupName, build.Logs?.StreamName);
        if (group is null || stream is null)
        {
            return (BuildFacts.Of(build, []), []);
        }

        var (lines, unread) = await Reading.TryAsync(() => LogAsync(group, stream, cancellationToken), $"{group} {stream}", "what the build's commands printed").ConfigureAwait(false);
        return (BuildFacts.Of(build, lines ?? []), unread is null ? [] : [unread]);
    }

    private async Task<Build?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("codebuild:BatchGetBuilds", builds.BatchGetBuildsAsync(new BatchGetBuildsRequest { Ids = [id] }, cancellationToken)).ConfigureAwait(false);
        return response.Builds is [var build, ..] ? build : null;
    }

    // From the end: the first page has the newest lines.
    private async Task<IReadOnlyList<string>?> LogAsync(string group, string stream, CancellationToken cancellationToken)
    {
        var request = new GetLogEventsRequest { LogGroupName = group, LogStreamName = stream, Limit = MostLines, StartFromHead = false };
        var response = await AwsCalls.CallAsync("logs:GetLogEvents", logs.GetLogEventsAsync(request, cancellationToken)).ConfigureAwait(false);
        return [.. OutsideText.CleanLines((response.Events ?? []).Select(line => line.Message ?? string.Empty)).Where(line => line.Length > 0)];
    }
}
