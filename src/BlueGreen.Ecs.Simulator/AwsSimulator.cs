using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator.DataPlane;
using BlueGreen.Ecs.Simulator.Hosting;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Services.CloudWatch;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// AWS in a process: services that answer the AWS wire protocols, the load balancers and containers behind them, and a clock to advance.
/// All members can be used from several threads.
/// </summary>
public sealed class AwsSimulator : IAsyncDisposable
{
    private readonly World _world;
    private readonly AwsApi _api;
    private readonly WireEndpoint _endpoint;
    private readonly List<WebServer> _servers = [];

    /// <summary>Makes an empty account.</summary>
    /// <param name="options">How it is set up. Default: virtual time from 2026-01-01, traffic answered in memory.</param>
    /// <param name="real">The clock that <see cref="AwsSimulatorOptions.TimeScale"/> follows. Default: the system's.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds, or does not fit another.</exception>
    public AwsSimulator(AwsSimulatorOptions? options = null, TimeProvider? real = null)
    {
        var chosen = options ?? new AwsSimulatorOptions();
        OptionsValidator.Check(chosen);
        _world = new World(chosen, real ?? TimeProvider.System);
        _world.DataPlane = chosen.RealTraffic ? new RealDataPlane(_world) : new VirtualDataPlane(_world);
        _api = new AwsApi(_world, SimulatedServices.All(_world));
        _endpoint = new WireEndpoint(_api, chosen.Seed);
        Alarms = new SimulatedAlarms(_world);
        Traffic = new SimulatedTraffic(_world);
        HttpClientFactory = new InMemoryHttpClientFactory(_endpoint, _world.Clock);
    }

    /// <summary>The simulated time. Give it as <see cref="TimeProvider"/> to the code under test.</summary>
    public SimulatorClock Clock => _world.Clock;

    /// <summary>How containers behave, by the image reference as task definitions have it. Images that are not here start, and answer 200.</summary>
    public ImageBehaviors Images => _world.Images;

    /// <summary>How much room tasks have: container instances, Fargate's quota, addresses of subnets. Default: enough.</summary>
    public SimulatedCapacity Capacity => _world.Capacity;

    /// <summary>Who calls, by access key id: IAM roles, whose permissions are then enforced. Default: every caller is the account's root.</summary>
    public SimulatedCallers Callers => _world.Callers;

    /// <summary>What goes wrong with calls. Default: nothing.</summary>
    public FaultPlan Faults => _world.Faults;

    /// <summary>The alarms, to be set off by hand.</summary>
    public SimulatedAlarms Alarms { get; }

    /// <summary>Requests to load balancers at a steady rate of simulated time, and the counts of all that were answered.</summary>
    public SimulatedTraffic Traffic { get; }

    /// <summary>
    /// The account's Lambda functions, by name, for the hooks of CodeDeploy and ECS; <see cref="HookReply"/> makes their answers. A function runs while the
    /// simulated world stands still: it may read <see cref="Clock"/>, and must not wait for anything simulated. What it throws is a function error.
    /// </summary>
    public IDictionary<string, Func<FunctionInvocation, JsonObject?>> Functions => _world.Functions;

    /// <summary>
    /// What CodeBuild does, by the project's name. A function is called with the source when it is there; the build's phases go on when the function has
    /// answered, and an exception fails the phase BUILD. It must not wait for another thread that calls the simulator. Projects that are not here run
    /// the commands of their buildspec: images are built from the source and pushed to the simulated ECR.
    /// </summary>
    public IDictionary<string, Func<SimulatedBuild, ValueTask<SimulatedBuildResult>>> Builds => _world.Builds;

    /// <summary>Whether Docker Hub answers anonymous pulls of builds with <c>toomanyrequests</c>. Default: no.</summary>
    public bool DockerHubLimitReached
    {
        get => _world.DockerHubLimitReached;
        set => _world.DockerHubLimitReached = value;
    }

    /// <summary>For <see cref="ClientConfig.HttpClientFactory"/> of any AWS client, which then talks to this simulator in memory.</summary>
    public HttpClientFactory HttpClientFactory { get; }

    /// <summary>What has happened so far, in order: a copy that does not change any more. The same seed and the same calls give the same history.</summary>
    public SimulatorHistory History => _world.History.Snapshot();

    /// <summary>A handler for an <see cref="HttpClient"/> of one's own, which answers AWS requests to any host in memory.</summary>
    /// <returns>A new handler. It need not be disposed of.</returns>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_endpoint, _world.Clock);

    /// <summary>Points an AWS client's configuration at this simulator, in memory. Any credentials do.</summary>
    /// <typeparam name="TConfig">The client's configuration, such as <c>AmazonECSConfig</c>.</typeparam>
    /// <param name="config">The configuration, which is changed.</param>
    /// <param name="region">The region to which calls go. Default: <c>us-east-1</c>.</param>
    /// <returns>The same configuration.</returns>
    public TConfig Connect<TConfig>(TConfig config, string region = CredentialScope.DefaultRegion)
        where TConfig : ClientConfig
    {
        ArgumentNullException.ThrowIfNull(config);
        config.HttpClientFactory = HttpClientFactory;
        config.ServiceURL = "http://simulator";
        config.AuthenticationRegion = region;
        return config;
    }

