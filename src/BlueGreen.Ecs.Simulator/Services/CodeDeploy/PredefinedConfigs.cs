using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The five configurations for ECS that every account has.</summary>
internal static class PredefinedConfigs
{
    public static OrderedDictionary<string, DeploymentConfig> Create(World world)
    {
        var configs = new OrderedDictionary<string, DeploymentConfig>(StringComparer.Ordinal);
        Add("ECSAllAtOnce", new JsonObject { ["type"] = "AllAtOnce" });
        Add("ECSLinear10PercentEvery1Minutes", Linear(10, 1));
        Add("ECSLinear10PercentEvery3Minutes", Linear(10, 3));
        Add("ECSCanary10Percent5Minutes", Canary(10, 5));
        Add("ECSCanary10Percent15Minutes", Canary(10, 15));
        return configs;

        void Add(string name, JsonObject routing)
        {
            // Their ids are AWS's own and count no draw of the seed.
            var id = $"00000000-0000-4000-a000-{(configs.Count + 1).ToString("d12", CultureInfo.InvariantCulture)}";
            configs.Add(DeploymentConfig.PredefinedPrefix + name, new DeploymentConfig(id, DeploymentConfig.PredefinedPrefix + name, routing, world.Now));
        }
    }

    private static JsonObject Linear(int percentage, int interval) => new()
    {
        ["type"] = "TimeBasedLinear",
        ["timeBasedLinear"] = new JsonObject { ["linearPercentage"] = percentage, ["linearInterval"] = interval },
    };

    private static JsonObject Canary(int percentage, int interval) => new()
    {
        ["type"] = "TimeBasedCanary",
        ["timeBasedCanary"] = new JsonObject { ["canaryPercentage"] = percentage, ["canaryInterval"] = interval },
    };
}
