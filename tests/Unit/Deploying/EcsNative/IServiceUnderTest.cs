namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

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

    /// <summary>A deployment of a version, as a canary of 10 percent and 5 minutes.</summary>
    DeploymentBuilder Deploy(string tag = "v2");
}
