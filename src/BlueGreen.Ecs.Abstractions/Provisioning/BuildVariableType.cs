namespace BlueGreen.Ecs;

/// <summary>What the value of a build's variable is.</summary>
public enum BuildVariableType
{
    /// <summary>The text itself: <c>PLAINTEXT</c>.</summary>
    PlainText,

    /// <summary>The name of a parameter of Systems Manager: <c>PARAMETER_STORE</c>.</summary>
    ParameterStore,

    /// <summary>A secret of Secrets Manager: <c>SECRETS_MANAGER</c>.</summary>
    SecretsManager,
}
