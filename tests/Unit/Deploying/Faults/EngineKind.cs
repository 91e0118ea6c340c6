namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Who moves the traffic.</summary>
public enum EngineKind
{
    /// <summary>CodeDeploy.</summary>
    CodeDeploy,

    /// <summary>ECS itself.</summary>
    EcsNative,

    /// <summary>This library.</summary>
    TaskSets,
}
