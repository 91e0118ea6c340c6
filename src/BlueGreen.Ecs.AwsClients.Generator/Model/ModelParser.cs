namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>Reads an <c>*.awsmodel</c> text; the format is described in <c>models/README.md</c>.</summary>
internal sealed class ModelParser
{
    private readonly ServiceModel _model = new();
    private List<Member>? _members;

    public static ServiceModel Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var parser = new ModelParser();

        // Names of enumerations first: a member's type does not say whether it is one.
        foreach (var line in lines.Where(line => line.StartsWith("enum ", StringComparison.Ordinal)))
        {
            var (name, values) = Split(line.Substring(5), " = ");
            parser._model.Enums.Add(name, Words(values, " | "));
        }

        lines.ForEach(parser.Read);
        Directions.Mark(parser._model);
        RestLayout.Check(parser._model);
        return parser._model;
    }

    private void Read(string line)
    {
        if (line[0] == ' ')
        {
            ReadMember(line.Trim());
            return;
        }

        var (keyword, rest) = Split(line, " ");
        switch (keyword)
        {
            case "service":
                ReadService(rest);
                break;
            case "endpoint":
                ReadEndpoint(rest);
                break;
            case "op":
                var (operation, errors) = Split(rest, " ! ");
                _model.Operations.Add(new(Words(operation), Words(errors)));
                break;
            case "page":
                var page = Words(rest);
                Operation(page[0]).Page = new(page[1], page[2], [.. page.Skip(3)]);
                break;
            case "error":
                var (shape, code) = Split(rest, " = ");
                var error = new ModelledError(shape, code.Length > 0 ? code : shape);
                _model.Errors.Add(error);
                _members = error.Members;
                break;
            case "struct":
                var structure = new Structure(rest);
                _model.Structures.Add(rest, structure);
                _members = structure.Members;
                break;
            case "enum":
                break;
            default:
                throw new FormatException($"Unknown keyword in '{line}'.");
        }
    }

    private void ReadService(string rest)
    {
        var words = Words(rest);
        _model.Namespace = words[0];
        foreach (var word in words.Skip(1))
        {
            var (fact, value) = Split(word, "=");
            _model.Add(fact, value);
        }
    }

    private void ReadEndpoint(string rest)
    {
        var (left, right) = Split(rest, " = ");
        var (variant, partitions) = Split(left, " ");
        var (host, signingRegion) = Split(right, " ");
        _model.Endpoints.Add(new(variant, Words(partitions, ","), host, signingRegion));
    }

    private void ReadMember(string line)
    {
        var (marked, rest) = Split(line, " ");
        var (type, places) = Split(rest, " ");
        var name = marked.TrimEnd('*', '~', '!');
        var members = _members ?? throw new FormatException($"A member without a shape: '{line}'.");
        var (place, placeName) = ParsePlace(places, name);
        members.Add(new(name, marked.Contains('*'), marked.Contains('~'), ParseType(type), place, placeName));
    }

    private static (Place Place, string Name) ParsePlace(string text, string member) => Split(text, "=") switch
    {
        ("", _) => (Place.Body, member),
        ("@uri", var name) => (Place.Path, name),
        ("@query", var name) => (Place.Query, name),
        _ => throw new FormatException($"The member '{member}' stands in '{text}'; clients know @uri, @query and the body."),
    };

    private ShapeType ParseType(string text) => WithoutLimits(text) switch
    {
        "string" => new(Kind.String),
        "int" => new(Kind.Int),
        "long" => new(Kind.Long),
        "bool" => new(Kind.Bool),
        "double" => new(Kind.Double),
        "float" => new(Kind.Float),
        "blob" => new(Kind.Blob),
        "doc" => new(Kind.Document),
        "time" => new(Kind.Time),
        var list when list[0] == '[' => new(Kind.List, element: ParseType(Inner(list))),
        var map when map[0] == '{' => new(Kind.Map, element: ParseType(Inner(map))),
        var name => new(_model.Enums.ContainsKey(name) ? Kind.Enum : Kind.Structure, name),
    };

    /// <summary>Drops a trailing <c>{min..max}</c>: the limits are the service's to check.</summary>
    private static string WithoutLimits(string type)
    {
        var start = type.LastIndexOf('{');
        var hasLimits = start > 0 && type.IndexOf('}', start) == type.Length - 1 && type.IndexOf("..", start, StringComparison.Ordinal) > 0;
        return hasLimits ? type.Substring(0, start) : type;
    }

    private static string Inner(string type) => type.Substring(1, type.Length - 2);

    private Operation Operation(string name) =>
        _model.Operations.Find(operation => string.Equals(operation.Name, name, StringComparison.Ordinal))
        ?? throw new FormatException($"The operation '{name}' is not described.");

    private static string[] Words(string text, string separator = " ") => text.Split([separator], StringSplitOptions.RemoveEmptyEntries);

    private static (string Left, string Right) Split(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, string.Empty) : (text.Substring(0, at), text.Substring(at + separator.Length));
    }
}
