using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>CodeDeploy in one region.</summary>
internal sealed class CodeDeployState(Region region)
{
    public Region Region => region;

    public World World => region.World;

    public EcsState Ecs => EcsState.Of(region);

    public OrderedDictionary<string, Application> Applications { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, DeploymentConfig> Configs { get; } = PredefinedConfigs.Create(region.World);

    /// <summary>By id, oldest first.</summary>
    public OrderedDictionary<string, Deployment> Deployments { get; } = new(StringComparer.Ordinal);

    public static CodeDeployState Of(Region region) => region.Get(one => new CodeDeployState(one));

    /// <exception cref="AwsErrorException">The name is missing, malformed or unknown.</exception>
    public Application FindApplication(string? name) =>
        Applications.GetValueOrDefault(CodeDeployErrors.RequireName(name, "Application"))
        ?? throw CodeDeployErrors.Of("ApplicationDoesNotExist", $"No application found for name: {name}");

    /// <exception cref="AwsErrorException">The name is missing, malformed or unknown.</exception>
    public static DeploymentGroup FindGroup(Application application, string? name) =>
        application.Groups.GetValueOrDefault(CodeDeployErrors.RequireName(name, "DeploymentGroup"))
        ?? throw CodeDeployErrors.Of("DeploymentGroupDoesNotExist", $"No Deployment Group found for name: {name}");

    /// <exception cref="AwsErrorException">The name is missing, malformed or unknown.</exception>
    public DeploymentConfig FindConfig(string? name) =>
        Configs.GetValueOrDefault(CodeDeployErrors.RequireName(name, "DeploymentConfig"))
        ?? throw CodeDeployErrors.Of("DeploymentConfigDoesNotExist", $"No deployment configuration found for name: {name}");

    /// <exception cref="AwsErrorException">The id is missing, malformed or unknown.</exception>
    public Deployment FindDeployment(string? id)
    {
        return Deployments.GetValueOrDefault(CheckId(id))
            ?? throw CodeDeployErrors.Of("DeploymentDoesNotExist", $"The deployment {id} could not be found");
    }

    /// <exception cref="AwsErrorException">The id is missing or malformed.</exception>
    public static string CheckId(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            throw CodeDeployErrors.Of("DeploymentIdRequired", "Deployment ID is required.");
        }

        return id.StartsWith("d-", StringComparison.Ordinal)
            ? id
            : throw CodeDeployErrors.Of("InvalidDeploymentId", $"Specified deployment ID {id} is not in the correct format.");
    }

    public Deployment? FindActive(DeploymentGroup group) =>
        Deployments.Values.LastOrDefault(deployment => deployment.Group == group && !deployment.IsOver);
}
