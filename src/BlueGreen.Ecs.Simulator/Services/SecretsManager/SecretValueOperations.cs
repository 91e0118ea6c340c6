using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>GetSecretValue and PutSecretValue.</summary>
internal static class SecretValueOperations
{
    private const int MostVersions = 100;

    public static JsonObject Get(SecretsState state, JsonObject input)
    {
        var secret = state.FindActive(input.Text("SecretId")!);
        var version = Find(secret, input.Text("VersionId"), input.Text("VersionStage"));
        var output = SecretOperations.Answer(secret, version);
        output.SetUnlessNull("SecretString", version.Text);
        output.SetUnlessNull("SecretBinary", version.Binary);
        output["VersionStages"] = version.Stages.ToJson();
        output["CreatedDate"] = version.CreatedAt.ToJson();
        return output;
    }

    public static JsonObject Put(SecretsState state, JsonObject input)
    {
        var secret = state.FindActive(input.Text("SecretId")!);
        var stages = input.Texts("VersionStages");
        var version = Add(state, secret, input, stages.Count > 0 ? stages : [SecretVersion.Current])
            ?? throw new AwsErrorException("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
        secret.ChangedAt = state.World.Now;
        var output = SecretOperations.Answer(secret, version);
        output["VersionStages"] = version.Stages.ToJson();
        return output;
    }

    /// <exception cref="AwsErrorException">The secret has no such version.</exception>
    public static SecretVersion Find(Secret secret, string? id, string? stage)
    {
        var label = stage ?? SecretVersion.Current;
        var version = id is null ? secret.WithStage(label) : secret.Versions.Find(one => one.Id == id && (stage is null || one.Stages.Contains(stage, StringComparer.Ordinal)));
        return version ?? throw new AwsErrorException("ResourceNotFoundException",
            $"Secrets Manager can't find the specified secret value for {(id is null ? $"staging label: {label}" : $"VersionId: {id}")}");
    }

    /// <summary>Adds the value that a request has, if it has one; the same token and value again add nothing.</summary>
    /// <exception cref="AwsErrorException">It has two values, or its token is that of another value.</exception>
    public static SecretVersion? Add(SecretsState state, Secret secret, JsonObject input, IReadOnlyList<string> stages)
    {
        var (text, binary, token) = (input.Text("SecretString"), input.Text("SecretBinary"), input.Text("ClientRequestToken"));
        if (text is not null && binary is not null)
        {
            throw new AwsErrorException("InvalidParameterException", "You can't specify both a binary secret value and a string secret value in the same secret.");
        }

        if (text is null && binary is null)
        {
            return null;
        }

        var version = secret.Versions.Find(one => one.Id == token);
        if (version is not null && (version.Text != text || version.Binary != binary))
        {
            throw new AwsErrorException("ResourceExistsException", $"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {secret.Arn}.");
        }

        if (version is null)
        {
            version = new SecretVersion(token ?? state.World.Ids.Uuid(), text, binary, state.World.Now);
            secret.Versions.Add(version);
        }

        foreach (var stage in stages)
        {
            secret.Label(version, stage);
        }

        // The oldest that no label holds go first.
        while (secret.Versions.Count > MostVersions && secret.Versions.Find(one => one.Stages.Count == 0) is { } oldest)
        {
            secret.Versions.Remove(oldest);
        }

        return version;
    }
}
