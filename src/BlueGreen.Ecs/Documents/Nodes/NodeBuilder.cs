namespace BlueGreen.Ecs.Documents;

/// <summary>Makes the node of an object, member by member; what is empty or not given is left out.</summary>
internal sealed class NodeBuilder
{
    private static readonly DocumentOrigin Nowhere = new("document", text: null);

    private NodeBuilder(DocumentNode node) => Node = node;

    public DocumentNode Node { get; }

    public static NodeBuilder Begin() => new(new DocumentNode(NodeKind.Object, Nowhere, 0, parent: null, name: null));

    public NodeBuilder Text(string name, string? value) => value is null ? this : Add(NodeKind.String, name, value);

    /// <summary>A number, <c>true</c> or <c>yes</c>: text that stands without quotes.</summary>
    public NodeBuilder Plain(string name, string value) => Add(NodeKind.Plain, name, value);

    /// <summary>A flag as CodeBuild's documentation writes most of them.</summary>
    public NodeBuilder YesNo(string name, bool? value) => value is { } flag ? Plain(name, flag ? "yes" : "no") : this;

    public NodeBuilder TrueFalse(string name, bool? value) => value is { } flag ? Plain(name, flag ? "true" : "false") : this;

    public NodeBuilder Texts(string name, EquatableArray<string> values)
    {
        if (values.Count > 0)
        {
            var list = Child(NodeKind.Array, name);
            foreach (var value in values)
            {
                list.TryAdd(new(NodeKind.String, Nowhere, 0, list, name: null, value));
            }

            Put(list);
        }

        return this;
    }

    public NodeBuilder Map(string name, EquatableArray<NamedValue> values) =>
        values.Count == 0 ? this : Object(name, map => Fill(map, values));

    public NodeBuilder Object(string name, Action<NodeBuilder> members)
    {
        var child = new NodeBuilder(Child(NodeKind.Object, name));
        members(child);
        Put(child.Node);
        return this;
    }

    public NodeBuilder Objects<T>(string name, EquatableArray<T> items, Action<NodeBuilder, T> members)
    {
        if (items.Count > 0)
        {
            var list = Child(NodeKind.Array, name);
            foreach (var item in items)
            {
                var child = new NodeBuilder(new DocumentNode(NodeKind.Object, Nowhere, 0, list, name: null));
                members(child, item);
                list.TryAdd(child.Node);
            }

            Put(list);
        }

        return this;
    }

    public NodeBuilder Additional(EquatableArray<JsonMember> members)
    {
        if (members.Count > 0)
        {
            var json = JsonText.Write(indented: false, writer => writer.WriteObject(w => w.WriteAdditional(members)));
            JsonNodes.Parse(json, "additional member").Children.ForEach(Put);
        }

        return this;
    }

    private static void Fill(NodeBuilder map, EquatableArray<NamedValue> values)
    {
        foreach (var value in values)
        {
            map.Text(value.Name, value.Value);
        }
    }

    private DocumentNode Child(NodeKind kind, string name, string text = "") => new(kind, Nowhere, 0, Node, name, text);

    private void Put(DocumentNode child)
    {
        if (!Node.TryAdd(child))
        {
            throw child.Twice();
        }
    }

    private NodeBuilder Add(NodeKind kind, string name, string value)
    {
        Put(Child(kind, name, value));
        return this;
    }
}
