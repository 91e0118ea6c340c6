namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Reads lists and maps, in any protocol.</summary>
internal static class ShapeReaderExtensions
{
    extension<TReader>(ref TReader reader)
        where TReader : struct, IShapeReader, allows ref struct
    {
        public List<T> ReadList<T>(ShapeRead<TReader, T> read)
        {
            var items = new List<T>();
            var scope = reader.BeginList();
            while (reader.NextElement(scope))
            {
                items.Add(reader.IsNull ? default! : read(ref reader));
            }

            return items;
        }

        public Dictionary<string, T> ReadMap<T>(ShapeRead<TReader, T> read)
        {
            var entries = new Dictionary<string, T>(StringComparer.Ordinal);
            var scope = reader.BeginMap();
            while (reader.NextEntry(scope, out var key))
            {
                entries[key] = reader.IsNull ? default! : read(ref reader);
            }

            return entries;
        }
    }
}
