using BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;
using BlueGreen.Ecs.Simulator.Services.Iam;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The command <c>docker</c> in a build: login, build, tag, push, pull and image inspect, with Docker's own complaints.</summary>
internal sealed class DockerCommand(CodeBuildState state, RoleSession permissions, bool isPrivileged)
{
    private const string Hub = "docker.io";
    private static readonly string[] ValueOptions =
    [
        "-t", "--tag", "-f", "--file", "--build-arg", "--platform", "--cache-from", "--cache-to", "--target", "--label", "--network", "--secret", "--progress",
        "--output", "-o", "-u", "--username", "-p", "--password", "--format", "--builder",
    ];

    private readonly Dictionary<string, string> _images = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pushed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _logins = new(StringComparer.Ordinal);

    public int Run(ShellCall call)
    {
        // docker image push is docker push, and so on.
        string[] words = [.. call.Arguments];
        words = words is ["image" or "buildx", "build" or "tag" or "push" or "pull" or "inspect", ..] ? words[1..] : words;
        var arguments = new DockerArguments(words.Skip(1), ValueOptions);
        var first = arguments.Positional.FirstOrDefault(string.Empty);
        return words.FirstOrDefault() switch
        {
            "login" => LogIn(call, arguments),
            "--version" or "version" or "info" or "logout" or "images" => call.Print("Docker version 28.4.0, build d8eb465"),
            _ when !isPrivileged => call.Fail("ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"),
            "build" => Build(call, arguments),
            "tag" => arguments.Positional is [var from, var to] ? Tag(call, from, to) : call.Fail("docker: 'docker tag' requires 2 arguments"),
            "push" => Push(call, first),
            "pull" => Pull(call, first),
            "inspect" => Inspect(call, first),
            var other => call.Fail($"(the simulator does not run docker {other}; it counts as done)", 0),
        };
    }

    private int LogIn(ShellCall call, DockerArguments arguments)
    {
        var password = arguments.Values("-p", "--password").FirstOrDefault() ?? (arguments.Flags.Contains("--password-stdin") ? call.Input.Trim() : string.Empty);
        if (password.Length == 0)
        {
            return call.Fail("Error: Cannot perform an interactive login from a non TTY device");
        }

        var host = arguments.Positional.FirstOrDefault(Hub).Replace("https://", string.Empty, StringComparison.Ordinal).TrimEnd('/');
        if (host.Split('.') is [var account, "dkr", "ecr", var region, "amazonaws", "com"]
            && (arguments.Values("-u", "--username").FirstOrDefault() is not "AWS" || password != AwsCommand.Password(account, region)))
        {
            return call.Fail($"Error response from daemon: login attempt to https://{host}/v2/ failed with status: 400 Bad Request");
        }

        _logins.Add(host);
        return call.Print("Login Succeeded");
    }

    private int Build(ShellCall call, DockerArguments arguments)
    {
        var tags = arguments.Values("-t", "--tag").ToList();
        if (tags.Find(tag => !DockerReference.IsValid(tag)) is { } wrong)
        {
            return call.Fail($"ERROR: failed to build: invalid tag \"{wrong}\": invalid reference format");
        }

        if (arguments.Positional.Count != 1)
        {
            return call.Fail("ERROR: docker: 'docker buildx build' requires 1 argument");
        }

        if (BaseImages.FindError(call.Session, arguments, state.World.DockerHubLimitReached && !_logins.Contains(Hub)) is { } error)
        {
            return call.Fail($"ERROR: failed to build: {error}");
        }

        var manifest = ImagePush.Manifest(state.World, call.Session.Files);
        foreach (var tag in tags)
        {
            _images[DockerReference.Full(tag)] = manifest;
            call.Print($"#8 naming to {DockerReference.Full(tag)} done");
        }

        return arguments.Flags.Contains("--push") ? tags.Select(tag => Push(call, tag)).FirstOrDefault(code => code != 0) : 0;
    }

    private int Tag(ShellCall call, string from, string to)
    {
        if (!DockerReference.IsValid(to))
        {
            return call.Fail($"Error parsing reference: \"{to}\" is not a valid repository/tag: invalid reference format");
        }

        if (!_images.TryGetValue(DockerReference.Full(from), out var image))
        {
            return call.Fail($"Error response from daemon: No such image: {from}");
        }

        _images[DockerReference.Full(to)] = image;
        return 0;
    }

    private int Push(ShellCall call, string image)
    {
        if (!DockerReference.IsValid(image))
        {
            return call.Fail("invalid reference format");
        }

        var full = DockerReference.Full(image);
        if (!_images.TryGetValue(full, out var manifest))
        {
            return call.Fail($"An image does not exist locally with the tag: {ImagePush.WithoutTag(image)}");
        }

        call.Print($"The push refers to repository [{ImagePush.WithoutTag(image)}]");
        var host = DockerReference.Host(full) ?? Hub;
        if (ImagePush.Parse(state.World, full) is not { } target)
        {
            return _logins.Contains(host) ? 0 : call.Fail(host is Hub ? "denied: requested access to the resource is denied" : "no basic auth credentials");
        }

        if (!_logins.Contains(host))
        {
            return call.Fail("no basic auth credentials");
        }

        var resource = $"arn:aws:ecr:{target.Region}:{state.World.Account}:repository/{target.Repository}";
        foreach (var action in (ReadOnlySpan<string>)["ecr:BatchCheckLayerAvailability", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"])
        {
            if (permissions.FindDenialOfKnown(action, resource) is { } denial)
            {
                return call.Fail($"denied: {denial}");
            }
        }

        var (digest, error) = ImagePush.Push(state.Region, full, manifest);
        if (error is not null)
        {
            return call.Fail(error);
        }

        _pushed[full] = $"{ImagePush.WithoutTag(full)}@{digest}";
        return call.Print($"{target.Tag}: digest: {digest} size: {manifest.Length}");
    }

    private int Pull(ShellCall call, string image)
    {
        if (DockerReference.Host(image) is null && state.World.DockerHubLimitReached && !_logins.Contains(Hub))
        {
            return call.Fail($"Error response from daemon: {BaseImages.Limit}");
        }

        _images[DockerReference.Full(image)] = ImagePush.Manifest(state.World, FileSet.Empty.With("image", image));
        return 0;
    }

    private int Inspect(ShellCall call, string image) =>
        !_images.ContainsKey(DockerReference.Full(image)) ? call.Fail($"Error response from daemon: No such image: {image}")
        : _pushed.TryGetValue(DockerReference.Full(image), out var digest) ? call.Print(digest) : 0;
}
