using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A phase that a build has come to.</summary>
internal sealed class BuildPhase(string type, DateTimeOffset start)
{
    public string Type => type;

    public string? Status { get; private set; }

    private DateTimeOffset? End { get; set; }

    private BuildFailure? Failure { get; set; }

    public void Close(string status, DateTimeOffset now, BuildFailure? failure) => (Status, End, Failure) = (status, now, failure);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["phaseType"] = type, ["startTime"] = start.ToJson() };
        json.SetUnlessNull("phaseStatus", Status);
        json.SetUnlessNull("endTime", End.ToJson());
        json.SetUnlessNull("durationInSeconds", End is { } end ? (long)Math.Round((end - start).TotalSeconds) : null);
        json.SetUnlessNull("contexts", Status is null ? null : new JsonArray(new JsonObject { ["statusCode"] = Failure?.Code ?? string.Empty, ["message"] = Failure?.Message ?? string.Empty }));
        return json;
    }
}
