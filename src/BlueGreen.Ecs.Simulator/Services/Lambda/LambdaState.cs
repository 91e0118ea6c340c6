using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>The functions of one region that were created through the API.</summary>
internal sealed class LambdaState(Region region)
{
    public Region Region => region;

    public World World => region.World;

    public DateTimeOffset Now => World.Now;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Function> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>The log stream of each function's version on each day.</summary>
    public Dictionary<string, string> LogStreams { get; } = new(StringComparer.Ordinal);

    public static LambdaState Of(Region region) => region.Get(one => new LambdaState(one));

    public string Arn(FunctionName name) => region.Arn("lambda", $"function:{name.Name}{(name.Qualifier is { } qualifier ? $":{qualifier}" : "")}");

    /// <exception cref="AwsErrorException">There is no such function, or none with that version or alias.</exception>
    public (Function Function, FunctionVersion Version) Find(FunctionName name) =>
        Functions.TryGetValue(name.Name, out var function) && function.Version(name.Qualifier) is { } version
            ? (function, version)
            : throw NotFound(name);

    /// <exception cref="AwsErrorException">There is no such function.</exception>
    public Function Find(string? nameOrArn) => Find(FunctionName.Parse(nameOrArn!)).Function;

    public AwsErrorException NotFound(FunctionName name) => LambdaErrors.NotFound($"Function not found: {Arn(name)}");
}
