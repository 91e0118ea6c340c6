using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>For which region and service a request is signed, and by whom. The signature itself is not checked. Signed URLs of the older kind are S3's, and name no region.</summary>
internal sealed partial record CredentialScope(string Region, string Service, string AccessKeyId)
{
    public const string DefaultRegion = "us-east-1";

    public static CredentialScope Of(WireRequest request)
    {
        var signed = Scope().Match(request.Header("Authorization"));
        if (!signed.Success)
        {
            signed = Scope().Match(Uri.UnescapeDataString(request.Query));
        }

        return signed.Success ? new CredentialScope(signed.Groups["region"].Value, signed.Groups["service"].Value, signed.Groups["key"].Value)
            : OldKey().Match(request.Query) is { Success: true } old ? new CredentialScope(DefaultRegion, "s3", Uri.UnescapeDataString(old.Groups["key"].Value))
            : new CredentialScope(DefaultRegion, "", "");
    }

    [GeneratedRegex("Credential=(?<key>[^/]*)/[0-9]{8}/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scope();

    [GeneratedRegex("AWSAccessKeyId=(?<key>[^&]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OldKey();
}
