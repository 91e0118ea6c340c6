using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>A container definition as it stands in a document.</summary>
internal static class ContainerDefinitionFormat
{
    public static ContainerDefinition Read(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Name = reader.RequireText("name"),
            Image = reader.Text("image"),
            Cpu = reader.Integer("cpu"),
            Memory = reader.Integer("memory"),
            MemoryReservation = reader.Integer("memoryReservation"),
            Essential = reader.Boolean("essential"),
            PortMappings = reader.List("portMappings", ReadPortMapping),
            Environment = reader.NamedValues("environment"),
            Secrets = reader.List("secrets", ReadSecret),
            EntryPoint = reader.Texts("entryPoint"),
            Command = reader.Texts("command"),
            LogConfiguration = reader.Object("logConfiguration") is { } log ? ReadLogConfiguration(log) : null,
            HealthCheck = reader.Object("healthCheck") is { } check ? ReadHealthCheck(check) : null,
            DependsOn = reader.List("dependsOn", ReadDependency),
            WorkingDirectory = reader.Text("workingDirectory"),
            User = reader.Text("user"),
            ReadonlyRootFilesystem = reader.Boolean("readonlyRootFilesystem"),
            StartTimeout = reader.Integer("startTimeout"),
            StopTimeout = reader.Integer("stopTimeout"),
            DockerLabels = reader.Map("dockerLabels"),
            Additional = reader.Rest(),
        };
    }

    public static void Write(Utf8JsonWriter json, ContainerDefinition container) => json.WriteObject(w =>
    {
        w.WriteString("name", container.Name);
        w.WriteText("image", container.Image);
        w.WriteInteger("cpu", container.Cpu);
        w.WriteInteger("memory", container.Memory);
        w.WriteInteger("memoryReservation", container.MemoryReservation);
        w.WriteBoolean("essential", container.Essential);
        w.WriteList("portMappings", container.PortMappings, WritePortMapping);
        w.WriteNamedValues("environment", container.Environment);
        w.WriteList("secrets", container.Secrets, WriteSecret);
        w.WriteTexts("entryPoint", container.EntryPoint);
        w.WriteTexts("command", container.Command);
        if (container.LogConfiguration is { } log)
        {
            w.WriteObject("logConfiguration", l => WriteLogConfiguration(l, log));
        }

        if (container.HealthCheck is { } check)
        {
            w.WriteObject("healthCheck", h => WriteHealthCheck(h, check));
        }

        w.WriteList("dependsOn", container.DependsOn, WriteDependency);
        w.WriteText("workingDirectory", container.WorkingDirectory);
        w.WriteText("user", container.User);
        w.WriteBoolean("readonlyRootFilesystem", container.ReadonlyRootFilesystem);
        w.WriteInteger("startTimeout", container.StartTimeout);
        w.WriteInteger("stopTimeout", container.StopTimeout);
        w.WriteMap("dockerLabels", container.DockerLabels);
        w.WriteAdditional(container.Additional);
    });

    private static PortMapping ReadPortMapping(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            ContainerPort = reader.Integer("containerPort"),
            HostPort = reader.Integer("hostPort"),
            Protocol = reader.Text("protocol"),
            Name = reader.Text("name"),
            AppProtocol = reader.Text("appProtocol"),
            Additional = reader.Rest(),
        };
    }

    private static void WritePortMapping(Utf8JsonWriter json, PortMapping mapping) => json.WriteObject(w =>
    {
        w.WriteInteger("containerPort", mapping.ContainerPort);
        w.WriteInteger("hostPort", mapping.HostPort);
        w.WriteText("protocol", mapping.Protocol);
        w.WriteText("name", mapping.Name);
        w.WriteText("appProtocol", mapping.AppProtocol);
        w.WriteAdditional(mapping.Additional);
    });

    private static Secret ReadSecret(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return reader.Only(new Secret(reader.RequireText("name"), reader.RequireText("valueFrom")));
    }

    private static void WriteSecret(Utf8JsonWriter json, Secret secret) => json.WriteObject(w =>
    {
        w.WriteString("name", secret.Name);
        w.WriteString("valueFrom", secret.ValueFrom);
    });

    private static LogConfiguration ReadLogConfiguration(ObjectReader reader) => new()
    {
        LogDriver = reader.RequireText("logDriver"),
        Options = reader.Map("options"),
        SecretOptions = reader.List("secretOptions", ReadSecret),
        Additional = reader.Rest(),
    };

    private static void WriteLogConfiguration(Utf8JsonWriter json, LogConfiguration log)
    {
        json.WriteString("logDriver", log.LogDriver);
        json.WriteMap("options", log.Options);
        json.WriteList("secretOptions", log.SecretOptions, WriteSecret);
        json.WriteAdditional(log.Additional);
    }

    private static HealthCheck ReadHealthCheck(ObjectReader reader) => new()
    {
        Command = reader.Texts("command"),
        Interval = reader.Integer("interval"),
        Timeout = reader.Integer("timeout"),
        Retries = reader.Integer("retries"),
        StartPeriod = reader.Integer("startPeriod"),
        Additional = reader.Rest(),
    };

    private static void WriteHealthCheck(Utf8JsonWriter json, HealthCheck check)
    {
        json.WriteTexts("command", check.Command);
        json.WriteInteger("interval", check.Interval);
        json.WriteInteger("timeout", check.Timeout);
        json.WriteInteger("retries", check.Retries);
        json.WriteInteger("startPeriod", check.StartPeriod);
        json.WriteAdditional(check.Additional);
    }

    private static ContainerDependency ReadDependency(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return reader.Only(new ContainerDependency(reader.RequireText("containerName"), reader.RequireText("condition")));
    }

    private static void WriteDependency(Utf8JsonWriter json, ContainerDependency dependency) => json.WriteObject(w =>
    {
        w.WriteString("containerName", dependency.ContainerName);
        w.WriteString("condition", dependency.Condition);
    });
}
