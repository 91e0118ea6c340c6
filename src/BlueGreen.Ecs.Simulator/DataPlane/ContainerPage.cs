using System.Net;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>What a container answers: as its image's behaviour says or, without one, a page that names the image.</summary>
internal static class ContainerPage
{
    public static SimulatedResponse Of(RunningContainer container, string path, ImageBehavior? behavior)
    {
        var (name, version) = Name(container.Image);
        var response = behavior?.Respond is { } respond
            ? Ask(respond, new SimulatedRequest(path, container.Image, container.TaskArn, container.Environment))
            : new SimulatedResponse(200, $"<!doctype html>\n<title>{Html(name)}</title>\n<h1>{Html(name)}</h1>\n<p>version {Html(version)}</p>\n");
        return response with { Version = response.Version ?? version };
    }

    /// <summary><c>labo-terraform-admin</c> and <c>v2</c> of <c>123456789012.dkr.ecr.us-east-1.amazonaws.com/labo-terraform-admin:v2</c>; of a digest, its first letters.</summary>
    public static (string Name, string Version) Name(string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : image[..slash];
        var rest = first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) || first is "localhost" ? image[(slash + 1)..] : image;
        if (rest.Split('@') is [var repository, var digest])
        {
            var hex = digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..];
            return (repository.Split(':')[0], hex[..Math.Min(12, hex.Length)]);
        }

        return rest.Split(':') is [var name, var tag] ? (name, tag) : (rest, "latest");
    }

    private static SimulatedResponse Ask(Func<SimulatedRequest, SimulatedResponse> respond, SimulatedRequest request)
    {
        try
        {
            return respond(request);
        }
#pragma warning disable CA1031 // The behaviour is the user's code: what it throws is a container's crash on one request, as a real one would answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new SimulatedResponse(500, $"<h1>{Html(e.GetType().Name)}</h1><p>{Html(e.Message)}</p>");
        }
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
