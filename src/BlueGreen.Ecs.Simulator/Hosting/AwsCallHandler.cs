using BlueGreen.Ecs.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>Answers AWS calls that come through a web server.</summary>
internal static class AwsCallHandler
{
    public static RequestDelegate Create(WireEndpoint endpoint, TimeProvider clock) => async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in context.Request.Headers)
        {
            headers[name] = values.ToString();
        }

        var query = context.Request.QueryString.Value?.TrimStart('?') ?? "";
        var reply = endpoint.Handle(new WireRequest(context.Request.Method, context.Request.Path.Value ?? "/", query, headers, body.ToArray()));
        if (reply.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reply.Delay, clock, context.RequestAborted).ConfigureAwait(false);
        }

        if (reply.Lost is not null)
        {
            // Neither a status nor a body: the client sees its connection break.
            context.Abort();
            return;
        }

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
