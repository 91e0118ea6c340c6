using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on an application's revisions.</summary>
internal static class RevisionOperations
{
    private const int MostAtOnce = 25;
    private const int PageSize = 100;

    public static JsonObject Register(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        CodeDeployErrors.CheckDescription(input.Text("description"));
        Register(state, application, Revision.Read(input.Object("revision")), input.Text("description"));
        return [];
    }

    public static JsonObject Get(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var key = Revision.Read(input.Object("revision")).Key;
        var found = application.Revisions.GetValueOrDefault(key)
            ?? throw CodeDeployErrors.Of("RevisionDoesNotExist", $"The application {application.Name} does not know the revision {key}.");
        return new JsonObject
        {
            ["applicationName"] = application.Name,
            ["revision"] = found.Revision.WithContent(),
            ["revisionInfo"] = found.ToJson(),
        };
    }

    public static JsonObject BatchGet(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var asked = input.Objects("revisions");
        CodeDeployErrors.CheckBatch(asked.Count, MostAtOnce, "revisions");
        var found = asked.Select(location => application.Revisions.GetValueOrDefault(Revision.Read(location).Key)).OfType<RegisteredRevision>();
        return new JsonObject
        {
            ["applicationName"] = application.Name,
            ["revisions"] = found.Select(one => new JsonObject
            {
                ["revisionLocation"] = one.Revision.WithContent(),
                ["genericRevisionInfo"] = one.ToJson(),
            }).ToJson(),
        };
    }

    public static JsonObject List(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var (bucket, prefix) = (input.Text("s3Bucket"), input.Text("s3KeyPrefix"));
        if (prefix is not null && bucket is null)
        {
            throw CodeDeployErrors.Of("BucketNameFilterRequired", "A key prefix needs a bucket name.");
        }

        var found = application.Revisions.Values
            .Where(one => bucket is null || (one.Revision.Location.Object("s3Location") is { } place && place.Text("bucket") == bucket
                && place.Text("key", "").StartsWith(prefix ?? "", StringComparison.Ordinal)))
            .Where(one => input.Text("deployed") switch
            {
                "include" => one.FirstUsedAt is not null,
                "exclude" => one.FirstUsedAt is null,
                _ => true,
            });
        var ordered = (input.Text("sortBy") switch
        {
            "firstUsedTime" => found.OrderBy(one => one.FirstUsedAt),
            "lastUsedTime" => found.OrderBy(one => one.LastUsedAt),
            _ => found.OrderBy(one => one.RegisteredAt),
        }).ToList();
        if (input.Text("sortOrder") == "descending")
        {
            ordered.Reverse();
        }

        var (page, next) = TokenPaging.Take(ordered, input.Text("nextToken"), PageSize, "InvalidNextTokenException");
        var output = new JsonObject { ["revisions"] = page.Select(one => one.Revision.Location.Copy()).ToJson() };
        output.SetUnlessNull("nextToken", next);
        return output;
    }

    /// <returns>The revision as the application knows it, with its text where that was given at any time.</returns>
    public static RegisteredRevision Register(CodeDeployState state, Application application, Revision revision, string? description)
    {
        if (!application.Revisions.TryGetValue(revision.Key, out var registered) || (registered.Revision.Content is null && revision.Content is not null))
        {
            application.Revisions[revision.Key] = registered = new RegisteredRevision(revision, description, state.World.Now);
        }

        return registered;
    }
}
