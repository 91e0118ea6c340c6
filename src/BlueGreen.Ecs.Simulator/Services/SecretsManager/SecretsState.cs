using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>The secrets of one region.</summary>
internal sealed class SecretsState(Region region)
{
    public Region Region => region;

    public World World => region.World;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Secret> Secrets { get; } = new(StringComparer.Ordinal);

    public static SecretsState Of(Region region) => region.Get(one => new SecretsState(one));

    /// <summary>Finds a secret by its name, its ARN, or its ARN without the last six characters.</summary>
    /// <exception cref="AwsErrorException">There is none.</exception>
    public Secret Find(string id) =>
        Secrets.GetValueOrDefault(id)
        ?? Secrets.Values.FirstOrDefault(secret => secret.Arn == id || secret.Arn[..^7] == id)
        ?? throw new AwsErrorException("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    /// <exception cref="AwsErrorException">There is none, or it is going to be deleted.</exception>
    public Secret FindActive(string id) => Find(id) is { DeletedAt: null } secret
        ? secret
        : throw new AwsErrorException("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.");
}
