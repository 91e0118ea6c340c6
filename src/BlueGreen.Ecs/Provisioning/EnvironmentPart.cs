namespace BlueGreen.Ecs.Provisioning;

/// <summary>One resource of an environment: how it is found, compared, made, changed and removed. All that it decides is pure; what it does, it does in one or few calls.</summary>
internal abstract class EnvironmentPart(BlueGreenEnvironment environment, ResourceKind kind, string name)
{
    public BlueGreenEnvironment Environment => environment;

    public ResourceKind Kind => kind;

    public string Name => name;

    public string Id => PartIds.Of(kind, name);

    /// <summary>Whether it is there already and belongs to somebody else.</summary>
    public virtual bool IsExisting => false;

    /// <summary>The ids of the parts that must be there before it.</summary>
    public virtual IReadOnlyList<string> DependsOn => [];

    /// <summary>What to say when something that is to be there already is not.</summary>
    public virtual string WhenMissing => "It is to be there already, and does not exist. Correct its name, or let the environment make it.";

    /// <summary>What AWS has under the name; nothing also when what it hangs on is not there.</summary>
    public abstract Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken);

    /// <summary>What of it is to be removed with the environment. Default: what is found.</summary>
    public virtual Task<FoundPart?> ReadRemainsAsync(KnownParts known, CancellationToken cancellationToken) => ReadAsync(known, cancellationToken);

    /// <summary>Why AWS would not let it be made, such as a quota. Default: nothing is known.</summary>
    public virtual Task<string?> FindObstacleAsync(KnownParts known, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>How what was found differs from what is wanted. Pure.</summary>
    public virtual IEnumerable<Difference> Compare(FoundPart found, KnownParts known) => [];

    /// <summary>Makes it; what does not come with it is a difference that is changed next.</summary>
    public abstract Task CreateAsync(KnownParts known, CancellationToken cancellationToken);

    /// <summary>Changes what differs and can be changed.</summary>
    public virtual Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) => throw new InvalidOperationException($"Nothing of {Id} can be changed.");

    /// <summary>Removes it, or takes the next step towards that; asked again until it is gone.</summary>
    public abstract Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken);

    /// <summary>What it still waits for until it serves. Default: nothing.</summary>
    public virtual string? Awaited(FoundPart found) => null;
}
