using BlueGreen.Ecs.Simulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>A container that really listens on loopback. It stops only when the requests that were sent to it are answered.</summary>
internal sealed class ContainerServer
{
    private readonly WebServer _server;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inFlight = 1;

    public ContainerServer(RunningContainer container, Func<ImageBehavior?> behavior)
    {
        Container = container;
        _server = WebServer.Start(0, _ => { }, _ => context => Answer(context, container, behavior()));
    }

    public RunningContainer Container { get; }

    public Uri Address => _server.Address;

    public bool IsUp => _server.IsUp;

    /// <summary>Announces a request, which keeps the container from stopping until it <see cref="Leave"/>s.</summary>
    public void Enter() => Interlocked.Increment(ref _inFlight);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _idle.TrySetResult();
        }
    }

    /// <summary>Stops when nothing is under way any more.</summary>
    public async Task StopAsync()
    {
        Leave();
        await _idle.Task.ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private static Task Answer(HttpContext context, RunningContainer container, ImageBehavior? behavior)
    {
        var response = ContainerPage.Of(container, context.Request.Path.Value ?? "/", behavior);
        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers[SimulatedResponse.VersionHeader] = response.Version;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(response.Body, context.RequestAborted);
    }
}
