using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>PublishVersion and ListVersionsByFunction.</summary>
internal static class VersionOperations
{
    private const int PageSize = 50;

    public static JsonObject Publish(LambdaState state, JsonObject input)
    {
        var function = state.Find(input.Text("FunctionName"));
        LambdaErrors.CheckRevision(input.Text("RevisionId"), function.Latest.RevisionId);
        if (function.Latest.IsUpdating)
        {
            throw LambdaErrors.Conflict($"The operation cannot be performed at this time. An update is in progress for resource: {function.Arn}");
        }

        var digest = function.Latest.Settings.Text("CodeSha256");
        return input.Text("CodeSha256") is { } wanted && wanted != digest
            ? throw LambdaErrors.Invalid($"CodeSHA256 ({wanted}) is different from current CodeSHA256 in $LATEST ({digest}). Please try again with the CodeSHA256 in $LATEST.")
            : Publish(state, function, input.Text("Description"));
    }

    /// <summary>Makes a version of what is the latest; none where the last one is the same.</summary>
    public static JsonObject Publish(LambdaState state, Function function, string? description)
    {
        var settings = function.Latest.Settings.Copy();
        settings["Description"] = description ?? settings.Text("Description");
        if (function.Published.LastOrDefault() is { } last && JsonNode.DeepEquals(last.Settings, settings))
        {
            return last.ToJson(function, qualified: true);
        }

        var version = new FunctionVersion((++function.LastNumber).ToString(CultureInfo.InvariantCulture))
        {
            Settings = settings,
            Code = function.Latest.Code.Copy(),
            RevisionId = state.World.Ids.Uuid(),
            Modified = function.Latest.Modified,
        };
        function.Published.Add(version);
        FunctionUpdates.Activate(state, function, version);
        return version.ToJson(function, qualified: true);
    }

    public static JsonObject List(LambdaState state, JsonObject input)
    {
        var function = state.Find(input.Text("FunctionName"));
        var found = function.Published.Prepend(function.Latest).Select(version => version.ToJson(function, qualified: true));
        var (page, next) = TokenPaging.Take(found, input.Text("Marker"), input.Int("MaxItems") ?? PageSize, "InvalidParameterValueException");
        return new JsonObject { ["Versions"] = page.ToJson(), ["NextMarker"] = next };
    }
}
