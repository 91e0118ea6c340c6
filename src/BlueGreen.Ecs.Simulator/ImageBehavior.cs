namespace BlueGreen.Ecs.Simulator;

/// <summary>How containers of an image behave. Without one, an image can be pulled, starts, and answers every request with 200 and a page that names it.</summary>
public sealed record ImageBehavior
{
    /// <summary>Why the image cannot be pulled: the text behind <c>CannotPullContainerError: </c>. Default: none, it can.</summary>
    public string? PullError { get; init; }

    /// <summary>The code with which the container exits after <see cref="ExitAfter"/>. Default: none, it runs on.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How long the container runs before it exits with <see cref="ExitCode"/>. Default: 2 seconds.</summary>
    public TimeSpan ExitAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What the container answers to a request, also to a health check. Default: 200 and a page that names the image.</summary>
    public Func<SimulatedRequest, SimulatedResponse>? Respond { get; init; }
}
