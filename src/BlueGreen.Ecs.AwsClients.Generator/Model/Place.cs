namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>Where in an HTTP message a member stands.</summary>
internal enum Place
{
    Body,
    Path,
    Query,
}
