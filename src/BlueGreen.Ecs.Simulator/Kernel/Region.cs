namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>One region of the world, holding the state of each regional service.</summary>
internal sealed class Region(World world, string name)
{
    public World World => world;

    public string Name => name;

    /// <summary><c>arn:aws:ecs:eu-west-1:123456789012:cluster/web</c> of <c>ecs</c> and <c>cluster/web</c>.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{name}:{world.Account}:{resource}";
}
