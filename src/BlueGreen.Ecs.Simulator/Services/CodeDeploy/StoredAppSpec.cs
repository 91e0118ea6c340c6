using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.S3;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Reads the AppSpec of a revision in S3: a file of its own, or one in an archive. The deployment's start reads it, not its creation.</summary>
internal static class StoredAppSpec
{
    private static readonly string[] Names = ["appspec.yaml", "appspec.yml", "appspec.json"];

    /// <param name="state">The region's CodeDeploy.</param>
    /// <param name="place">The revision's <c>s3Location</c>.</param>
    /// <returns>The text, or nothing where an archive has none; or why the object cannot be read.</returns>
    public static (string? Content, DeploymentError? Error) Read(CodeDeployState state, JsonObject place)
    {
        var (bucket, key) = (place.Text("bucket")!, place.Text("key")!);
        try
        {
            var found = ObjectReading.Find(S3State.Of(state.Region), bucket, key, place.Text("version"));
            return place.Text("eTag") is { } wanted && wanted.Trim('"') != found.ETag.Trim('"')
                ? (null, Missing($"The object {key} in the bucket {bucket} has the ETag {found.ETag.Trim('"')}, not {wanted.Trim('"')}."))
                : (Text(place.Text("bundleType"), found.Content), null);
        }
        catch (AwsErrorException error)
        {
            return (null, Missing($"The revision {bucket}/{key} cannot be read: {error.Message} (Service: Amazon S3; Status Code: {(int)error.Status}; Error Code: {error.Code})"));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            return (null, new DeploymentError("INVALID_REVISION", $"The revision {bucket}/{key} is no archive of the type {place.Text("bundleType")}: {error.Message}"));
        }
    }

    private static string? Text(string? type, ReadOnlyMemory<byte> content) => type switch
    {
        "zip" => In(Archives.Zip(content)),
        "tar" => In(Archives.Tar(content, isPacked: false)),
        "tgz" => In(Archives.Tar(content, isPacked: true)),
        _ => Encoding.UTF8.GetString(content.Span),
    };

    private static string? In(FileSet files) => Names.Select(files.Text).FirstOrDefault(text => text is not null);

    private static DeploymentError Missing(string message) => new("REVISION_MISSING", message);
}
