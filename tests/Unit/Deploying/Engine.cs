namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Who moves the traffic.</summary>
public enum Engine
{
    /// <summary>CodeDeploy.</summary>
    CodeDeploy,

    /// <summary>ECS itself.</summary>
    EcsNative,

    /// <summary>This library.</summary>
    TaskSets,
}
