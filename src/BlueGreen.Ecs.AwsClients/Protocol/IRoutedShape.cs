namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>A request whose members stand in its URI and its query.</summary>
internal interface IRoutedShape
{
    void Write(RestRoute route);
}
