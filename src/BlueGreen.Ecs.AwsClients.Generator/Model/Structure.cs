namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>A structure, and the directions in which it travels.</summary>
internal sealed class Structure(string name)
{
    public string Name => name;

    public List<Member> Members { get; } = [];

    public bool IsWritten { get; set; }

    public bool IsRead { get; set; }

    public bool IsRequest { get; set; }

    public bool IsResponse { get; set; }
}
