namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>A structure that can write its members.</summary>
internal interface IWritableShape
{
    void Write(ShapeWriter writer);
}
