using BlueGreen.Ecs.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

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

        // As it was sent: S3's keys may hold encoded slashes.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.StartsWith('/') ? target.Split('?')[0] : context.Request.Path.ToUriComponent();
        var query = context.Request.QueryString.Value?.TrimStart('?') ?? "";
        var reply = endpoint.Handle(new WireRequest(context.Request.Method, path, query, headers, body.ToArray()));
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
        context.Response.ContentType = reply.ContentType.Length == 0 ? null : reply.ContentType;
        context.Response.ContentLength = reply.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified ? null : reply.Body.Length;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (!reply.Body.IsEmpty)
        {
            await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    };
}
