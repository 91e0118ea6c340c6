namespace BlueGreen.Ecs;

/// <content>Changes by name. Each gives a new container definition and leaves this one as it was.</content>
public sealed partial record ContainerDefinition
{
    /// <summary>Gives the container another image.</summary>
    /// <param name="image">The image: <c>repository:tag</c> or <c>repository@sha256:…</c>.</param>
    public ContainerDefinition WithImage(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return this with { Image = image };
    }

    /// <summary>Sets an environment variable in plain text. A secret of that name goes: ECS takes a name once.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    public ContainerDefinition WithEnvironment(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return this with { Environment = NamedItems.Set(Environment, new(name, value), NameOf), Secrets = NamedItems.Remove(Secrets, name, NameOf) };
    }

    /// <summary>Takes an environment variable in plain text out, if it is there.</summary>
    /// <param name="name">The variable's name.</param>
    public ContainerDefinition WithoutEnvironment(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return this with { Environment = NamedItems.Remove(Environment, name, NameOf) };
    }

    /// <summary>Sets an environment variable whose value ECS reads when the container starts. A plain variable of that name goes: ECS takes a name once.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="valueFrom">The ARN of a Secrets Manager secret, or the ARN or name of a Parameter Store parameter.</param>
    public ContainerDefinition WithSecret(string name, string valueFrom)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valueFrom);
        return this with { Secrets = NamedItems.Set(Secrets, new(name, valueFrom), NameOf), Environment = NamedItems.Remove(Environment, name, NameOf) };
    }

    /// <summary>Takes a secret out, if it is there.</summary>
    /// <param name="name">The variable's name.</param>
    public ContainerDefinition WithoutSecret(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return this with { Secrets = NamedItems.Remove(Secrets, name, NameOf) };
    }

    private static string NameOf(NamedValue variable) => variable.Name;

    private static string NameOf(Secret secret) => secret.Name;
}
