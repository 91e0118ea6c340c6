namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Who deploys a service, in AWS's words.</summary>
internal static class DeploymentController
{
    public const string Ecs = "ECS";
    public const string CodeDeploy = "CODE_DEPLOY";
    public const string External = "EXTERNAL";
}
