namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>Structures and enumerations of a file in <c>models/</c>, whose format its README tells.</summary>
internal sealed class AwsModel
{
    private AwsModel()
    {
    }

    public enum Shape
    {
        One,
        List,
        Map,
    }

    public Dictionary<string, List<Member>> Structures { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string[]> Enumerations { get; } = new(StringComparer.Ordinal);

    public static AwsModel Load(string service)
    {
        var model = new AwsModel();
        List<Member>? members = null;
        foreach (var line in File.ReadLines(Path.Combine(Repository.RequireRoot(), "models", $"{service}.awsmodel")))
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["struct", var name]:
                    model.Structures.Add(name, members = []);
                    break;
                case ["enum", var name, "=", .. var values]:
                    model.Enumerations.Add(name, [.. values.Where(value => value != "|")]);
                    break;
                case [var name, var type, ..] when line.StartsWith(' '):
                    members?.Add(new(name.TrimEnd('*', '~', '!'), type));
                    break;
                default:
                    members = null;
                    break;
            }
        }

        return model;
    }

    /// <summary>A member and its type, such as <c>[Tag]{0..50}</c>.</summary>
    internal sealed record Member(string Name, string Type)
    {
        public Shape Kind => Type[0] switch
        {
            '[' => Shape.List,
            '{' => Shape.Map,
            _ => Shape.One,
        };

        /// <summary>The type without brackets and limits.</summary>
        public string Item => Type.TrimStart('[', '{').Split('{', ']', '}')[0];
    }
}
