using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>For which region and service a request is signed. The signature itself is not checked. Signed URLs of the older kind are S3's, and name no region.</summary>
internal sealed partial record CredentialScope(string Region, string Service)
{
    public const string DefaultRegion = "us-east-1";

    public static CredentialScope Of(WireRequest request)
    {
        var signed = Scope().Match(request.Header("Authorization"));
        if (!signed.Success)
        {
            signed = Scope().Match(Uri.UnescapeDataString(request.Query));
        }

        return signed.Success ? new CredentialScope(signed.Groups["region"].Value, signed.Groups["service"].Value)
            : request.Query.Contains("AWSAccessKeyId=", StringComparison.Ordinal) ? new CredentialScope(DefaultRegion, "s3")
            : new CredentialScope(DefaultRegion, "");
    }

    [GeneratedRegex("Credential=[^/]*/[0-9]{8}/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scope();
}
