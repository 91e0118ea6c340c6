using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>One region of the world, holding the state of each regional service.</summary>
internal sealed class Region(World world, string name)
{
    private readonly Dictionary<Type, object> _states = [];

    public World World => world;

    public string Name => name;

    /// <summary>The region's load balancers, as other services see them.</summary>
    public ILoadBalancing LoadBalancing => Get(region => new LoadBalancing(region));

    /// <summary><c>arn:aws:ecs:eu-west-1:123456789012:cluster/web</c> of <c>ecs</c> and <c>cluster/web</c>.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{name}:{world.Account}:{resource}";

    /// <returns>A service's state in this region: one of each type, made when it is first asked for.</returns>
    public T Get<T>(Func<Region, T> create)
        where T : class
    {
        if (!_states.TryGetValue(typeof(T), out var state))
        {
            _states.Add(typeof(T), state = create(this));
        }

        return (T)state;
    }
}
