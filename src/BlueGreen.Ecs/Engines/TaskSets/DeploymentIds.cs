using System.Globalization;
using System.Security.Cryptography;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Ids of this engine's deployments: <c>bg-20261123T112407Z-1a2b3c4d</c>. Short enough for a client token, which has 36 characters.</summary>
internal static class DeploymentIds
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";
    private const int RandomLength = 8;

    public static string Create(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"bg-{now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(RandomLength, lowercase: true)}");

    /// <returns>When the deployment was begun, or <see langword="null"/> when the id is none of this engine's.</returns>
    public static DateTimeOffset? BegunAt(string id) => id.Split('-') is ["bg", var time, { Length: RandomLength }]
        && DateTimeOffset.TryParseExact(time, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
