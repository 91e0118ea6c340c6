using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.SecretsManager;
using BlueGreen.Ecs.Simulator.Services.Ssm;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Whether the secrets of a task can be read before it starts. Those of other accounts are taken to be there.</summary>
internal static class TaskSecrets
{
    private const string Prefix = "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";

    /// <returns>Why the task cannot be started, or <see langword="null"/>.</returns>
    public static string? FindError(Region region, EcsTask task) => task.TaskDefinition.Containers
        .SelectMany(container => container.Objects("secrets").Concat(container.Object("logConfiguration")?.Objects("secretOptions") ?? []))
        .Select(secret => FindError(region, secret.Text("valueFrom", "")))
        .FirstOrDefault(error => error is not null);

    private static string? FindError(Region region, string from)
    {
        var arn = from.Split(':');
        if (arn is ["arn", _, _, var place, var account, ..] && (place != region.Name || account != region.World.Account))
        {
            return null;
        }

        var isSecret = arn is ["arn", _, "secretsmanager", ..];
        try
        {
            _ = isSecret ? SecretReference.Parse(from).Read(SecretsState.Of(region)) : SsmState.Of(region).Find(from).Version.Value;
            return null;
        }
        catch (AwsErrorException error)
        {
            return Prefix + (isSecret
                ? $"unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret {SecretReference.Parse(from).Id} from secrets manager: {error.Code}: {error.Message}"
                : $"unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: {from}");
        }
    }
}
