using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>What a deployment needs before it can begin: an AppSpec that can be read, and a service on one of the group's target groups.</summary>
internal static class Preconditions
{
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static DeploymentError? Check(CodeDeployState state, Deployment deployment, out AppSpec? appSpec)
    {
        appSpec = null;
        if (ServiceRole.FindMissing(state, deployment) is { } missing)
        {
            return missing;
        }

        var (content, unread) = deployment.Revision?.Location.Object("s3Location") is { } place ? StoredAppSpec.Read(state, place) : (deployment.Revision?.Content, null);
        if (unread is not null)
        {
            return unread;
        }

        if (string.IsNullOrWhiteSpace(content))
        {
            return new DeploymentError("INVALID_REVISION", "An AppSpec file is required, but could not be found in the revision");
        }

        try
        {
            appSpec = AppSpecReader.Read(content);
        }
        catch (FormatException failure)
        {
            return new DeploymentError("INVALID_REVISION", failure.Message);
        }

        return FindBlue(state, deployment);
    }

    private static DeploymentError? FindBlue(CodeDeployState state, Deployment deployment)
    {
        var settings = deployment.Settings;
        var service = state.Ecs.Clusters.GetValueOrDefault(settings.ClusterName)?.Services.GetValueOrDefault(settings.ServiceName);
        if (service is not { Status: ServiceStatus.Active, Primary: { } blue })
        {
            return new DeploymentError("INVALID_ECS_SERVICE", $"The ECS service {settings.ClusterName}/{settings.ServiceName} is not active or has no primary task set.");
        }

        if (ProductionTraffic.FindOther(state, settings, ProductionTraffic.TargetGroupOf(blue)) is null)
        {
            return new DeploymentError("INVALID_ECS_SERVICE", "The target ECS service must be configured using one of those two target groups.");
        }

        deployment.Blue = blue;
        return null;
    }
}
