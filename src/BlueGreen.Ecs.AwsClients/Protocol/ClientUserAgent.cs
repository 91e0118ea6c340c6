using System.Reflection;
using Amazon.Runtime;
using Amazon.Util.Internal;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>How the clients name themselves to AWS: as the SDK does, and then this library.</summary>
/// <remarks>
/// The SDK's own way, <see cref="InternalSDKUtils.SetUserAgent(string, string)"/>, renames every client of the process, and
/// <see cref="ClientConfig.ClientAppId"/> is the application's.
/// </remarks>
internal static class ClientUserAgent
{
    private static readonly string Sdk =
        typeof(AmazonServiceClient).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version;

    // Without the commit, which stands behind a plus.
    private static readonly string Library =
        typeof(ClientUserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static string Of(string serviceId) => $"{InternalSDKUtils.BuildUserAgentString(serviceId, Sdk)} lib/bluegreen-ecs#{Library}";
}
