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
            RepositoryCredentials = reader.Object("repositoryCredentials", ContainerResourcesFormat.ReadRepositoryCredentials),
            VersionConsistency = reader.Value<VersionConsistency>("versionConsistency"),
            Cpu = reader.Integer("cpu"),
            Memory = reader.Integer("memory"),
            MemoryReservation = reader.Integer("memoryReservation"),
            ResourceRequirements = reader.List("resourceRequirements", ContainerResourcesFormat.ReadResourceRequirement),
            Essential = reader.Boolean("essential"),
            RestartPolicy = reader.Object("restartPolicy", ContainerLifecycleFormat.ReadContainerRestartPolicy),
            PortMappings = reader.List("portMappings", ContainerNetworkFormat.ReadPortMapping),
            Environment = reader.List("environment", ContainerEnvironmentFormat.ReadNamedValue),
            EnvironmentFiles = reader.List("environmentFiles", ContainerEnvironmentFormat.ReadEnvironmentFile),
            Secrets = reader.List("secrets", ContainerEnvironmentFormat.ReadSecret),
            EntryPoint = reader.Texts("entryPoint"),
            Command = reader.Texts("command"),
            WorkingDirectory = reader.Text("workingDirectory"),
            User = reader.Text("user"),
            LogConfiguration = reader.Object("logConfiguration", ContainerLoggingFormat.ReadLogConfiguration),
            FirelensConfiguration = reader.Object("firelensConfiguration", ContainerLoggingFormat.ReadFirelensConfiguration),
            HealthCheck = reader.Object("healthCheck", ContainerLifecycleFormat.ReadHealthCheck),
            DependsOn = reader.List("dependsOn", ContainerLifecycleFormat.ReadContainerDependency),
            StartTimeout = reader.Integer("startTimeout"),
            StopTimeout = reader.Integer("stopTimeout"),
            MountPoints = reader.List("mountPoints", ContainerResourcesFormat.ReadMountPoint),
            VolumesFrom = reader.List("volumesFrom", ContainerResourcesFormat.ReadVolumeFrom),
            ReadonlyRootFilesystem = reader.Boolean("readonlyRootFilesystem"),
            LinuxParameters = reader.Object("linuxParameters", LinuxParametersFormat.ReadLinuxParameters),
            Ulimits = reader.List("ulimits", ContainerResourcesFormat.ReadUlimit),
            SystemControls = reader.List("systemControls", ContainerResourcesFormat.ReadSystemControl),
            Privileged = reader.Boolean("privileged"),
            DockerSecurityOptions = reader.Texts("dockerSecurityOptions"),
            CredentialSpecs = reader.Texts("credentialSpecs"),
            Interactive = reader.Boolean("interactive"),
            PseudoTerminal = reader.Boolean("pseudoTerminal"),
            Hostname = reader.Text("hostname"),
            Links = reader.Texts("links"),
            ExtraHosts = reader.List("extraHosts", ContainerNetworkFormat.ReadHostEntry),
            DnsServers = reader.Texts("dnsServers"),
            DnsSearchDomains = reader.Texts("dnsSearchDomains"),
            DisableNetworking = reader.Boolean("disableNetworking"),
            DockerLabels = reader.Map("dockerLabels"),
            Additional = reader.Rest(),
        };
    }

    public static void Write(Utf8JsonWriter json, ContainerDefinition container)
    {
        json.WriteStartObject();
        WriteWhatRuns(json, container);
        WriteWhatItMayUse(json, container);
        json.WriteAdditional(container.Additional);
        json.WriteEndObject();
    }

    private static void WriteWhatRuns(Utf8JsonWriter json, ContainerDefinition container)
    {
        json.WriteString("name", container.Name);
        json.WriteText("image", container.Image);
        json.WriteObject("repositoryCredentials", container.RepositoryCredentials, ContainerResourcesFormat.WriteRepositoryCredentials);
        json.WriteValue("versionConsistency", container.VersionConsistency);
        json.WriteInteger("cpu", container.Cpu);
        json.WriteInteger("memory", container.Memory);
        json.WriteInteger("memoryReservation", container.MemoryReservation);
        json.WriteList("resourceRequirements", container.ResourceRequirements, ContainerResourcesFormat.WriteResourceRequirement);
        json.WriteBoolean("essential", container.Essential);
        json.WriteObject("restartPolicy", container.RestartPolicy, ContainerLifecycleFormat.WriteContainerRestartPolicy);
        json.WriteList("portMappings", container.PortMappings, ContainerNetworkFormat.WritePortMapping);
        json.WriteList("environment", container.Environment, ContainerEnvironmentFormat.WriteNamedValue);
        json.WriteList("environmentFiles", container.EnvironmentFiles, ContainerEnvironmentFormat.WriteEnvironmentFile);
        json.WriteList("secrets", container.Secrets, ContainerEnvironmentFormat.WriteSecret);
        json.WriteTexts("entryPoint", container.EntryPoint);
        json.WriteTexts("command", container.Command);
        json.WriteText("workingDirectory", container.WorkingDirectory);
        json.WriteText("user", container.User);
        json.WriteObject("logConfiguration", container.LogConfiguration, ContainerLoggingFormat.WriteLogConfiguration);
        json.WriteObject("firelensConfiguration", container.FirelensConfiguration, ContainerLoggingFormat.WriteFirelensConfiguration);
        json.WriteObject("healthCheck", container.HealthCheck, ContainerLifecycleFormat.WriteHealthCheck);
        json.WriteList("dependsOn", container.DependsOn, ContainerLifecycleFormat.WriteContainerDependency);
        json.WriteInteger("startTimeout", container.StartTimeout);
        json.WriteInteger("stopTimeout", container.StopTimeout);
    }

    private static void WriteWhatItMayUse(Utf8JsonWriter json, ContainerDefinition container)
    {
        json.WriteList("mountPoints", container.MountPoints, ContainerResourcesFormat.WriteMountPoint);
        json.WriteList("volumesFrom", container.VolumesFrom, ContainerResourcesFormat.WriteVolumeFrom);
        json.WriteBoolean("readonlyRootFilesystem", container.ReadonlyRootFilesystem);
        json.WriteObject("linuxParameters", container.LinuxParameters, LinuxParametersFormat.WriteLinuxParameters);
        json.WriteList("ulimits", container.Ulimits, ContainerResourcesFormat.WriteUlimit);
        json.WriteList("systemControls", container.SystemControls, ContainerResourcesFormat.WriteSystemControl);
        json.WriteBoolean("privileged", container.Privileged);
        json.WriteTexts("dockerSecurityOptions", container.DockerSecurityOptions);
        json.WriteTexts("credentialSpecs", container.CredentialSpecs);
        json.WriteBoolean("interactive", container.Interactive);
        json.WriteBoolean("pseudoTerminal", container.PseudoTerminal);
        json.WriteText("hostname", container.Hostname);
        json.WriteTexts("links", container.Links);
        json.WriteList("extraHosts", container.ExtraHosts, ContainerNetworkFormat.WriteHostEntry);
        json.WriteTexts("dnsServers", container.DnsServers);
        json.WriteTexts("dnsSearchDomains", container.DnsSearchDomains);
        json.WriteBoolean("disableNetworking", container.DisableNetworking);
        json.WriteMap("dockerLabels", container.DockerLabels);
    }
}
