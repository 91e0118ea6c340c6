using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.S3;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>The code of a function as requests give it: a zip archive, one in S3, or an image. Only its size and its digest are kept.</summary>
/// <param name="Size">The archive's bytes; 0 for an image.</param>
/// <param name="Sha256">The digest in base64.</param>
/// <param name="Location">What GetFunction answers as <c>Code</c>.</param>
internal sealed record FunctionCode(int Size, string Sha256, JsonObject Location)
{
    /// <exception cref="AwsErrorException">There is none, it is no archive, or S3 does not have it.</exception>
    public static FunctionCode Read(LambdaState state, JsonObject code, string function)
    {
        if (code.Text("ImageUri") is { } image)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image)));
            return new FunctionCode(0, digest, new JsonObject { ["RepositoryType"] = "ECR", ["ImageUri"] = image, ["ResolvedImageUri"] = $"{image.Split('@')[0]}@sha256:{digest}" });
        }

        var archive = code.Text("ZipFile") is { } zip ? Convert.FromBase64String(zip) : FromS3(state, code);
        Open(archive);
        return new FunctionCode(archive.Length, Convert.ToBase64String(SHA256.HashData(archive)), new JsonObject
        {
            ["RepositoryType"] = "S3",
            ["Location"] = $"https://awslambda-{state.Region.Name}-tasks.s3.{state.Region.Name}.amazonaws.com/snapshots/{state.World.Account}/{function}",
        });
    }

    private static byte[] FromS3(LambdaState state, JsonObject code)
    {
        if (code.Text("S3Bucket") is not { } bucket || code.Text("S3Key") is not { } key)
        {
            throw LambdaErrors.Invalid("Please provide a source for function code.");
        }

        try
        {
            return ObjectReading.Find(S3State.Of(state.Region), bucket, key, code.Text("S3ObjectVersion")).Content.ToArray();
        }
        catch (AwsErrorException error)
        {
            throw LambdaErrors.Invalid($"Error occurred while GetObject. S3 Error Code: {error.Code}. S3 Error Message: {error.Message}");
        }
    }

    private static void Open(byte[] archive)
    {
        try
        {
            using var stream = new MemoryStream(archive, writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count == 0)
            {
                throw LambdaErrors.Invalid("Uploaded file must be a non-empty zip");
            }
        }
        catch (InvalidDataException)
        {
            throw LambdaErrors.Invalid("Could not unzip uploaded file. Please check your file, then try to upload again.");
        }
    }
}
