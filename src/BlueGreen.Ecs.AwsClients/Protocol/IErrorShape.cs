namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>An exception with members of its own, to be read from the error's body.</summary>
internal interface IErrorShape
{
    void Read<TReader>(ref TReader reader)
        where TReader : struct, IShapeReader, allows ref struct;
}
