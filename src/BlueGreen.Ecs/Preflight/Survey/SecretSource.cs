using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Where ECS reads a value of a container from.</summary>
/// <param name="Name">The variable or log option that gets it.</param>
/// <param name="Arn">The ARN of the secret or parameter, without a part that is meant of it.</param>
/// <param name="IsParameter">Whether it is a parameter of Parameter Store.</param>
/// <param name="ParameterName">The parameter's name.</param>
internal sealed record SecretSource(string Name, string Arn, bool IsParameter, string ParameterName)
{
    private const int PartsOfASecret = 7;

    public static IEnumerable<SecretSource> Of(TaskDefinition definition, AwsPlace place) => definition.ContainerDefinitions
        .SelectMany(container => container.Secrets.Concat(container.LogConfiguration?.SecretOptions ?? []))
        .Select(secret => Of(secret, place))
        .DistinctBy(secret => secret.Arn, StringComparer.Ordinal);

    // A parameter is named by ARN, or by name when it is of the tasks' region; the ARN has the name without the slash before it.
    private static SecretSource Of(Secret secret, AwsPlace place) => secret.ValueFrom.Split(':') switch
    {
        ["arn", _, "secretsmanager", _, _, "secret", ..] parts => new(secret.Name, string.Join(':', parts.Take(PartsOfASecret)), IsParameter: false, string.Empty),
        ["arn", _, "ssm", _, _, var path] when path.StartsWith("parameter/", StringComparison.Ordinal) => new(secret.Name, secret.ValueFrom, IsParameter: true, path["parameter".Length..] is ['/', .. var name] && name.Contains('/', StringComparison.Ordinal) ? $"/{name}" : path["parameter/".Length..]),
        _ => new(secret.Name, place.Arn("ssm", $"parameter/{secret.ValueFrom.TrimStart('/')}"), IsParameter: true, secret.ValueFrom),
    };
}
