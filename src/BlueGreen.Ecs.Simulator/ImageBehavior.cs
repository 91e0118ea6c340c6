namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// How containers of an image behave. Unless something else is said, an image can be pulled, starts at once, and answers every request with 200 and a page
/// that names it. It can be changed while containers run: what answers requests changes at once, the rest with the next container.
/// </summary>
public sealed class ImageBehavior
{
    private const int KilledForMemory = 137;

    /// <summary>Why the image cannot be pulled: the text behind <c>CannotPullContainerError: </c>. Default: none, it can.</summary>
    public string? PullError { get; set; }

    /// <summary>The code with which the container exits after <see cref="ExitAfter"/>. Default: none, it runs on.</summary>
    public int? ExitCode { get; set; }

    /// <summary>How long the container runs before it exits with <see cref="ExitCode"/>. Default: 2 seconds.</summary>
    public TimeSpan ExitAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Why the container exits, as it stands in the container's <c>reason</c>. Default: none, as where a program ends by itself.</summary>
    public string? ExitReason { get; set; }

    /// <summary>
    /// Whether the container fails the health check of its own task definition (<c>healthCheck</c>). Default: no. It never passes either before
    /// <see cref="ReadyAfter"/>. A container whose definition has no health check is not asked.
    /// </summary>
    public bool OwnHealthCheckFails { get; set; }

    /// <summary>What the container writes when it starts, line by line, where its log driver is <c>awslogs</c>. Default: nothing.</summary>
    public IReadOnlyList<string> LogLines { get; set; } = [];

    /// <summary>How long the container runs before it listens. Until then nothing answers, neither a request nor a health check. Default: zero.</summary>
    public TimeSpan ReadyAfter { get; set; }

    /// <summary>How long an answer to a request of <see cref="AwsSimulator.Traffic"/> takes. Default: zero. Health checks are answered at once.</summary>
    public TimeSpan ResponseTime { get; set; }

    /// <summary>What the container answers to a request, also to a health check. Default: 200 and a page that names the image.</summary>
    public Func<SimulatedRequest, SimulatedResponse>? Respond { get; set; }

    /// <summary>What a scan of the image finds. Default: nothing.</summary>
    public IReadOnlyList<ImageVulnerability> Vulnerabilities { get; set; } = [];

    /// <summary>Has scans of the image find something, beside what they find already.</summary>
    /// <param name="name">Its name, such as <c>CVE-2026-1234</c>.</param>
    /// <param name="severity"><c>INFORMATIONAL</c>, <c>LOW</c>, <c>MEDIUM</c>, <c>HIGH</c>, <c>CRITICAL</c> or <c>UNDEFINED</c>. Default: CRITICAL.</param>
    /// <returns>The same behaviour.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the severity is none of the six.</exception>
    public ImageBehavior HasVulnerability(string name, string severity = "CRITICAL")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (severity is not ("INFORMATIONAL" or "LOW" or "MEDIUM" or "HIGH" or "CRITICAL" or "UNDEFINED"))
        {
            throw new ArgumentException($"The severity '{severity}' is not one of INFORMATIONAL, LOW, MEDIUM, HIGH, CRITICAL and UNDEFINED.", nameof(severity));
        }

        Vulnerabilities = [.. Vulnerabilities, new ImageVulnerability(name, severity)];
        return this;
    }

    /// <summary>Has the image refuse to be pulled.</summary>
    /// <param name="reason">The text behind <c>CannotPullContainerError: </c>.</param>
    /// <returns>The same behaviour.</returns>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public ImageBehavior CannotBePulled(string reason = "manifest unknown: Requested image not found")
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        PullError = reason;
        return this;
    }

    /// <summary>Has containers exit by themselves.</summary>
    /// <param name="after">How long they run before. Default: 2 seconds.</param>
    /// <param name="exitCode">The code with which they exit. Default: 1.</param>
    /// <returns>The same behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public ImageBehavior Crashes(TimeSpan? after = null, int exitCode = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after ?? TimeSpan.Zero, TimeSpan.Zero, nameof(after));
        (ExitAfter, ExitCode) = (after ?? TimeSpan.FromSeconds(2), exitCode);
        return this;
    }

    /// <summary>Has containers be killed for want of memory: they exit with 137, and ECS tells <c>OutOfMemoryError: Container killed due to memory usage</c>.</summary>
    /// <param name="after">How long they run before. Default: 2 seconds.</param>
    /// <returns>The same behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public ImageBehavior RunsOutOfMemory(TimeSpan? after = null)
    {
        ExitReason = "OutOfMemoryError: Container killed due to memory usage";
        return Crashes(after, KilledForMemory);
    }

    /// <summary>Has containers fail the health check of their own task definition, while they answer requests as ever.</summary>
    /// <returns>The same behaviour.</returns>
    public ImageBehavior FailsItsOwnHealthCheck()
    {
        OwnHealthCheckFails = true;
        return this;
    }

    /// <summary>Has containers write lines when they start, behind those that they write already, into their stream of CloudWatch Logs.</summary>
    /// <param name="lines">The lines, such as those of a stack trace.</param>
    /// <returns>The same behaviour.</returns>
    public ImageBehavior Logs(params IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        LogLines = [.. LogLines, .. lines];
        return this;
    }

    /// <summary>Has containers answer every request, and so every health check, with an error.</summary>
    /// <param name="statusCode">The HTTP status of the answers. Default: 500.</param>
    /// <returns>The same behaviour.</returns>
    public ImageBehavior FailsHealthChecks(int statusCode = 500)
    {
        Respond = _ => new SimulatedResponse(statusCode, "<h1>unhealthy</h1>");
        return this;
    }

    /// <summary>Has containers take their time before they listen.</summary>
    /// <param name="readyAfter">How long they run before, in simulated time.</param>
    /// <returns>The same behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public ImageBehavior StartsSlowly(TimeSpan readyAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(readyAfter, TimeSpan.Zero);
        ReadyAfter = readyAfter;
        return this;
    }

    /// <summary>Has containers take their time to answer requests of <see cref="AwsSimulator.Traffic"/>.</summary>
    /// <param name="time">How long each answer takes, in simulated time.</param>
    /// <returns>The same behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public ImageBehavior RespondsIn(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ResponseTime = time;
        return this;
    }
}
