namespace BlueGreen.Ecs;

/// <summary>All that is needed to find a running deployment again, from any process.</summary>
/// <param name="Engine">The name of the engine that moves the traffic; without <c>|</c>.</param>
/// <param name="Service">The service, as <c>cluster/service</c>.</param>
/// <param name="DeploymentId">AWS's id of the deployment.</param>
public sealed record ResumeToken(string Engine, string Service, string DeploymentId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no such thing.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static ResumeToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('|', 3) is [var engine, var service, var id] && engine.Length > 0 && id.Length > 0 && ServiceReference.TryParse(service) is not null
            ? new(engine, service, id)
            : throw new FormatException($"'{text}' is no resume token. Allowed is 'engine|cluster/service|deployment id', as ToString writes it.");
    }

    /// <summary>One line that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Engine}|{Service}|{DeploymentId}";
}
