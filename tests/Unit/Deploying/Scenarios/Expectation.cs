namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>How a scenario ends. What always must hold is not said here, but in <see cref="AlwaysHolds"/>.</summary>
internal sealed record Expectation
{
    public static Expectation Success { get; } = new() { Outcome = DeploymentOutcome.Succeeded, Reached = Stage.Bake };

    /// <summary>The outcome of the last run; <see langword="null"/> where none has ended.</summary>
    public DeploymentOutcome? Outcome { get; init; }

    /// <summary>The version that has all production traffic at the end; <see langword="null"/> where the service is gone, or the traffic is shared.</summary>
    public string? Serving { get; init; } = "v2";

    /// <summary>How far the last run came before its end, or before the way back; <see langword="null"/> where that is left open.</summary>
    public Stage? Reached { get; init; }

    /// <summary>The new version's percents that the last run told, one after the other; empty where they are left open.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>A part of the last run's reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The code of the cause that was found; <see langword="null"/> where diagnosis has no rule for it, and must stay silent.</summary>
    public string? Cause { get; init; }

    /// <summary>What is thrown instead of a result.</summary>
    public Type? Exception { get; init; }

    /// <summary>What the plan that is refused has found.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many deployments anybody but AWS has started.</summary>
    public int Deployments { get; init; } = 1;

    /// <summary>Whether requests may fail: those that nobody could have served.</summary>
    public bool MayFailRequests { get; init; }

    /// <summary>Whether something stays behind, as it was asked for.</summary>
    public bool LeavesThingsBehind { get; init; }

    /// <summary>It failed, and the old version has all the traffic again.</summary>
    public static Expectation RolledBack(Stage reached, params double[] weights) =>
        new() { Outcome = DeploymentOutcome.RolledBack, Serving = "v1", Reached = reached, Weights = weights };

    /// <summary>Nothing was begun, because of what the plan found.</summary>
    public static Expectation Refused(string code) => Thrown<PreflightException>() with { Refusal = code };

    /// <summary>Nothing was begun.</summary>
    public static Expectation Thrown<TException>()
        where TException : Exception => new() { Exception = typeof(TException), Serving = "v1", Deployments = 0 };
}
