using BlueGreen.Ecs.Simulator.Hosting;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>A listener of a load balancer that really listens on loopback, and forwards each request as the listener stands at that moment.</summary>
internal sealed class ListenerServer : IAsyncDisposable
{
    private readonly World _world;
    private readonly RealDataPlane _plane;
    private readonly string _listenerArn;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    private readonly WebServer _server;

    /// <param name="world">The world.</param>
    /// <param name="plane">Where the containers are.</param>
    /// <param name="listenerArn">The listener.</param>
    /// <param name="listenerPort">The listener's port in AWS.</param>
    /// <param name="port">The port on loopback, or 0 for any that is free.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public ListenerServer(World world, RealDataPlane plane, string listenerArn, int listenerPort, int port)
    {
        (_world, _plane, _listenerArn, ListenerPort) = (world, plane, listenerArn, listenerPort);
        _server = WebServer.Start(port, services => services.AddHttpForwarder(), services =>
        {
            var forwarder = services.GetRequiredService<IHttpForwarder>();
            return context => HandleAsync(context, forwarder);
        });
    }

    public int ListenerPort { get; }

    public Uri Address => _server.Address;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    private async Task HandleAsync(HttpContext context, IHttpForwarder forwarder)
    {
        var (route, container) = Choose(context.Request);
        if (route.Ip is null)
        {
            Count(route, null, route.StatusCode);
            await WriteAsync(context.Response, route).ConfigureAwait(false);
        }
        else if (container is null)
        {
            Count(route, null, 502);
            await WriteAsync(context.Response, new Route(null, StatusCode: 502, Body: "<h1>502 Bad Gateway</h1>")).ConfigureAwait(false);
        }
        else
        {
            try
            {
                await forwarder.SendAsync(context, container.Address.AbsoluteUri, _client, ForwarderRequestConfig.Empty, HttpTransformer.Default, context.RequestAborted).ConfigureAwait(false);
            }
            finally
            {
                container.Leave();
                Count(route, container.Container, context.Response.StatusCode);
            }
        }
    }

    // Choosing and announcing are one step, so that a container cannot stop in between.
    private (Route Route, ContainerServer? Container) Choose(HttpRequest request)
    {
        var facts = new LoadBalancerRequest(request.Method, request.Host.Value ?? "", request.Path.Value ?? "/", request.QueryString.Value ?? "",
            name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null);
        lock (_world.Gate)
        {
            var state = _world.In(_listenerArn.Split(':')[3]).Get(region => new LoadBalancing(region));
            var route = RequestRouter.Route(state, _listenerArn, facts);
            var container = route.Ip is null ? null : _plane.FindListening(route.Ip, route.Port);
            container?.Enter();
            return (route, container);
        }
    }

    // How long a real answer takes depends on the machine: it is not measured.
    private void Count(Route route, RunningContainer? container, int status)
    {
        var version = container is null ? null : ContainerPage.Name(container.Image).Version;
        lock (_world.Gate)
        {
            _world.Traffic.Count(_listenerArn, version, status);
            _world.Traffic.Measure(_listenerArn, route.TargetGroupArn, version, status, responseTime: null);
        }
    }

    private static Task WriteAsync(HttpResponse response, Route route)
    {
        response.StatusCode = route.StatusCode;
        response.ContentType = "text/html";
        if (route.Location is not null)
        {
            response.Headers.Location = route.Location;
        }

        return response.WriteAsync(route.Body, response.HttpContext.RequestAborted);
    }
}
