using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>An AppSpec for ECS as it stands in a document.</summary>
internal static class AppSpecFormat
{
    public static readonly string[] HookEvents = ["BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic"];

    public static AppSpec Read(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        if (reader.RequireText("version") is not ("0.0" or "0"))
        {
            throw reader.Require("version").Error($"The version is {reader.RequireText("version")}; the only one is 0.0.");
        }

        var resources = reader.Require("Resources");
        if (resources.Kind != NodeKind.Array || resources.Children is not [{ Kind: NodeKind.Object, Children: [var resource] }])
        {
            throw resources.Error($"Found is {resources.Describe()}; allowed is a list with one resource, such as \"- TargetService:\".");
        }

        var target = new ObjectReader(resource);
        if (target.Text("Type") is { } type && !string.Equals(type, "AWS::ECS::Service", StringComparison.Ordinal))
        {
            throw target.Require("Type").Error($"The type is {type}; allowed is AWS::ECS::Service.");
        }

        var properties = target.Only(new ObjectReader(target.Require("Properties")));
        var balancer = new ObjectReader(properties.Require("LoadBalancerInfo"));
        return new()
        {
            ResourceName = resource.Name!,
            TaskDefinition = properties.RequireText("TaskDefinition"),
            ContainerName = balancer.RequireText("ContainerName"),
            ContainerPort = balancer.Only(ReadPort(balancer)),
            PlatformVersion = properties.Text("PlatformVersion"),
            Network = properties.Object("NetworkConfiguration") is { } network ? network.Only(ReadNetwork(network)) : null,
            CapacityProviderStrategy = properties.List("CapacityProviderStrategy", ReadCapacityProvider),
            Hooks = reader.List("Hooks", ReadHook),
            AdditionalProperties = properties.Rest(),
            Additional = reader.Rest(),
        };
    }

    public static void Write(Utf8JsonWriter json, AppSpec spec) => json.WriteObject(w =>
    {
        w.WritePropertyName("version");
        w.WriteRawValue("0.0");
        w.WriteStartArray("Resources");
        w.WriteObject(r => r.WriteObject(spec.ResourceName, t =>
        {
            t.WriteString("Type", "AWS::ECS::Service");
            t.WriteObject("Properties", p => WriteProperties(p, spec));
        }));
        w.WriteEndArray();
        w.WriteList("Hooks", spec.Hooks, static (h, hook) => h.WriteObject(m => m.WriteString(hook.LifecycleEvent, hook.Function)));
        w.WriteAdditional(spec.Additional);
    });

    private static void WriteProperties(Utf8JsonWriter json, AppSpec spec)
    {
        json.WriteString("TaskDefinition", spec.TaskDefinition);
        json.WriteObject("LoadBalancerInfo", b =>
        {
            b.WriteString("ContainerName", spec.ContainerName);
            b.WriteNumber("ContainerPort", spec.ContainerPort);
        });
        json.WriteText("PlatformVersion", spec.PlatformVersion);
        if (spec.Network is { } network)
        {
            json.WriteObject("NetworkConfiguration", n => n.WriteObject("AwsvpcConfiguration", v =>
            {
                v.WriteTexts("Subnets", network.Subnets);
                v.WriteTexts("SecurityGroups", network.SecurityGroups);
                v.WriteString("AssignPublicIp", network.AssignPublicIp ? "ENABLED" : "DISABLED");
            }));
        }

        json.WriteList("CapacityProviderStrategy", spec.CapacityProviderStrategy, static (c, item) => c.WriteObject(m =>
        {
            m.WriteNumber("Base", item.Base);
            m.WriteString("CapacityProvider", item.CapacityProvider);
            m.WriteNumber("Weight", item.Weight);
        }));
        json.WriteAdditional(spec.AdditionalProperties);
    }

    private static int ReadPort(ObjectReader balancer) => balancer.RequireInteger("ContainerPort") is >= 1 and <= 65535 and var port
        ? port
        : throw balancer.Require("ContainerPort").Error($"The port is {balancer.RequireInteger("ContainerPort")}; allowed is 1 to 65535.");

    private static AwsvpcConfiguration? ReadNetwork(ObjectReader network) => network.Object("AwsvpcConfiguration") is not { } vpc ? null : vpc.Only(new AwsvpcConfiguration
    {
        Subnets = vpc.Texts("Subnets"),
        SecurityGroups = vpc.Texts("SecurityGroups"),
        AssignPublicIp = vpc.Text("AssignPublicIp")?.ToUpperInvariant() switch
        {
            "ENABLED" => true,
            "DISABLED" or null => false,
            _ => throw vpc.Require("AssignPublicIp").Error($"Found is {vpc.Require("AssignPublicIp").Describe()}; allowed is ENABLED or DISABLED."),
        },
    });

    private static CapacityProviderStrategyItem ReadCapacityProvider(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return reader.Only(new CapacityProviderStrategyItem(reader.RequireText("CapacityProvider"), reader.Integer("Weight") ?? 0, reader.Integer("Base") ?? 0));
    }

    private static LifecycleHook ReadHook(DocumentNode node)
    {
        if (node is not { Kind: NodeKind.Object, Children: [var hook] })
        {
            throw node.Error($"Found is {node.Describe()}; allowed is one lifecycle event and its function, such as \"AfterInstall: my-function\".");
        }

        var name = Array.Find(HookEvents, known => string.Equals(known, hook.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw hook.Error($"The lifecycle event \"{hook.Name}\" cannot be hooked; allowed are {string.Join(", ", HookEvents)}.");
        return new(name, ObjectReader.TextOf(hook));
    }
}
