using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>A small web server, with nothing read from the machine's settings. Its address is known, and takes connections, before it has started.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Task _started;

    private WebServer(Socket socket, Action<IServiceCollection> configure, Func<IServiceProvider, RequestDelegate> handle)
    {
        var bound = (IPEndPoint)socket.LocalEndPoint!;
        Address = new UriBuilder(Uri.UriSchemeHttp, Reachable(bound.Address).ToString(), bound.Port).Uri;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(bound);
            });
        configure(builder.Services);
        _server = builder.Build();
        _server.Run(handle(_server.Services));
        _started = _server.StartAsync(CancellationToken.None);
    }

    /// <summary>Where this machine reaches it.</summary>
    public Uri Address { get; }

    public bool IsUp => _started.IsCompletedSuccessfully;

    /// <summary>Begins to listen on 127.0.0.1.</summary>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="configure">Adds services.</param>
    /// <param name="handle">Makes what answers every request.</param>
    /// <exception cref="IOException">The port is in use, or this user may not open it.</exception>
    public static WebServer Start(int port, Action<IServiceCollection> configure, Func<IServiceProvider, RequestDelegate> handle) =>
        Start(IPAddress.Loopback, port, configure, handle);

    /// <summary>Begins to listen.</summary>
    /// <param name="address">This machine's address, or <see cref="IPAddress.Any"/> for all that it has.</param>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="configure">Adds services.</param>
    /// <param name="handle">Makes what answers every request.</param>
    /// <exception cref="IOException">The address is not this machine's; or the port is in use, or this user may not open it.</exception>
    public static WebServer Start(IPAddress address, int port, Action<IServiceCollection> configure, Func<IServiceProvider, RequestDelegate> handle)
    {
#pragma warning disable CA2000 // The server owns the socket.
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
#pragma warning restore CA2000
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return new WebServer(socket, configure, handle);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"Port {port} of {address} cannot be opened ({e.Message}). Choose another one, or 0 for any that is free.", e);
        }
    }

    /// <returns>A task that ends when requests are answered, or with the reason why not.</returns>
    public Task WaitUntilUpAsync() => _started;

    /// <summary>Stops; requests that are under way are answered first.</summary>
    public ValueTask DisposeAsync() => StopAsync(CancellationToken.None);

    /// <summary>Stops; requests that are under way are broken off.</summary>
    public ValueTask StopAtOnceAsync() => StopAsync(new CancellationToken(canceled: true));

    private async ValueTask StopAsync(CancellationToken patience)
    {
        await _started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ((Task)_server.StopAsync(patience)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private static IPAddress Reachable(IPAddress bound) =>
        bound.Equals(IPAddress.Any) ? IPAddress.Loopback : bound.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : bound;
}
