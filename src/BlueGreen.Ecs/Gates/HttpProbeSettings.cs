using System.Net;

namespace BlueGreen.Ecs;

/// <summary>What a probe was told.</summary>
internal sealed record HttpProbeSettings
{
    public required Uri Address { get; init; }

    /// <summary>The good statuses. Default: none, which stands for 200 to 299.</summary>
    public EquatableArray<HttpStatusCode> Statuses { get; init; }

    /// <summary>Says what is wrong with a body; nothing when it is good.</summary>
    public Func<string, string?>? Body { get; init; }

    public EquatableArray<NamedValue> Headers { get; init; }

    public int Successes { get; init; } = 3;

    public int? Attempts { get; init; }

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan RequestLimit { get; init; } = TimeSpan.FromSeconds(10);

    public HttpClient? Client { get; init; }
}
