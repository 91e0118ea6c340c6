namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>What an event is part of.</summary>
internal enum EventKind
{
    /// <summary>Something that is under way in the simulated AWS: a deployment, a task, a build.</summary>
    Work,

    /// <summary>What goes on for ever, or does not matter to anybody who waits: health checks, the evaluation of alarms, traffic.</summary>
    Upkeep,

    /// <summary>A test's own action, run outside the world's lock.</summary>
    Outside,

    /// <summary>A timer of the code under test, fired outside the world's lock.</summary>
    ClientTimer,
}
