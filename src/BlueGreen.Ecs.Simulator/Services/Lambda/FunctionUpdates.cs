using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>UpdateFunctionCode and UpdateFunctionConfiguration, and the states through which a version goes.</summary>
internal static class FunctionUpdates
{
    public static JsonObject UpdateCode(LambdaState state, JsonObject input)
    {
        var function = Ready(state, input);
        var isImage = function.Latest.Settings.Text("PackageType") is "Image";
        if (isImage != input["ImageUri"] is not null)
        {
            throw LambdaErrors.Invalid(isImage ? "Please provide ImageUri when updating a function with packageType Image." : "Please don't provide ImageUri when updating a function with packageType Zip.");
        }

        var code = FunctionCode.Read(state, input, function.Name);
        if (input.Flag("DryRun") is true)
        {
            return function.Latest.ToJson(function, qualified: false);
        }

        input.CopyTo(function.Latest.Settings, "Architectures");
        Take(function.Latest, code);
        Change(state, function);
        return input.Flag("Publish") is true ? VersionOperations.Publish(state, function, null) : function.Latest.ToJson(function, qualified: false);
    }

    public static JsonObject UpdateConfiguration(LambdaState state, JsonObject input)
    {
        var function = Ready(state, input);
        FunctionSettings.Apply(function.Latest.Settings, input);
        Change(state, function);
        return function.Latest.ToJson(function, qualified: false);
    }

    public static void Take(FunctionVersion version, FunctionCode code)
    {
        (version.Settings["CodeSize"], version.Settings["CodeSha256"]) = (code.Size, code.Sha256);
        version.Code = code.Location;
    }

    /// <summary>Has a new version become active after its time.</summary>
    public static void Activate(LambdaState state, Function function, FunctionVersion version) =>
        state.World.Clock.Schedule(state.World.Options.Timings.FunctionChange, $"function {function.Name} becomes active", () =>
        {
            version.IsPending = false;
            state.World.History.Record("lambda", function.Name, $"version {version.Name} is active");
        });

    private static void Change(LambdaState state, Function function)
    {
        var latest = function.Latest;
        (latest.IsUpdating, latest.RevisionId, latest.Modified) = (true, state.World.Ids.Uuid(), state.Now);
        state.World.Clock.Schedule(state.World.Options.Timings.FunctionChange, $"function {function.Name} is updated", () =>
        {
            latest.IsUpdating = false;
            state.World.History.Record("lambda", function.Name, "the update is in effect");
        });
    }

    private static Function Ready(LambdaState state, JsonObject input)
    {
        var function = state.Find(input.Text("FunctionName"));
        LambdaErrors.CheckRevision(input.Text("RevisionId"), function.Latest.RevisionId);
        return (function.Latest.IsPending, function.Latest.IsUpdating) switch
        {
            (true, _) => throw LambdaErrors.Conflict("The operation cannot be performed at this time. The function is currently in the following state: Pending"),
            (_, true) => throw LambdaErrors.Conflict($"The operation cannot be performed at this time. An update is in progress for resource: {function.Arn}"),
            _ => function,
        };
    }
}
