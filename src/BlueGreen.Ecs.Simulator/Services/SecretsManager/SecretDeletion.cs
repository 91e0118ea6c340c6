using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>DeleteSecret and RestoreSecret.</summary>
internal static class SecretDeletion
{
    private const int ShortestWindow = 7;
    private const int LongestWindow = 30;

    public static JsonObject Delete(SecretsState state, JsonObject input)
    {
        var (force, days) = (input.Flag("ForceDeleteWithoutRecovery") == true, input.Int("RecoveryWindowInDays"));
        if (force && days is not null)
        {
            throw new AwsErrorException("InvalidParameterException", "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        if (days is < ShortestWindow or > LongestWindow)
        {
            throw new AwsErrorException("InvalidParameterException", $"The RecoveryWindowInDays value must be between {ShortestWindow} and {LongestWindow} days (inclusive).");
        }

        var secret = force ? state.Find(input.Text("SecretId")!) : state.FindActive(input.Text("SecretId")!);
        var window = TimeSpan.FromDays(force ? 0 : days ?? LongestWindow);
        secret.DeletedAt = state.World.Now;
        secret.Deletion?.Cancel();
        if (force)
        {
            state.Secrets.Remove(secret.Name);
        }
        else
        {
            secret.Deletion = state.World.Clock.Schedule(window, $"secret {secret.Name} is deleted", () => state.Secrets.Remove(secret.Name));
        }

        var output = SecretOperations.Answer(secret, null);
        output["DeletionDate"] = (state.World.Now + window).ToJson();
        return output;
    }

    public static JsonObject Restore(SecretsState state, JsonObject input)
    {
        var secret = state.Find(input.Text("SecretId")!);
        secret.Deletion?.Cancel();
        secret.DeletedAt = null;
        return SecretOperations.Answer(secret, null);
    }
}
