namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>
/// Reads the text of a model: a line <c>service</c> with facts, then lines <c>op</c>, <c>struct</c> with indented members, and <c>enum</c>.
/// Lines that matter only to clients (<c>page</c>, <c>error</c> and its members) are passed over.
/// </summary>
internal static class ModelParser
{
    public static ServiceModel Parse(string name, string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var shapes = NamedShapes(lines);
        Fill(shapes, lines);
        var facts = lines.Where(line => line.StartsWith("service ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ').Skip(2))
            .Select(fact => fact.Split('=', 2))
            .Where(fact => fact.Length == 2)
            .ToDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal);
        var operations = lines.Where(line => line.StartsWith("op ", StringComparison.Ordinal))
            .Select(line => ToOperation(line, shapes))
            .ToDictionary(operation => operation.Name, StringComparer.Ordinal);
        return new ServiceModel(name, facts, operations);
    }

    private static Dictionary<string, Shape> NamedShapes(List<string> lines)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.StartsWith("struct ", StringComparison.Ordinal))
            {
                var name = line.Split(' ')[1];
                shapes[name] = new Shape(ShapeKind.Structure, name);
            }
            else if (line.StartsWith("enum ", StringComparison.Ordinal))
            {
                var parts = line["enum ".Length..].Split(" = ", 2);
                shapes[parts[0]] = new Shape(ShapeKind.Enumeration, parts[0]) { Values = parts[1].Split(" | ") };
            }
        }

        return shapes;
    }

    private static void Fill(Dictionary<string, Shape> shapes, List<string> lines)
    {
        Shape? structure = null;
        foreach (var line in lines)
        {
            if (line[0] != ' ')
            {
                structure = line.StartsWith("struct ", StringComparison.Ordinal) ? shapes[line.Split(' ')[1]] : null;
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (type, limits) = ShapeLimits.Split(words[1]);
            var (name, marks) = (words[0].TrimEnd('*', '~', '!'), words[0]);
            structure?.Add(new ShapeMember(name, ToShape(type, shapes), marks.Contains('*', StringComparison.Ordinal), limits)
            {
                IsSecret = marks.Contains('!', StringComparison.Ordinal),
                Place = MemberPlace.Parse(name, words.Skip(2)),
            });
        }
    }

    private static Shape ToShape(string text, Dictionary<string, Shape> shapes)
    {
        var (type, _) = ShapeLimits.Split(text);
        return type switch
        {
            "string" => new Shape(ShapeKind.String, type),
            "int" or "long" => new Shape(ShapeKind.Integer, type),
            "double" or "float" => new Shape(ShapeKind.Float, type),
            "bool" => new Shape(ShapeKind.Boolean, type),
            "blob" => new Shape(ShapeKind.Blob, type),
            "doc" => new Shape(ShapeKind.Document, type),
            ['[', .. var element, ']'] => new Shape(ShapeKind.List, "") { Element = ToShape(element, shapes) },
            ['{', .. var element, '}'] => new Shape(ShapeKind.Map, "") { Element = ToShape(element, shapes) },
            _ when shapes.TryGetValue(type, out var named) => named,
            _ when type.StartsWith("time", StringComparison.Ordinal) => new Shape(ShapeKind.Timestamp, type),
            _ => throw new FormatException($"The model has no shape '{type}'."),
        };
    }

    // An operation without members may leave its request or response out.
    private static Operation ToOperation(string line, Dictionary<string, Shape> shapes)
    {
        var parts = line["op ".Length..].Split(" ! ", 2);
        var words = parts[0].Trim().Split(' ');
        var (name, route) = (words[0], words.Length < 3 ? null : HttpRoute.Parse(words[1], words[2], words.ElementAtOrDefault(3)));
        var errors = parts.Length < 2 ? [] : parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Operation(name, Named(name + "Request"), Named(name + "Response"), errors.ToHashSet(StringComparer.Ordinal)) { Route = route };

        Shape Named(string shape) => shapes.GetValueOrDefault(shape) ?? new Shape(ShapeKind.Structure, shape);
    }
}
