using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>CreateSecret, DescribeSecret, UpdateSecret and the tags.</summary>
internal static partial class SecretOperations
{
    public static JsonObject Create(SecretsState state, JsonObject input)
    {
        var name = input.Text("Name")!;
        if (!NamePattern().IsMatch(name))
        {
            throw new AwsErrorException("ValidationException", "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }

        if (state.Secrets.TryGetValue(name, out var existing))
        {
            throw existing.DeletedAt is null
                ? new AwsErrorException("ResourceExistsException", $"The operation failed because the secret {name} already exists.")
                : new AwsErrorException("InvalidRequestException", "You can't create this secret because a secret with this name is already scheduled for deletion.");
        }

        var secret = new Secret(name, state.Region.Arn("secretsmanager", $"secret:{name}-{state.World.Ids.UpperAlphanumeric(6)}"), state.World.Now);
        input.CopyTo(secret.Settings, "Description", "KmsKeyId", "Type");
        var version = SecretValueOperations.Add(state, secret, input, [SecretVersion.Current]);
        TagList.Add(secret.Tags, input.Objects("Tags"));
        state.Secrets.Add(name, secret);
        return Answer(secret, version);
    }

    public static JsonObject Describe(SecretsState state, JsonObject input) => state.Find(input.Text("SecretId")!).View("VersionIdsToStages");

    public static JsonObject Update(SecretsState state, JsonObject input)
    {
        var secret = state.FindActive(input.Text("SecretId")!);
        var version = SecretValueOperations.Add(state, secret, input, [SecretVersion.Current]);
        input.CopyTo(secret.Settings, "Description", "KmsKeyId", "Type");
        secret.ChangedAt = state.World.Now;
        return Answer(secret, version);
    }

    public static JsonObject Tag(SecretsState state, JsonObject input)
    {
        TagList.Add(state.FindActive(input.Text("SecretId")!).Tags, input.Objects("Tags"));
        return [];
    }

    public static JsonObject Untag(SecretsState state, JsonObject input)
    {
        TagList.Remove(state.FindActive(input.Text("SecretId")!).Tags, input.Texts("TagKeys"));
        return [];
    }

    /// <returns>Which secret, and which version of it where one was made.</returns>
    public static JsonObject Answer(Secret secret, SecretVersion? version)
    {
        var output = new JsonObject { ["ARN"] = secret.Arn, ["Name"] = secret.Name };
        output.SetUnlessNull("VersionId", version?.Id);
        return output;
    }

    [GeneratedRegex("^[A-Za-z0-9/_+=.@!-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
