using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>CreateFunction, the two ways to read one, DeleteFunction and ListFunctions.</summary>
internal static class FunctionOperations
{
    private const int LongestName = 64;
    private const int PageSize = 50;

    public static JsonObject Create(LambdaState state, JsonObject input)
    {
        var name = FunctionName.Parse(input.Text("FunctionName")!);
        if (name.Name.Length is 0 or > LongestName || !name.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw LambdaErrors.Constraint(name.Name, "functionName", $"Member must have 1 to {LongestName} letters, digits, hyphens and underscores");
        }

        if (state.Functions.ContainsKey(name.Name))
        {
            throw LambdaErrors.Conflict($"Function already exist: {name.Name}");
        }

        var code = FunctionCode.Read(state, input.Object("Code")!, name.Name);
        input["FunctionName"] = name.Name;
        var latest = new FunctionVersion(FunctionVersion.LatestName) { Settings = FunctionSettings.Of(input), RevisionId = state.World.Ids.Uuid(), Modified = state.Now };
        FunctionUpdates.Take(latest, code);
        var function = new Function(name.Name, state.Arn(new FunctionName(name.Name, null, null)), latest);
        TagMap.Add(function.Tags, input.Object("Tags"));
        state.Functions.Add(function.Name, function);
        FunctionUpdates.Activate(state, function, latest);
        return input.Flag("Publish") is true ? VersionOperations.Publish(state, function, null) : latest.ToJson(function, qualified: false);
    }

    public static JsonObject Get(LambdaState state, JsonObject input)
    {
        var (function, version) = state.Find(Name(input));
        return new JsonObject
        {
            ["Configuration"] = version.ToJson(function, Name(input).Qualifier is not null),
            ["Code"] = version.Code.Copy(),
            ["Tags"] = function.Tags.Count == 0 ? null : TagMap.ToJson(function.Tags),
        };
    }

    public static JsonObject GetConfiguration(LambdaState state, JsonObject input)
    {
        var name = Name(input);
        if (FunctionRun.IsDelegateAlone(state, name))
        {
            return new JsonObject { ["FunctionName"] = name.Name, ["FunctionArn"] = state.Arn(name), ["Version"] = name.Qualifier ?? FunctionVersion.LatestName, ["State"] = "Active" };
        }

        var (function, version) = state.Find(name);
        return version.ToJson(function, name.Qualifier is not null);
    }

    public static JsonObject Delete(LambdaState state, JsonObject input)
    {
        var (function, version) = state.Find(Name(input));
        switch (Name(input).Qualifier)
        {
            case null:
                state.Functions.Remove(function.Name);
                break;
            case FunctionVersion.LatestName:
                throw LambdaErrors.Invalid("$LATEST version cannot be deleted without deleting the function.");
            case var qualifier when function.Aliases.ContainsKey(qualifier):
                throw LambdaErrors.Invalid("Deletion of aliases is not currently supported.");
            case var number:
                function.Published.Remove(function.Aliases.Values.FirstOrDefault(alias => alias.Text("FunctionVersion") == number) is { } alias
                    ? throw LambdaErrors.Conflict($"Version was not able to be deleted because the following aliases reference it: [{alias.Text("Name")}]")
                    : version);
                break;
        }

        return new JsonObject { ["StatusCode"] = 204 };
    }

    public static JsonObject List(LambdaState state, JsonObject input)
    {
        var all = input.Text("FunctionVersion") is "ALL";
        var found = state.Functions.Values.SelectMany(function =>
            (all ? function.Published.Prepend(function.Latest) : [function.Latest]).Select(version => version.ToJson(function, qualified: all)));
        var (page, next) = TokenPaging.Take(found, input.Text("Marker"), input.Int("MaxItems") ?? PageSize, "InvalidParameterValueException");
        return new JsonObject { ["Functions"] = page.ToJson(), ["NextMarker"] = next };
    }

    private static FunctionName Name(JsonObject input) => FunctionName.Parse(input.Text("FunctionName")!, input.Text("Qualifier"));
}
