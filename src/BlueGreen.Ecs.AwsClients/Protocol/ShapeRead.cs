namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Reads one value.</summary>
internal delegate T ShapeRead<TReader, out T>(ref TReader reader)
    where TReader : struct, IShapeReader, allows ref struct;
