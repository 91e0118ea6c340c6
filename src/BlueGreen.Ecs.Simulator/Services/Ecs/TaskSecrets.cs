using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.SecretsManager;
using BlueGreen.Ecs.Simulator.Services.Ssm;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Whether the secrets of a task can be read before it starts, with its execution role. Those of other accounts are taken to be there.</summary>
internal static class TaskSecrets
{
    private const string Prefix = "ResourceInitializationError: unable to pull secrets or registry auth: ";
    private const string Retrieval = Prefix + "execution resource retrieval failed: ";

    /// <returns>Why the task cannot be started, or <see langword="null"/>.</returns>
    public static string? FindError(Region region, EcsTask task) => task.TaskDefinition.Containers
        .SelectMany(container => container.Objects("secrets").Concat(container.Object("logConfiguration")?.Objects("secretOptions") ?? []))
        .Select(secret => FindError(region, task, secret.Text("valueFrom", "")))
        .FirstOrDefault(error => error is not null);

    private static string? FindError(Region region, EcsTask task, string from)
    {
        var arn = from.Split(':');
        var isSecret = arn is ["arn", _, "secretsmanager", ..];
        var (store, endpoint) = isSecret ? ("AWS Secrets Manager", "secretsmanager") : ("AWS Systems Manager", "ssm");
        if (!task.Network.Reaches(region, endpoint))
        {
            return $"{Prefix}The task cannot pull secrets from {store}. There is a connection issue between the task and {store}. Check your task network configuration.";
        }

        if (arn is ["arn", _, _, var place, var account, ..] && (place != region.Name || account != region.World.Account))
        {
            return null;
        }

        return isSecret ? FindSecretError(region, task, from) : FindParameterError(region, task, from);
    }

    private static string? FindSecretError(Region region, EcsTask task, string from)
    {
        var reference = SecretReference.Parse(from);
        var failed = $"{Retrieval}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret {reference.Id} from secrets manager: ";
        if (ExecutionRole.FindDenial(region, task, "secretsmanager:GetSecretValue", reference.Id) is { } denial)
        {
            return $"{failed}AccessDeniedException: {denial}";
        }

        try
        {
            _ = reference.Read(SecretsState.Of(region));
            return null;
        }
        catch (AwsErrorException error)
        {
            return $"{failed}{error.Code}: {error.Message}";
        }
    }

    private static string? FindParameterError(Region region, EcsTask task, string from)
    {
        const string Failed = Retrieval + "unable to retrieve secrets from ssm: service call has been retried 1 time(s): ";
        var state = SsmState.Of(region);
        var resource = from.StartsWith("arn:", StringComparison.Ordinal) ? from : state.Arn(from);
        if (ExecutionRole.FindDenial(region, task, "ssm:GetParameters", resource) is { } denial)
        {
            return $"{Failed}AccessDeniedException: {denial}";
        }

        try
        {
            _ = state.Find(from);
            return null;
        }
        catch (AwsErrorException)
        {
            return $"{Failed}invalid parameters: {from}";
        }
    }
}
