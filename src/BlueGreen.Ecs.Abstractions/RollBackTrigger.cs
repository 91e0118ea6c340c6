namespace BlueGreen.Ecs;

/// <summary>Something outside the deployment that stops it and brings the traffic back.</summary>
public sealed record RollBackTrigger
{
    private const int LongestName = 255;

    private RollBackTrigger(string alarmName) => AlarmName = alarmName;

    /// <summary>The name of a CloudWatch alarm.</summary>
    public string AlarmName { get; }

    /// <summary>A CloudWatch alarm of the service's account and region that goes to <c>ALARM</c>.</summary>
    /// <param name="name">The alarm's name, at most 255 characters.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 characters.</exception>
    public static RollBackTrigger Alarm(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name.Length <= LongestName
            ? new(name)
            : throw new ArgumentException($"The alarm's name has {name.Length} characters; allowed are {LongestName}.", nameof(name));
    }
}