    /// <summary>Serves AWS on 127.0.0.1, all services on one port, for any AWS client: set its endpoint URL. Any credentials do.</summary>
    /// <param name="port">The port. Default: any that is free.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The address to give to clients. It answers until the simulator is disposed of.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    public Task<Uri> ListenAsync(int port = 0, CancellationToken cancellationToken = default) => ListenOnAsync(IPAddress.Loopback, port, cancellationToken);

    /// <summary>Serves AWS on an address of this machine, for clients on others, such as the host of a container. Whoever reaches it may use it.</summary>
    /// <param name="address">The address; <see cref="IPAddress.Any"/> for all that the machine has.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>Where this machine reaches it. It answers until the simulator is disposed of.</returns>
    /// <exception cref="IOException">The address is not this machine's, or the port is in use.</exception>
    public async Task<Uri> ListenOnAsync(IPAddress address, int port, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        cancellationToken.ThrowIfCancellationRequested();
        var server = Open(address, port);
        await server.WaitUntilUpAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return server.Address;
    }

    /// <summary>Where a listener of a load balancer really listens.</summary>
    /// <param name="listenerArn">The listener.</param>
    /// <returns>Its address on loopback, or <see langword="null"/> when it does not exist or <see cref="AwsSimulatorOptions.RealTraffic"/> is off.</returns>
    public Uri? AddressOf(string listenerArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(listenerArn);
        lock (_world.Gate)
        {
            return (_world.DataPlane as RealDataPlane)?.AddressOf(listenerArn);
        }
    }

    /// <summary>Sends a request to a load balancer, in memory and at the present moment.</summary>
    /// <param name="listenerArn">The listener that receives it.</param>
    /// <param name="path">The path, with a query if need be. Default: <c>/</c>.</param>
    /// <returns>What a container, or the load balancer itself, answers.</returns>
    public SimulatedResponse SendRequest(string listenerArn, string path = "/")
    {
        ArgumentException.ThrowIfNullOrEmpty(listenerArn);
        ArgumentException.ThrowIfNullOrEmpty(path);
        lock (_world.Gate)
        {
            return new RequestSender(_world).SendNow(listenerArn, path);
        }
    }

    /// <summary>
    /// Has something happen in the middle of a test: someone else changes a listener, an image breaks. It runs when simulated time gets there, on the thread
    /// that moves the time, and time stands still meanwhile. What it throws comes out of <see cref="SimulatorClock.Advance"/> or <c>DriveAsync</c>.
    /// </summary>
    /// <param name="delay">In how much simulated time.</param>
    /// <param name="action">What happens. It may call AWS clients that <see cref="Connect"/> has pointed here, and wait for them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void After(TimeSpan delay, Action action)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(action);
        _world.Clock.ScheduleOutside(delay, "a test's own action", action);
    }

    /// <summary>Sets the state of an alarm, as its metric would. An alarm that does not exist is made.</summary>
    /// <param name="name">The alarm's name.</param>
    /// <param name="state"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
    /// <param name="reason">Why. Default: set by a test.</param>
    /// <param name="region">The alarm's region. Default: us-east-1.</param>
    /// <exception cref="ArgumentException">The state is none of the three.</exception>
    public void SetAlarmState(string name, string state, string reason = "Set by a test", string region = CredentialScope.DefaultRegion)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (state is not ("OK" or "ALARM" or "INSUFFICIENT_DATA"))
        {
            throw new ArgumentException($"The alarm state '{state}' is not one of OK, ALARM and INSUFFICIENT_DATA.", nameof(state));
        }

        lock (_world.Gate)
        {
            CloudWatchState.Of(_world.In(region)).SetOrMake(name, state, reason);
        }
    }

    /// <summary>Stops what listens, and the clock. AWS calls that are under way are broken off.</summary>
    /// <returns>A task that ends when all is stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        List<WebServer> servers;
        lock (_servers)
        {
            servers = [.. _servers];
            _servers.Clear();
        }

        _world.Dispose();
        foreach (var server in servers)
        {
            await server.StopAtOnceAsync().ConfigureAwait(false);
        }

        if (_world.DataPlane is IAsyncDisposable plane)
        {
            await plane.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal World World => _world;

    /// <summary>Serves AWS: connections are taken from now on, and answered as soon as the server has started.</summary>
    /// <exception cref="IOException">The address is not this machine's, or the port is in use.</exception>
    internal WebServer Open(IPAddress address, int port)
    {
        var server = WebServer.Start(address, port, _ => { }, _ => AwsCallHandler.Create(_endpoint, _world.Clock));
        lock (_servers)
        {
            _servers.Add(server);
        }

        return server;
    }

    /// <summary>Performs a call as it would come over the wire, with the same checks.</summary>
    /// <exception cref="AwsErrorException">The service refuses it.</exception>
    /// <exception cref="HttpRequestException">The fault plan loses the answer.</exception>
    /// <exception cref="TaskCanceledException">The fault plan lets it time out.</exception>
    internal JsonObject Invoke(string service, string operation, JsonObject input, string region = CredentialScope.DefaultRegion, string accessKeyId = "")
    {
        var model = AwsApi.Models.GetValueOrDefault(service) ?? throw new ArgumentException($"There is no service '{service}'.", nameof(service));
        var found = _api.Find(model, operation) ?? throw new AwsErrorException("UnknownOperationException", $"The simulator's {service} has no operation {operation}.");
        var (output, fault) = _api.Invoke(model, found, input, region, accessKeyId);
        LostReply.ThrowIf(fault?.Kind);
        return output!;
    }
}
