using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;
using YamlDotNet.Core;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Reads an AppSpec in YAML or JSON, without regard to the case of its keys.</summary>
internal static class AppSpecReader
{
    private static readonly string[] Hookable = ["BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic"];

    /// <exception cref="FormatException">The text is no AppSpec for ECS; the message says why.</exception>
    public static AppSpec Read(string text)
    {
        try
        {
            return Read(Parse(text) as JsonObject ?? throw new FormatException("The AppSpec is not a mapping."));
        }
        catch (Exception failure) when (failure is JsonException or YamlException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"The AppSpec cannot be parsed: {failure.Message}", failure);
        }
    }

    private static AppSpec Read(JsonObject root)
    {
        if (!double.TryParse(Scalar(root["version"]), NumberStyles.Float, CultureInfo.InvariantCulture, out var version) || version != 0)
        {
            throw new FormatException("The AppSpec's version must be 0.0.");
        }

        var resources = root.Objects("Resources").ToList();
        if (resources.Count != 1 || resources[0].Count != 1 || resources[0].First().Value is not JsonObject resource)
        {
            throw new FormatException("The AppSpec must have exactly one resource.");
        }

        if (Scalar(resource["Type"]) != "AWS::ECS::Service")
        {
            throw new FormatException("The type of the AppSpec's resource must be AWS::ECS::Service.");
        }

        return Read(resource.Object("Properties") ?? throw new FormatException("The AppSpec's resource has no Properties."), root);
    }

    private static AppSpec Read(JsonObject properties, JsonObject root)
    {
        var balancer = properties.Object("LoadBalancerInfo") ?? throw new FormatException("The AppSpec has no LoadBalancerInfo.");
        if (!int.TryParse(Scalar(balancer["ContainerPort"]), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new FormatException("The AppSpec's ContainerPort must be a number.");
        }

        return new AppSpec
        {
            TaskDefinition = Scalar(properties["TaskDefinition"]) ?? throw new FormatException("The AppSpec has no TaskDefinition."),
            ContainerName = Scalar(balancer["ContainerName"]) ?? throw new FormatException("The AppSpec has no ContainerName."),
            ContainerPort = port,
            TaskSetSettings = Settings(properties),
            Hooks = ReadHooks(root),
        };
    }

    private static JsonObject Settings(JsonObject properties)
    {
        var settings = new JsonObject();
        settings.SetUnlessNull("platformVersion", Scalar(properties["PlatformVersion"]));
        if (properties.Object("NetworkConfiguration")?.Object("AwsvpcConfiguration") is { } network)
        {
            settings["networkConfiguration"] = new JsonObject
            {
                ["awsvpcConfiguration"] = new JsonObject
                {
                    ["subnets"] = Scalars(network["Subnets"]),
                    ["securityGroups"] = Scalars(network["SecurityGroups"]),
                    ["assignPublicIp"] = Scalar(network["AssignPublicIp"]) ?? "DISABLED",
                },
            };
        }

        if (properties["CapacityProviderStrategy"] is JsonArray strategy)
        {
            settings["capacityProviderStrategy"] = strategy.OfType<JsonObject>().Select(CapacityProvider).ToJson();
        }

        return settings;
    }

    private static JsonObject CapacityProvider(JsonObject item) => new()
    {
        ["capacityProvider"] = Scalar(item["CapacityProvider"]),
        ["base"] = Number(item["Base"]),
        ["weight"] = Number(item["Weight"]),
    };

    private static Dictionary<string, string> ReadHooks(JsonObject root)
    {
        var hooks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, function) in root.Objects("Hooks").SelectMany(hook => hook))
        {
            var known = Array.Find(Hookable, one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"{name} is no hook of an ECS deployment. Hooks are {string.Join(", ", Hookable)}.");
            hooks[known] = Scalar(function) ?? throw new FormatException($"The hook {name} names no function.");
        }

        return hooks;
    }

    private static JsonNode? Parse(string text) => text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal)
        ? JsonNode.Parse(text, new JsonNodeOptions { PropertyNameCaseInsensitive = true })
        : YamlTree.Parse(text);

    private static string? Scalar(JsonNode? node) => node is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    private static int Number(JsonNode? node) => int.TryParse(Scalar(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static JsonArray Scalars(JsonNode? node) => node is JsonArray list ? list.Select(Scalar).OfType<string>().ToJson() : [];
}
