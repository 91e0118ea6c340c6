namespace BlueGreen.Ecs.Documents;

/// <summary>Reads and writes the AppSpec file of an ECS deployment, in YAML or JSON.</summary>
public static class AppSpecDocument
{
    /// <summary>Reads an AppSpec from a file; <c>.json</c> is read as JSON, anything else as YAML.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static AppSpec Load(string path) => Open(path).Content;

    /// <summary>Reads an AppSpec from YAML or JSON text. Names may be written with any capitals; members that the model does not know are kept.</summary>
    /// <param name="text">The text; what begins with a brace is read as JSON.</param>
    /// <param name="source">What positions in errors shall name. Default: <c>AppSpec</c>.</param>
    /// <exception cref="DocumentException">The text is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static AppSpec Parse(string text, string source = "AppSpec") => Read(text, source).Content;

    /// <summary>Reads an AppSpec from a file, with the places of its members and what was noticed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static Document<AppSpec> Open(string path) => Open(DocumentFile.Read(path));

    /// <summary>Reads an AppSpec from YAML or JSON text, with the places of its members and what was noticed.</summary>
    /// <param name="text">The text; what begins with a brace is read as JSON.</param>
    /// <param name="source">What positions shall name. Default: <c>AppSpec</c>.</param>
    /// <exception cref="DocumentException">The text is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static Document<AppSpec> Read(string text, string source = "AppSpec")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Open(DocumentFile.Parse(text, source));
    }

    /// <summary>Writes an AppSpec as JSON that CodeDeploy takes and <see cref="Parse"/> reads to an equal one.</summary>
    /// <param name="spec">The AppSpec.</param>
    /// <param name="indented">Whether to write it in lines. Default: yes.</param>
    public static string ToJson(AppSpec spec, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return JsonText.Write(indented, json => AppSpecFormat.Write(json, spec));
    }

    /// <summary>Writes an AppSpec as YAML in the shape of AWS's samples, which <see cref="Parse"/> reads to an equal one. Equal AppSpecs are written byte for byte alike.</summary>
    /// <param name="spec">The AppSpec.</param>
    /// <exception cref="DocumentException">An additional member's value is no JSON.</exception>
    public static string ToYaml(AppSpec spec) => YamlText.Write(JsonNodes.Parse(ToJson(spec, indented: false), "AppSpec"));

    /// <summary>
    /// Makes the AppSpec that deploys to a service as it is: its container and port, platform version, network and capacity providers, and the placeholder
    /// <c>&lt;TASK_DEFINITION&gt;</c>. What the service does not have is left out; so is a network that lacks a member, because CodeDeploy wants all of it or nothing.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <exception cref="DocumentException">The service has no load balancer, so that no container and port can be told.</exception>
    public static AppSpec DeriveFrom(LiveService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service is { ContainerName: { } container, ContainerPort: { } port }
            ? new()
            {
                ContainerName = container,
                ContainerPort = port,
                PlatformVersion = service.PlatformVersion,
                Network = service.Network is { Subnets.Count: > 0, SecurityGroups.Count: > 0, AssignPublicIp: not null } network ? network : null,
                CapacityProviderStrategy = service.CapacityProviderStrategy,
            }
            : throw new DocumentException(new(service.Arn, 1, 1, "loadBalancers"), "No AppSpec can be derived: the service has no load balancer. Give one by WithAppSpec(path).");
    }

    internal static Document<AppSpec> Open(DocumentNode root) => AppSpecFormat.Open(root);
}
