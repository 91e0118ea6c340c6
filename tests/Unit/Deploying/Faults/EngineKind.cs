namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Who moves the traffic.</summary>
public enum EngineKind
{
    CodeDeploy,
    EcsNative,
    TaskSets,
}
