using BlueGreen.Ecs;

namespace BlueGreen.Cli;

/// <summary>What <c>deploy</c> was told, as text.</summary>
internal sealed record DeployArguments
{
    public required string Service { get; init; }

    public required string TaskDefinition { get; init; }

    public required IReadOnlyList<string> Images { get; init; }

    public IReadOnlyList<string> Suppressed { get; init; } = [];

    public string? AppSpec { get; init; }

    public required string Shift { get; init; }

    public string? Application { get; init; }

    public string? DeploymentGroup { get; init; }

    public string? StartedBy { get; init; }

    public string? Commit { get; init; }

    public bool Attach { get; init; }

    public bool Approve { get; init; }

    public string OnCancel { get; init; } = nameof(CancelPolicy.StopAndRollBack);

    public double PollInterval { get; init; } = 1;

    public required string Format { get; init; }

    public string? EndpointUrl { get; init; }

    public string? Region { get; init; }
}
