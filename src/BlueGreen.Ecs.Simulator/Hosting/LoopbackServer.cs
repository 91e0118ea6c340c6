using System.Net;
using BlueGreen.Ecs.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>A small web server on 127.0.0.1, with nothing read from the machine's settings.</summary>
internal static class LoopbackServer
{
    /// <summary>Starts a server.</summary>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="configure">What is added to the builder.</param>
    /// <param name="handle">Answers every request.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The server, which is disposed of to stop it, and its port.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<(WebApplication Server, int Port)> StartAsync(
        int port, Action<IServiceCollection> configure, Func<WebApplication, RequestDelegate> handle, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        configure(builder.Services);
        var server = builder.Build();
        try
        {
            server.Run(handle(server));
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return (server, new Uri(address).Port);
    }

    /// <summary>Answers AWS calls.</summary>
    public static RequestDelegate AwsCalls(WireEndpoint endpoint) => async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in context.Request.Headers)
        {
            headers[name] = values.ToString();
        }

        var request = new WireRequest(context.Request.Method, context.Request.Path, context.Request.QueryString.Value?.TrimStart('?') ?? "", headers, body.ToArray());
        var reply = endpoint.Handle(request);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
    };
}
