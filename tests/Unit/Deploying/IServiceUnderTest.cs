namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>A service with some deployment controller in the simulator, of which version 1 runs; scenarios know no more of it.</summary>
internal interface IServiceUnderTest
{
    string Region { get; }

    /// <summary>As <c>Deployment.For</c> takes it.</summary>
    string Reference { get; }

    string Family { get; }

    string ProductionListenerArn { get; }

    string TestListenerArn { get; }

    /// <summary>The image without its tag.</summary>
    string Image { get; }

    /// <summary>The call that starts a deployment, such as <c>ecs:UpdateService</c>.</summary>
    string StartCall { get; }

    /// <summary>A deployment of a version, as a canary of 10 percent and 5 minutes.</summary>
    DeploymentBuilder Deploy(string tag = "v2");

    /// <summary>How many deployments anybody but AWS itself has started, since the service was made.</summary>
    Task<int> CountAsync(EngineBench bench);

    /// <summary>What must not be there when no deployment runs: those that still run, and task sets that do not serve.</summary>
    Task<IReadOnlyList<string>> LeftOversAsync(EngineBench bench);

    /// <summary>The revisions that a deployment has brought up, and that of version 1.</summary>
    Task<IReadOnlySet<string>> DeployedRevisionsAsync(EngineBench bench);

    /// <summary>Somebody else changes the weights of the production rule.</summary>
    /// <param name="bench">Where the service is.</param>
    /// <param name="first">The weight of the target group in which version 1 serves.</param>
    /// <param name="second">The weight of the other one.</param>
    Task SetWeightsAsync(EngineBench bench, int first, int second);

    /// <summary>Somebody else stops the deployment that runs, and has the traffic brought back.</summary>
    Task StopByHandAsync(EngineBench bench);

    /// <summary>The deployment with a function that is to be called behind test traffic.</summary>
    Task<DeploymentBuilder> WithHookAsync(EngineBench bench, DeploymentBuilder deployment, string function);
}
