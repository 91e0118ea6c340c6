namespace BlueGreen.Ecs;

/// <summary>What becomes of a deployment when somebody else changes the weights of the production listener on the way.</summary>
public enum ListenerDriftPolicy
{
    /// <summary>The traffic goes back to the old version: two who steer at once steer wrong.</summary>
    RollBack,

    /// <summary>The weights are set again as the step that was reached wants them.</summary>
    Correct,
}
