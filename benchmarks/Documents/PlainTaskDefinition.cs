namespace BlueGreen.Ecs.Benchmarks.Documents;

/// <summary>What a program without this library would write to read the seed's task definition: plain objects for System.Text.Json.</summary>
internal sealed class PlainTaskDefinition
{
    public string? Family { get; set; }

    public string? ExecutionRoleArn { get; set; }

    public string? NetworkMode { get; set; }

    public string? Cpu { get; set; }

    public string? Memory { get; set; }

    public List<string>? RequiresCompatibilities { get; set; }

    public List<PlainContainer>? ContainerDefinitions { get; set; }

    internal sealed class PlainContainer
    {
        public string? Name { get; set; }

        public string? Image { get; set; }

        public bool? Essential { get; set; }

        public List<PlainPort>? PortMappings { get; set; }

        public List<PlainVariable>? Environment { get; set; }

        public PlainLog? LogConfiguration { get; set; }

        public List<string>? EntryPoint { get; set; }

        public List<string>? Command { get; set; }
    }

    internal sealed class PlainPort
    {
        public int? HostPort { get; set; }

        public int? ContainerPort { get; set; }

        public string? Protocol { get; set; }
    }

    internal sealed class PlainVariable
    {
        public string? Name { get; set; }

        public string? Value { get; set; }
    }

    internal sealed class PlainLog
    {
        public string? LogDriver { get; set; }

        public Dictionary<string, string>? Options { get; set; }
    }
}
