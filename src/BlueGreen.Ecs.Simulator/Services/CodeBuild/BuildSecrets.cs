using BlueGreen.Ecs.Simulator.Services.SecretsManager;
using BlueGreen.Ecs.Simulator.Services.Ssm;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Values of variables that lie in Parameter Store or Secrets Manager.</summary>
internal static class BuildSecrets
{
    public const string ParameterStore = "PARAMETER_STORE";
    public const string SecretsManager = "SECRETS_MANAGER";

    /// <param name="state">The region's builds.</param>
    /// <param name="build">The build, with whose role it is read.</param>
    /// <param name="type"><see cref="ParameterStore"/> or <see cref="SecretsManager"/>.</param>
    /// <param name="reference">The parameter, or the secret with its key and version.</param>
    /// <exception cref="BuildFailureException">There is no such value, or the role may not read it.</exception>
    public static string Read(CodeBuildState state, Build build, string type, string reference)
    {
        var (code, action, resource) = type is ParameterStore
            ? ("Decrypted Variables Error", "ssm:GetParameters", reference.StartsWith("arn:", StringComparison.Ordinal) ? reference : SsmState.Of(state.Region).Arn(reference))
            : ("Secrets Manager Error", "secretsmanager:GetSecretValue", SecretArn(state, SecretReference.Parse(reference).Id));
        if (BuildRole.Of(state, build).FindDenialOfKnown(action, resource) is { } denial)
        {
            throw new BuildFailureException(code, $"AccessDeniedException: {denial}");
        }

        try
        {
            return type is ParameterStore ? SsmState.Of(state.Region).Find(reference).Version.Value : SecretReference.Parse(reference).Read(SecretsState.Of(state.Region));
        }
        catch (AwsErrorException error)
        {
            throw type is ParameterStore
                ? new BuildFailureException(code, $"parameter does not exist: {reference}")
                : new BuildFailureException(code, $"{error.Code}: {error.Message}");
        }
    }

    private static string SecretArn(CodeBuildState state, string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) ? id : SecretsState.Of(state.Region).Secrets.GetValueOrDefault(id)?.Arn ?? state.Region.Arn("secretsmanager", $"secret:{id}");
}
