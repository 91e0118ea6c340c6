namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Who moves the traffic.</summary>
public enum Engine
{
    CodeDeploy,
    EcsNative,
    TaskSets,
}
