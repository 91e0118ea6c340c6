using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>The operations on log groups, their retention and their tags.</summary>
internal static class LogGroupOperations
{
    private const int PageSize = 50;
    private static readonly int[] Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static JsonObject Create(LogsState state, JsonObject input)
    {
        var name = input.Text("logGroupName")!;
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || "._-/#".Contains(letter, StringComparison.Ordinal)))
        {
            throw Invalid($"The log group name '{name}' is not valid: letters, digits and . _ - / # are allowed.");
        }

        if (state.Groups.ContainsKey(name))
        {
            throw new AwsErrorException("ResourceAlreadyExistsException", "The specified log group already exists");
        }

        var group = new LogGroup(name, state.Region.Arn("logs", $"log-group:{name}"), state.Now)
        {
            Class = input.Text("logGroupClass", "STANDARD"),
            KmsKey = input.Text("kmsKeyId"),
        };
        TagMap.Add(group.Tags, input.Object("tags"));
        state.Groups.Add(name, group);
        return [];
    }

    public static JsonObject Describe(LogsState state, JsonObject input)
    {
        var (prefix, pattern) = (input.Text("logGroupNamePrefix"), input.Text("logGroupNamePattern"));
        if (prefix is not null && pattern is not null)
        {
            throw Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        var found = state.Groups.Values.Where(group =>
            (prefix is null || group.Name.StartsWith(prefix, StringComparison.Ordinal))
            && (pattern is null || group.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase)));
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), input.Int("limit") ?? PageSize, "InvalidParameterException");
        return new JsonObject { ["logGroups"] = page.ToJson(group => group.ToJson()), ["nextToken"] = next };
    }

    public static JsonObject Delete(LogsState state, JsonObject input)
    {
        state.Groups.Remove(Of(state, input).Name);
        return [];
    }

    public static JsonObject PutRetention(LogsState state, JsonObject input)
    {
        var days = input.Int("retentionInDays")!.Value;
        var group = Of(state, input);
        group.RetentionInDays = Array.IndexOf(Retentions, days) >= 0
            ? days
            : throw Invalid($"{days} is not a valid retention in days. Valid are {string.Join(", ", Retentions)}.");
        return [];
    }

    public static JsonObject DeleteRetention(LogsState state, JsonObject input)
    {
        Of(state, input).RetentionInDays = null;
        return [];
    }

    public static JsonObject Tag(LogsState state, JsonObject input)
    {
        TagMap.Add(state.Group(input.Text("resourceArn")).Tags, input.Object("tags"));
        return [];
    }

    public static JsonObject Untag(LogsState state, JsonObject input)
    {
        TagList.Remove(state.Group(input.Text("resourceArn")).Tags, input.Texts("tagKeys"));
        return [];
    }

    public static JsonObject ListTags(LogsState state, JsonObject input) => new() { ["tags"] = TagMap.ToJson(state.Group(input.Text("resourceArn")).Tags) };

    private static LogGroup Of(LogsState state, JsonObject input) => state.Group(input.Text("logGroupName"));

    private static AwsErrorException Invalid(string message) => new("InvalidParameterException", message);
}
