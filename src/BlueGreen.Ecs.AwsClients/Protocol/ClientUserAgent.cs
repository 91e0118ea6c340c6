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
    public static string Of(string serviceId) =>
        $"{InternalSDKUtils.BuildUserAgentString(serviceId, Version<AmazonServiceClient>())} lib/bluegreen-ecs#{Version<ServiceDescription>()}";

    /// <summary>The version of a type's assembly, without the commit it was built from.</summary>
    private static string Version<T>()
    {
        var assembly = typeof(T).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+')[0] ?? $"{assembly.GetName().Version}";
    }
}
