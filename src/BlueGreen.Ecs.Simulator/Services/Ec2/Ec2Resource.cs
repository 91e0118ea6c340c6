using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>Something that EC2 keeps under an id, with its tags.</summary>
/// <param name="id">Such as <c>vpc-0a1b2c3d4e5f60718</c>.</param>
/// <param name="type">The type in words of tags: <c>vpc</c>.</param>
internal abstract class Ec2Resource(string id, string type)
{
    public string Id => id;

    public string Type => type;

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <returns>What the Describe operation answers of it, but its tags.</returns>
    public abstract JsonObject View();
}
