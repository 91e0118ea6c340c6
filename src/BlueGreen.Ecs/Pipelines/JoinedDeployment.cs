using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>The deployment of an action, as it is looked at with the execution.</summary>
internal sealed class JoinedDeployment(Pace pace)
{
    /// <summary>Who looks at it, and what; none before it was found.</summary>
    public (IDeploymentEngine Engine, StartedDeployment Started)? Found { get; set; }

    public Observation? Last { get; set; }

    /// <summary>Whether it is looked at no more: it could not be found, or not be looked at for too long.</summary>
    public bool IsGivenUp { get; private set; }

    public bool Moves => !IsGivenUp && Last is { Status: DeploymentStatus.InProgress or DeploymentStatus.Waiting };

    public bool HasEnded => Last is not null && !Moves;

    public void Seen(Observation now)
    {
        Last = now;
        pace.After(now);
    }

    /// <summary>Takes note of a look that failed.</summary>
    /// <returns>Whether it is given up.</returns>
    public bool Failed(bool mayPass) => IsGivenUp = pace.AfterFailure(mayPass) is null;

}
