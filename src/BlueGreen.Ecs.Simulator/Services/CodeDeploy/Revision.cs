using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>What is deployed: the text of an AppSpec, or a place where one lies.</summary>
/// <param name="Key">What tells it from other revisions.</param>
/// <param name="Content">The AppSpec's text; none where only a place or a digest is known.</param>
/// <param name="Location">The location as it is handed back, without the text.</param>
internal sealed record Revision(string Key, string? Content, JsonObject Location)
{
    /// <exception cref="AwsErrorException">It is missing or malformed, or its text does not have the digest it says.</exception>
    public static Revision Read(JsonObject? location)
    {
        if (location is null)
        {
            throw CodeDeployErrors.Of("RevisionRequired", "A revision is required.");
        }

        return location.Text("revisionType") switch
        {
            "AppSpecContent" => Text(location, "AppSpecContent", "appSpecContent"),
            "String" => Text(location, "String", "string"),
            "S3" => Place(location, "S3", "s3Location", "bucket", "key"),
            "GitHub" => Place(location, "GitHub", "gitHubLocation", "repository", "commitId"),
            var type => throw Invalid($"The revision type {type} is not valid. Valid are S3, GitHub, String and AppSpecContent."),
        };
    }

    /// <summary>The location with the AppSpec's text, as GetApplicationRevision answers it.</summary>
    public JsonObject WithContent()
    {
        var location = Location.Copy();
        foreach (var member in (ReadOnlySpan<string>)["appSpecContent", "string"])
        {
            if (location.Object(member) is { } holder && Content is not null)
            {
                holder["content"] = Content;
            }
        }

        return location;
    }

    private static Revision Text(JsonObject location, string type, string member)
    {
        var holder = location.Object(member) ?? throw Invalid($"A revision of type {type} needs {member}.");
        var content = holder.Text("content");
        var claimed = holder.Text("sha256");
        var actual = content is null ? claimed : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        if (actual is null || (claimed is not null && !string.Equals(claimed, actual, StringComparison.OrdinalIgnoreCase)))
        {
            throw Invalid(actual is null
                ? $"A revision of type {type} needs a content or a sha256."
                : $"The sha256 {claimed} is not that of the content, which is {actual}.");
        }

        return new Revision($"{type}:{actual}", content, new JsonObject
        {
            ["revisionType"] = type,
            [member] = new JsonObject { ["sha256"] = actual },
        });
    }

    private static Revision Place(JsonObject location, string type, string member, string first, string second)
    {
        var place = location.Object(member);
        return place?.Text(first) is { Length: > 0 } one && place.Text(second) is { Length: > 0 } two
            ? new Revision($"{type}:{one}/{two} {place.Text("version")} {place.Text("eTag")}".TrimEnd(), null, location.Copy())
            : throw Invalid($"A revision of type {type} needs {member} with {first} and {second}.");
    }

    private static AwsErrorException Invalid(string message) => CodeDeployErrors.Of("InvalidRevision", message);
}
