using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>The operations on aliases. Calls by an alias go to its own version; additional weights are kept, and not followed.</summary>
internal static class AliasOperations
{
    private const int PageSize = 50;

    public static JsonObject Create(LambdaState state, JsonObject input)
    {
        var (function, name) = (state.Find(input.Text("FunctionName")), input.Text("Name")!);
        if (name.All(char.IsAsciiDigit) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw LambdaErrors.Constraint(name, "name", "Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)");
        }

        var arn = $"{function.Arn}:{name}";
        if (function.Aliases.ContainsKey(name))
        {
            throw LambdaErrors.Conflict($"Alias already exists: {arn}");
        }

        var alias = new JsonObject { ["AliasArn"] = arn, ["Name"] = name, ["Description"] = string.Empty };
        Apply(state, function, alias, input);
        function.Aliases.Add(name, alias);
        return alias.Copy();
    }

    public static JsonObject Get(LambdaState state, JsonObject input) => Find(state, input).Alias.Copy();

    public static JsonObject Update(LambdaState state, JsonObject input)
    {
        var (function, alias) = Find(state, input);
        LambdaErrors.CheckRevision(input.Text("RevisionId"), alias.Text("RevisionId")!);
        Apply(state, function, alias, input);
        return alias.Copy();
    }

    public static JsonObject Delete(LambdaState state, JsonObject input)
    {
        state.Find(input.Text("FunctionName")).Aliases.Remove(input.Text("Name")!);
        return [];
    }

    public static JsonObject List(LambdaState state, JsonObject input)
    {
        var version = input.Text("FunctionVersion");
        var found = state.Find(input.Text("FunctionName")).Aliases.Values.Where(alias => version is null || alias.Text("FunctionVersion") == version).Select(alias => alias.Copy());
        var (page, next) = TokenPaging.Take(found, input.Text("Marker"), input.Int("MaxItems") ?? PageSize, "InvalidParameterValueException");
        return new JsonObject { ["Aliases"] = page.ToJson(), ["NextMarker"] = next };
    }

    private static void Apply(LambdaState state, Function function, JsonObject alias, JsonObject input)
    {
        if (input.Text("FunctionVersion") is { } version && version is not FunctionVersion.LatestName && !function.Published.Exists(one => one.Name == version))
        {
            throw state.NotFound(new FunctionName(function.Name, version, null));
        }

        input.CopyTo(alias, "FunctionVersion", "Description", "RoutingConfig");
        alias["RevisionId"] = state.World.Ids.Uuid();
    }

    private static (Function Function, JsonObject Alias) Find(LambdaState state, JsonObject input)
    {
        var (function, name) = (state.Find(input.Text("FunctionName")), input.Text("Name")!);
        return (function, function.Aliases.GetValueOrDefault(name) ?? throw LambdaErrors.NotFound($"Cannot find alias arn: {function.Arn}:{name}"));
    }
}
