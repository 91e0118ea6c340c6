using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>
/// Writes shapes in a wire protocol. A value follows <see cref="Member"/>, <see cref="Element"/> or <see cref="Key"/>.
/// </summary>
internal abstract class ShapeWriter
{
    public abstract void BeginStructure();

    public abstract void EndStructure();

    public abstract void BeginList();

    public abstract void EndList();

    public abstract void BeginMap();

    public abstract void EndMap();

    public abstract void Member(string name);

    public abstract void Element();

    public abstract void Key(string key);

    public abstract void Value(string value);

    public abstract void Value(long value);

    public abstract void Value(double value);

    public abstract void Value(bool value);

    public abstract void Value(DateTime value);

    public abstract void Value(MemoryStream value);

    public abstract void Value(Document value);

    public void Value(IWritableShape shape)
    {
        BeginStructure();
        shape.Write(this);
        EndStructure();
    }

    public void List<T>(List<T> items, Action<ShapeWriter, T> write)
    {
        BeginList();
        foreach (var item in items)
        {
            Element();
            write(this, item);
        }

        EndList();
    }

    public void Map<T>(Dictionary<string, T> entries, Action<ShapeWriter, T> write)
    {
        BeginMap();
        foreach (var (key, value) in entries)
        {
            Key(key);
            write(this, value);
        }

        EndMap();
    }
}
