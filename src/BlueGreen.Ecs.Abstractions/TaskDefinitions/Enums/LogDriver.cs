namespace BlueGreen.Ecs;

/// <summary>Where the output of a container goes: <c>logDriver</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html">LogConfiguration</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct LogDriver(string Value) : IOpenValue<LogDriver>
{
    /// <summary><c>awslogs</c>: CloudWatch Logs.</summary>
    public static LogDriver Awslogs { get; } = new("awslogs");

    /// <summary><c>splunk</c>: Splunk.</summary>
    public static LogDriver Splunk { get; } = new("splunk");

    /// <summary><c>awsfirelens</c>: Fluentd or Fluent Bit in a container of the same task.</summary>
    public static LogDriver Awsfirelens { get; } = new("awsfirelens");

    /// <summary><c>json-file</c>: JSON files on the instance, Docker's default. Not on Fargate.</summary>
    public static LogDriver JsonFile { get; } = new("json-file");

    /// <summary><c>syslog</c>: The syslog of the instance. Not on Fargate.</summary>
    public static LogDriver Syslog { get; } = new("syslog");

    /// <summary><c>journald</c>: The journal of the instance. Not on Fargate.</summary>
    public static LogDriver Journald { get; } = new("journald");

    /// <summary><c>gelf</c>: A Graylog or Logstash endpoint. Not on Fargate.</summary>
    public static LogDriver Gelf { get; } = new("gelf");

    /// <summary><c>fluentd</c>: Fluentd on the instance. Not on Fargate.</summary>
    public static LogDriver Fluentd { get; } = new("fluentd");

    /// <summary>The value of that text.</summary>
    public static implicit operator LogDriver(string value) => FromString(value);

    /// <inheritdoc />
    public static LogDriver FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
