namespace BlueGreen.Ecs;

/// <summary>The resource that a ulimit limits: <c>name</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html">Ulimit</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct UlimitName(string Value) : IOpenValue<UlimitName>
{
    /// <summary><c>core</c>: The size of core files.</summary>
    public static UlimitName Core { get; } = new("core");

    /// <summary><c>cpu</c>: Processor time.</summary>
    public static UlimitName Cpu { get; } = new("cpu");

    /// <summary><c>data</c>: The size of the data segment.</summary>
    public static UlimitName Data { get; } = new("data");

    /// <summary><c>fsize</c>: The size of files.</summary>
    public static UlimitName Fsize { get; } = new("fsize");

    /// <summary><c>locks</c>: File locks.</summary>
    public static UlimitName Locks { get; } = new("locks");

    /// <summary><c>memlock</c>: Locked memory.</summary>
    public static UlimitName Memlock { get; } = new("memlock");

    /// <summary><c>msgqueue</c>: Memory of message queues.</summary>
    public static UlimitName Msgqueue { get; } = new("msgqueue");

    /// <summary><c>nice</c>: The nice value.</summary>
    public static UlimitName Nice { get; } = new("nice");

    /// <summary><c>nofile</c>: Open files. Fargate has 65,535 where nothing is given.</summary>
    public static UlimitName Nofile { get; } = new("nofile");

    /// <summary><c>nproc</c>: Processes.</summary>
    public static UlimitName Nproc { get; } = new("nproc");

    /// <summary><c>rss</c>: Resident memory.</summary>
    public static UlimitName Rss { get; } = new("rss");

    /// <summary><c>rtprio</c>: Real-time priority.</summary>
    public static UlimitName Rtprio { get; } = new("rtprio");

    /// <summary><c>rttime</c>: Real-time processor time.</summary>
    public static UlimitName Rttime { get; } = new("rttime");

    /// <summary><c>sigpending</c>: Pending signals.</summary>
    public static UlimitName Sigpending { get; } = new("sigpending");

    /// <summary><c>stack</c>: The size of the stack.</summary>
    public static UlimitName Stack { get; } = new("stack");

    /// <summary>The value of that text.</summary>
    public static implicit operator UlimitName(string value) => FromString(value);

    /// <inheritdoc />
    public static UlimitName FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
