using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>An AppSpec for ECS as it stands in a document.</summary>
internal static class AppSpecFormat
{
    public static Document<AppSpec> Open(DocumentNode node)
    {
        var unknown = new UnknownMemberNotes("BG106");
        return new(Read(node, unknown), node.Map()) { Notes = unknown.Notes, Placeholders = Placeholders.Unfilled(node) };
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
            t.WriteAdditional(spec.AdditionalResource);
        }));
        w.WriteEndArray();
        w.WriteList("Hooks", spec.Hooks, static (h, hook) => h.WriteObject(m => m.WriteString(hook.Event.Name, hook.Function)));
        w.WriteAdditional(spec.Additional);
    });

    private static AppSpec Read(DocumentNode node, UnknownMemberNotes unknown)
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

        var properties = new ObjectReader(target.Require("Properties"));
        var balancer = new ObjectReader(properties.Require("LoadBalancerInfo"));
        var network = properties.Object("NetworkConfiguration");
        return new()
        {
            ResourceName = resource.Name!,
            TaskDefinition = properties.RequireText("TaskDefinition"),
            ContainerName = balancer.RequireText("ContainerName"),
            ContainerPort = ReadPort(balancer),
            PlatformVersion = properties.Text("PlatformVersion"),
            Network = network?.Object("AwsvpcConfiguration") is { } vpc ? ReadNetwork(vpc, unknown) : null,
            CapacityProviderStrategy = properties.List("CapacityProviderStrategy", item => ReadCapacityProvider(item, unknown)),
            Hooks = reader.List("Hooks", ReadHook),
            AdditionalLoadBalancerInfo = unknown.Of(balancer),
            AdditionalNetworkConfiguration = network is null ? [] : unknown.Of(network),
            AdditionalProperties = unknown.Of(properties),
            AdditionalResource = unknown.Of(target),
            Additional = unknown.Of(reader),
        };
    }

    private static void WriteProperties(Utf8JsonWriter json, AppSpec spec)
    {
        json.WriteString("TaskDefinition", spec.TaskDefinition);
        json.WriteObject("LoadBalancerInfo", b =>
        {
            b.WriteString("ContainerName", spec.ContainerName);
            b.WriteNumber("ContainerPort", spec.ContainerPort);
            b.WriteAdditional(spec.AdditionalLoadBalancerInfo);
        });
        json.WriteText("PlatformVersion", spec.PlatformVersion);
        if (spec.Network is not null || spec.AdditionalNetworkConfiguration.Count > 0)
        {
            json.WriteObject("NetworkConfiguration", n =>
            {
                if (spec.Network is { } network)
                {
                    n.WriteObject("AwsvpcConfiguration", v => WriteNetwork(v, network));
                }

                n.WriteAdditional(spec.AdditionalNetworkConfiguration);
            });
        }

        json.WriteList("CapacityProviderStrategy", spec.CapacityProviderStrategy, static (c, item) => c.WriteObject(m =>
        {
            m.WriteNumber("Base", item.Base);
            m.WriteString("CapacityProvider", item.CapacityProvider);
            m.WriteNumber("Weight", item.Weight);
            m.WriteAdditional(item.Additional);
        }));
        json.WriteAdditional(spec.AdditionalProperties);
    }

    private static void WriteNetwork(Utf8JsonWriter json, AwsvpcConfiguration network)
    {
        json.WriteTexts("Subnets", network.Subnets);
        json.WriteTexts("SecurityGroups", network.SecurityGroups);
        json.WriteText("AssignPublicIp", network.AssignPublicIp switch { true => "ENABLED", false => "DISABLED", null => null });
        json.WriteAdditional(network.Additional);
    }

    private static int ReadPort(ObjectReader balancer) => balancer.RequireInteger("ContainerPort") is >= 1 and <= 65535 and var port
        ? port
        : throw balancer.Require("ContainerPort").Error($"The port is {balancer.RequireInteger("ContainerPort")}; allowed is 1 to 65535.");

    private static AwsvpcConfiguration ReadNetwork(ObjectReader vpc, UnknownMemberNotes unknown) => new()
    {
        Subnets = vpc.Texts("Subnets"),
        SecurityGroups = vpc.Texts("SecurityGroups"),
        AssignPublicIp = vpc.Text("AssignPublicIp")?.ToUpperInvariant() switch
        {
            "ENABLED" => true,
            "DISABLED" => false,
            null => null,
            _ => throw vpc.Require("AssignPublicIp").Error($"Found is {vpc.Require("AssignPublicIp").Describe()}; allowed is ENABLED or DISABLED."),
        },
        Additional = unknown.Of(vpc),
    };

    private static CapacityProviderStrategyItem ReadCapacityProvider(DocumentNode node, UnknownMemberNotes unknown)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("CapacityProvider"), reader.Integer("Weight") ?? 0, reader.Integer("Base") ?? 0) { Additional = unknown.Of(reader) };
    }

    private static LifecycleHook ReadHook(DocumentNode node)
    {
        if (node is not { Kind: NodeKind.Object, Children: [var hook] })
        {
            throw node.Error($"Found is {node.Describe()}; allowed is one lifecycle event and its function, such as \"AfterInstall: my-function\".");
        }

        var known = HookEvent.All.FirstOrDefault(known => string.Equals(known.Name, hook.Name, StringComparison.OrdinalIgnoreCase));
        return known.Name is null
            ? throw hook.Error($"The lifecycle event \"{hook.Name}\" cannot be hooked; allowed are {string.Join(", ", HookEvent.All)}.")
            : new(known, ObjectReader.TextOf(hook));
    }
}
