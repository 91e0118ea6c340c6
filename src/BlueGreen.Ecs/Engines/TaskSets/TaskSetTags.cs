using System.Globalization;
using Amazon.ECS.Model;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Settings and progress as the tags of a task set, and back.</summary>
internal static class TaskSetTags
{
    private const string Prefix = "bluegreen:";
    private const string AlarmPrefix = Prefix + "alarm-";
    private const char Separator = '@';

    /// <summary>The tags with which a task set is created.</summary>
    /// <param name="deploymentId">The deployment.</param>
    /// <param name="settings">What holds for the whole of it.</param>
    /// <param name="deployment">What was wanted: its description, who asked for it, and the commit are written down for people.</param>
    /// <param name="before">The task definition that ran before it, if it is known.</param>
    public static List<Aws.Tag> Of(string deploymentId, TaskSetSettings settings, Deployment deployment, string? before)
    {
        List<Aws.Tag> tags =
        [
            Tag("deployment", deploymentId),
            Tag("shift", ShiftText.Write(settings.Shift)),
            Tag("bake", Seconds(settings.Bake)),
            Tag("gates", string.Join(' ', settings.Gates)),
            Tag("blue", settings.BlueId),
            Tag("rule", settings.RuleArn),
            Tag("drift", settings.OnDrift.ToString()),
            Tag("scale", settings.ScaleWithTraffic ? "WithTraffic" : "Full"),
            Tag("registered", settings.IsRegistered ? "true" : "false"),
        ];
        if (settings.TestRuleArn is { } test)
        {
            tags.Add(Tag("test-rule", test));
        }

        tags.AddRange(
            from one in new (string Name, string? Text)[] { ("before", before), ("description", deployment.Description), ("by", deployment.StartedBy), ("commit", deployment.Commit) }
            where !string.IsNullOrEmpty(one.Text)
            select Tag(one.Name, TagText.Encode(one.Text)));
        tags.AddRange(settings.Alarms.Select((alarm, i) => Tag(string.Create(CultureInfo.InvariantCulture, $"alarm-{i}"), TagText.Encode(alarm))));
        return tags;
    }

    public static Aws.Tag Step(int step, DateTimeOffset at) => Tag("step", string.Create(CultureInfo.InvariantCulture, $"{step}{Separator}{Moment(at)}"));

    public static Aws.Tag Passed(string wait) => Tag("passed", wait);

    public static Aws.Tag RollBack(string reason, DateTimeOffset at) => Tag("rollback", TagText.Encode($"{Moment(at)}{Separator}{reason}"));

    public static Aws.Tag Stopped(string reason) => Tag("stopped", TagText.Encode(reason));

    /// <summary>The deployment that made a task set; none when its tags are not this library's.</summary>
    public static string? DeploymentOf(TaskSet set) => Find(set, "deployment") is { Length: > 0 } id && id == set.ExternalId ? id : null;

    /// <summary>The task definition that ran before the deployment that made a task set; none when it is not known.</summary>
    public static string? Before(TaskSet set) => DeploymentOf(set) is not null && Find(set, "before") is { Length: > 0 } arn ? TagText.Decode(arn) : null;

    /// <summary>The settings on a task set; none when it is not this library's, or they cannot be read.</summary>
    public static TaskSetSettings? Settings(TaskSet set) =>
        DeploymentOf(set) is null || ShiftText.Read(Find(set, "shift") ?? string.Empty) is not { } shift || Find(set, "rule") is not { } rule ? null : new()
        {
            Shift = shift,
            Bake = TimeSpan.FromSeconds(long.TryParse(Find(set, "bake"), CultureInfo.InvariantCulture, out var bake) ? bake : 0),
            Gates = (Find(set, "gates") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => Enum.TryParse<Stage>(text, out var stage) ? stage : Stage.Pending)
                .Where(stage => stage != Stage.Pending).ToEquatableArray(),
            BlueId = Find(set, "blue") ?? string.Empty,
            RuleArn = rule,
            TestRuleArn = Find(set, "test-rule"),
            Alarms = (set.Tags ?? []).Where(tag => tag.Key.StartsWith(AlarmPrefix, StringComparison.Ordinal))
                .OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => TagText.Decode(tag.Value)).ToEquatableArray(),
            OnDrift = Enum.TryParse<ListenerDriftPolicy>(Find(set, "drift"), out var drift) ? drift : ListenerDriftPolicy.RollBack,
            ScaleWithTraffic = Find(set, "scale") == "WithTraffic",
            IsRegistered = Find(set, "registered") == "true",
        };

    /// <summary>How far the task set's tags say it has come.</summary>
    public static TaskSetProgress Progress(TaskSet set)
    {
        var step = (Find(set, "step") ?? string.Empty).Split(Separator, 2);
        var back = TagText.Decode(Find(set, "rollback") ?? string.Empty).Split(Separator, 2);
        return new()
        {
            Step = int.TryParse(step[0], CultureInfo.InvariantCulture, out var number) ? number : 0,
            StepAt = step.Length > 1 ? Moment(step[1]) : default,
            Passed = Find(set, "passed"),
            RollBack = back.Length > 1 ? back[1] : null,
            RollBackAt = back.Length > 1 ? Moment(back[0]) : default,
            Stopped = Find(set, "stopped") is { } stopped ? TagText.Decode(stopped) : null,
        };
    }

    private static Aws.Tag Tag(string name, string value) => new() { Key = Prefix + name, Value = value };

    private static string? Find(TaskSet set, string name) => set.Tags?.Find(tag => tag.Key == Prefix + name)?.Value;

    private static string Seconds(TimeSpan time) => ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : default;
}
