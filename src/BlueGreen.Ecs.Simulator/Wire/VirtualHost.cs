using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>S3's second way of addressing: the bucket stands before the host, <c>bucket.s3.eu-west-1.amazonaws.com</c> or <c>bucket.localhost</c>.</summary>
internal static partial class VirtualHost
{
    /// <returns>The request with the bucket in its path, where its host names one.</returns>
    public static WireRequest ToPath(WireRequest request)
    {
        var host = Bucket().Match(request.Header("Host"));
        return host.Success ? request with { Path = $"/{host.Groups["bucket"].Value}{request.Path}" } : request;
    }

    [GeneratedRegex(@"^(?<bucket>(?!s3[.-])[^:]+?)\.(s3[.-]([a-z0-9-]+\.)*)?(amazonaws\.com(\.cn)?|localhost(\.localstack\.cloud)?)(:[0-9]+)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bucket();
}
