using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>A small web server on 127.0.0.1, with nothing read from the machine's settings. Its address is known, and takes connections, before it has started.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Task _started;

    private LoopbackServer(Socket socket, Action<IServiceCollection> configure, Func<IServiceProvider, RequestDelegate> handle)
    {
        Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, Port);
            });
        configure(builder.Services);
        _server = builder.Build();
        _server.Run(handle(_server.Services));
        _started = _server.StartAsync(CancellationToken.None);
    }

    public int Port { get; }

    public Uri Address => new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", Port).Uri;

    public bool IsUp => _started.IsCompletedSuccessfully;

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="configure">Adds services.</param>
    /// <param name="handle">Makes what answers every request.</param>
    /// <exception cref="IOException">The port is in use, or this user may not open it.</exception>
    public static LoopbackServer Start(int port, Action<IServiceCollection> configure, Func<IServiceProvider, RequestDelegate> handle)
    {
#pragma warning disable CA2000 // The server owns the socket.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
#pragma warning restore CA2000
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return new LoopbackServer(socket, configure, handle);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"Port {port} of 127.0.0.1 cannot be opened ({e.Message}). Choose another one, or 0 for any that is free.", e);
        }
    }

    /// <returns>A task that ends when requests are answered, or with the reason why not.</returns>
    public Task WaitUntilUpAsync() => _started;

    /// <summary>Stops; requests that are under way are answered first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
