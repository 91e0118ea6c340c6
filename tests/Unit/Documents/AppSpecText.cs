namespace BlueGreen.Ecs.Tests.Unit.Documents;

/// <summary>AppSpecs as text.</summary>
internal static class AppSpecText
{
    public const string Minimal = """
        version: 0.0
        Resources:
          - TargetService:
              Type: AWS::ECS::Service
              Properties:
                TaskDefinition: <TASK_DEFINITION>
                LoadBalancerInfo:
                  ContainerName: web
                  ContainerPort: 80
        """;
}
