using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>The log groups of one region.</summary>
internal sealed class LogsState(Region region)
{
    public Region Region => region;

    public long Now => region.World.Now.ToUnixTimeMilliseconds();

    /// <summary>By name.</summary>
    public SortedDictionary<string, LogGroup> Groups { get; } = new(StringComparer.Ordinal);

    public static LogsState Of(Region region) => region.Get(one => new LogsState(one));

    /// <exception cref="AwsErrorException">There is no such group.</exception>
    public LogGroup Group(string? nameOrArn)
    {
        var name = nameOrArn is null ? throw new AwsErrorException("InvalidParameterException", "Either logGroupName or logGroupIdentifier must be given.") : NameOf(nameOrArn);
        return Groups.GetValueOrDefault(name) ?? throw new AwsErrorException("ResourceNotFoundException", "The specified log group does not exist.");
    }

    /// <exception cref="AwsErrorException">There is no such stream.</exception>
    public static LogStream Stream(LogGroup group, string name) => group.Streams.GetValueOrDefault(name)
        ?? throw new AwsErrorException("ResourceNotFoundException", "The specified log stream does not exist.");

    /// <returns>The group of that name, made where there is none.</returns>
    public LogGroup GroupOrNew(string name)
    {
        if (!Groups.TryGetValue(name, out var group))
        {
            Groups.Add(name, group = new LogGroup(name, region.Arn("logs", $"log-group:{name}"), Now));
        }

        return group;
    }

    /// <summary>Writes a line at the present moment, as a service does; the stream is made where there is none.</summary>
    public void Write(LogGroup group, string stream, string message)
    {
        var found = group.Streams.GetValueOrDefault(stream) ?? group.MakeStream(stream, Now);
        found.Add(new LogLine(Now, Now, message));
    }

    private static string NameOf(string nameOrArn)
    {
        const string Marker = ":log-group:";
        var at = nameOrArn.IndexOf(Marker, StringComparison.Ordinal);
        var name = at < 0 ? nameOrArn : nameOrArn[(at + Marker.Length)..];
        return name.EndsWith(":*", StringComparison.Ordinal) ? name[..^2] : name;
    }
}
