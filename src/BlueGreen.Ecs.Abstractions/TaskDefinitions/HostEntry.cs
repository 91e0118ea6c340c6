namespace BlueGreen.Ecs;

/// <summary>A line of <c>/etc/hosts</c> in a container. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostEntry.html">HostEntry</see>.</summary>
/// <param name="Hostname">The name.</param>
/// <param name="IpAddress">The address that it means.</param>
public sealed record HostEntry(string Hostname, string IpAddress)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
