using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>Holds a request against the model. What the model does not know is dropped, as AWS does.</summary>
internal sealed class InputValidator
{
    private readonly List<InputProblem> _problems = [];

    /// <returns>The request without nulls and unknown members, and what is wrong with it.</returns>
    public static (JsonObject Input, IReadOnlyList<InputProblem> Problems) Check(JsonObject input, Shape shape)
    {
        var validator = new InputValidator();
        return (validator.Structure(input, shape, ""), validator._problems);
    }

    private JsonObject Structure(JsonObject value, Shape shape, string path)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members)
        {
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (value[member.Name] is not { } found)
            {
                if (member.IsRequired)
                {
                    Report(member.Name, InputProblemKind.Absent, $"Value null at '{name}' failed to satisfy constraint: Member must not be null");
                }
            }
            else if (Value(found, member, name) is { } read)
            {
                CheckLimits(read, member, name);
                result.Add(member.Name, read);
            }
        }

        return result;
    }

    // What a refusal says stands in the history: of a secret it names the place alone.
    private JsonNode? Value(JsonNode value, ShapeMember member, string path)
    {
        var known = _problems.Count;
        var read = Value(value, member.Shape, path, member.Name);
        if (member.IsSecret && _problems.Count > known)
        {
            _problems.RemoveRange(known, _problems.Count - known);
            Report(member.Name, InputProblemKind.WrongType, $"Value at '{path}' is not a {NameOf(member.Shape)}");
            return null;
        }

        return read;
    }

    private JsonNode? Value(JsonNode value, Shape shape, string path, string member) => (shape.Kind, value) switch
    {
        (ShapeKind.Structure, JsonObject structure) => Structure(structure, shape, path),
        (ShapeKind.List, JsonArray list) => List(list, shape, path, member),
        (ShapeKind.Map, JsonObject map) => Map(map, shape, path, member),
        (ShapeKind.Document, _) => value.DeepClone(),
        (ShapeKind.Structure or ShapeKind.List or ShapeKind.Map, _) => WrongType(value, shape, path, member),
        _ => Scalar(value, shape, path, member),
    };

    private JsonArray List(JsonArray list, Shape shape, string path, string member)
    {
        var result = new JsonArray();
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } element && Value(element, shape.Element!, $"{path}.{i + 1}.member", member) is { } read)
            {
                result.Add(read);
            }
        }

        return result;
    }

    private JsonObject Map(JsonObject map, Shape shape, string path, string member)
    {
        var result = new JsonObject();
        foreach (var (key, entry) in map)
        {
            if (entry is not null && Value(entry, shape.Element!, $"{path}.{key}.member", member) is { } read)
            {
                result.Add(key, read);
            }
        }

        return result;
    }

    private JsonNode? Scalar(JsonNode value, Shape shape, string path, string member)
    {
        var kind = value.GetValueKind();
        var fits = shape.Kind switch
        {
            ShapeKind.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            ShapeKind.Integer => kind is JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number),
            ShapeKind.Float => kind is JsonValueKind.Number,
            ShapeKind.Timestamp => kind is JsonValueKind.Number,
            _ => kind is JsonValueKind.String,
        };
        if (!fits)
        {
            return WrongType(value, shape, path, member);
        }

        if (shape.Kind is ShapeKind.Enumeration && !shape.Values.Contains(value.GetValue<string>(), StringComparer.Ordinal))
        {
            NotAllowed(value, path, member, $"Member must satisfy enum value set: [{string.Join(", ", shape.Values)}]");
        }

        return value.DeepClone();
    }

    private void CheckLimits(JsonNode value, ShapeMember member, string path)
    {
        if (member.Limits is not { } limits)
        {
            return;
        }

        var (size, what) = value switch
        {
            JsonArray list => (list.Count, "length"),
            JsonObject map => (map.Count, "length"),
            _ when value.GetValueKind() is JsonValueKind.String => (value.GetValue<string>().Length, "length"),
            _ when value.GetValueKind() is JsonValueKind.Number => (double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture), "value"),
            _ => (double.NaN, ""),
        };
        var shown = member.IsSecret ? null : value;
        if (size < limits.Low)
        {
            NotAllowed(shown, path, member.Name, $"Member must have {what} greater than or equal to {limits.Low}");
        }
        else if (size > limits.High)
        {
            NotAllowed(shown, path, member.Name, $"Member must have {what} less than or equal to {limits.High}");
        }
    }

    private void NotAllowed(JsonNode? value, string path, string member, string constraint) =>
        Report(member, InputProblemKind.NotAllowed, $"Value {(value is null ? "" : $"'{Shown(value)}' ")}at '{path}' failed to satisfy constraint: {constraint}");

    private JsonNode? WrongType(JsonNode value, Shape shape, string path, string member)
    {
        Report(member, InputProblemKind.WrongType, $"Value '{Shown(value)}' at '{path}' is not a {NameOf(shape)}");
        return null;
    }

    private static string NameOf(Shape shape) => shape.Name.Length > 0 ? shape.Name : shape.Kind.ToString();

    private void Report(string member, InputProblemKind kind, string text) => _problems.Add(new InputProblem(member, kind, text));

    private static string Shown(JsonNode value) => value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
