using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>A deployment group: which ECS service is deployed, and how.</summary>
internal sealed class DeploymentGroup(string id, string name, Application application, GroupSettings settings)
{
    public string Id => id;

    public string Name { get; set; } = name;

    public Application Application => application;

    public GroupSettings Settings { get; set; } = settings;

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the service role existed when it was last named: one that is deleted later makes deployments fail.</summary>
    public bool RoleExisted { get; set; }

    public Deployment? LastAttempted { get; set; }

    public Deployment? LastSuccessful { get; set; }

    public JsonObject ToJson()
    {
        var json = Settings.Document.Copy();
        json["applicationName"] = application.Name;
        json["deploymentGroupId"] = id;
        json["deploymentGroupName"] = Name;
        json["computePlatform"] = application.ComputePlatform;
        json.SetUnlessNull("targetRevision", LastSuccessful?.Revision?.Location.DeepClone());
        json.SetUnlessNull("lastSuccessfulDeployment", LastSuccessful?.ToBrief());
        json.SetUnlessNull("lastAttemptedDeployment", LastAttempted?.ToBrief());
        return json;
    }
}
