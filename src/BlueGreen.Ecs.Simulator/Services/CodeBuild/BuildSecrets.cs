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
    /// <param name="type"><see cref="ParameterStore"/> or <see cref="SecretsManager"/>.</param>
    /// <param name="reference">The parameter, or the secret with its key and version.</param>
    /// <exception cref="BuildFailureException">There is no such value.</exception>
    public static string Read(CodeBuildState state, string type, string reference)
    {
        try
        {
            return type is ParameterStore ? SsmState.Of(state.Region).Find(reference).Version.Value : SecretReference.Parse(reference).Read(SecretsState.Of(state.Region));
        }
        catch (AwsErrorException error)
        {
            throw type is ParameterStore
                ? new BuildFailureException("Decrypted Variables Error", $"parameter does not exist: {reference}")
                : new BuildFailureException("Secrets Manager Error", $"{error.Code}: {error.Message}");
        }
    }
}
