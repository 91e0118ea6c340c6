using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>What a container may do that only Linux knows, as it stands in a document.</summary>
internal static class LinuxParametersFormat
{
    public static LinuxParameters ReadLinuxParameters(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Capabilities = reader.Object("capabilities", ReadKernelCapabilities),
            Devices = reader.List("devices", ReadDevice),
            InitProcessEnabled = reader.Boolean("initProcessEnabled"),
            SharedMemorySize = reader.Integer("sharedMemorySize"),
            Tmpfs = reader.List("tmpfs", ReadTmpfs),
            MaxSwap = reader.Integer("maxSwap"),
            Swappiness = reader.Integer("swappiness"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteLinuxParameters(Utf8JsonWriter json, LinuxParameters linux)
    {
        json.WriteStartObject();
        json.WriteObject("capabilities", linux.Capabilities, WriteKernelCapabilities);
        json.WriteList("devices", linux.Devices, WriteDevice);
        json.WriteBoolean("initProcessEnabled", linux.InitProcessEnabled);
        json.WriteInteger("sharedMemorySize", linux.SharedMemorySize);
        json.WriteList("tmpfs", linux.Tmpfs, WriteTmpfs);
        json.WriteInteger("maxSwap", linux.MaxSwap);
        json.WriteInteger("swappiness", linux.Swappiness);
        json.WriteAdditional(linux.Additional);
        json.WriteEndObject();
    }

    public static KernelCapabilities ReadKernelCapabilities(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Add = reader.Texts("add"),
            Drop = reader.Texts("drop"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteKernelCapabilities(Utf8JsonWriter json, KernelCapabilities capabilities)
    {
        json.WriteStartObject();
        json.WriteTexts("add", capabilities.Add);
        json.WriteTexts("drop", capabilities.Drop);
        json.WriteAdditional(capabilities.Additional);
        json.WriteEndObject();
    }

    public static Device ReadDevice(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            HostPath = reader.RequireText("hostPath"),
            ContainerPath = reader.Text("containerPath"),
            Permissions = reader.Values<DeviceAccess>("permissions"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteDevice(Utf8JsonWriter json, Device device)
    {
        json.WriteStartObject();
        json.WriteString("hostPath", device.HostPath);
        json.WriteText("containerPath", device.ContainerPath);
        json.WriteValues("permissions", device.Permissions);
        json.WriteAdditional(device.Additional);
        json.WriteEndObject();
    }

    public static Tmpfs ReadTmpfs(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            ContainerPath = reader.RequireText("containerPath"),
            Size = reader.RequireInteger("size"),
            MountOptions = reader.Texts("mountOptions"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteTmpfs(Utf8JsonWriter json, Tmpfs tmpfs)
    {
        json.WriteStartObject();
        json.WriteString("containerPath", tmpfs.ContainerPath);
        json.WriteNumber("size", tmpfs.Size);
        json.WriteTexts("mountOptions", tmpfs.MountOptions);
        json.WriteAdditional(tmpfs.Additional);
        json.WriteEndObject();
    }
}
