using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The projects and builds of one region.</summary>
internal sealed class CodeBuildState(Region region)
{
    public Region Region => region;

    public World World => region.World;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Project> Projects { get; } = new(StringComparer.Ordinal);

    /// <summary>By id, oldest first.</summary>
    public OrderedDictionary<string, Build> Builds { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Build> ByToken { get; } = new(StringComparer.Ordinal);

    public static CodeBuildState Of(Region region) => region.Get(one => new CodeBuildState(one));

    /// <summary>By name or ARN.</summary>
    public Project? FindProject(string nameOrArn) => Projects.GetValueOrDefault(nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..]);

    /// <summary>By id or ARN.</summary>
    public Build? FindBuild(string idOrArn) => Builds.GetValueOrDefault(idOrArn[(idOrArn.LastIndexOf('/') + 1)..]);

    /// <exception cref="AwsErrorException">There is no such project.</exception>
    public Project Project(string name) => FindProject(name)
        ?? throw new AwsErrorException("ResourceNotFoundException", $"Project cannot be found: arn:aws:codebuild:{region.Name}:{World.Account}:project/{name}");

    /// <exception cref="AwsErrorException">There is no such build.</exception>
    public Build Build(string id) => FindBuild(id)
        ?? throw new AwsErrorException("ResourceNotFoundException", $"Build cannot be found: {id}");
}
