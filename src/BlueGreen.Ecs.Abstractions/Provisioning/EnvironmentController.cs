namespace BlueGreen.Ecs;

/// <summary>Who moves the traffic of a service. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html">DeploymentController</see>.</summary>
public enum EnvironmentController
{
    /// <summary>CodeDeploy: the controller <c>CODE_DEPLOY</c>.</summary>
    CodeDeploy,

    /// <summary>ECS itself: the controller <c>ECS</c> with a strategy that keeps two versions.</summary>
    EcsNative,

    /// <summary>This library, by task sets: the controller <c>EXTERNAL</c>.</summary>
    External,
}
