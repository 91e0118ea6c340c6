namespace BlueGreen.Ecs;

/// <summary>
/// Describes a build that makes a Docker image, call by call. Every call returns a new value and leaves this one as it was.
/// The image is tagged with the first 12 characters of the commit, or with the build's number where the source has no version; the file
/// <c>imageDetail.json</c> names it by its digest.
/// </summary>
public sealed class DockerImageBuild
{
    internal const string User = "DOCKER_HUB_USER";
    internal const string Token = "DOCKER_HUB_TOKEN";

    private readonly DockerImageDraft _draft;

    internal DockerImageBuild(DockerImageDraft draft) => _draft = draft;

    /// <summary>Says which folder is sent to Docker. Default: <c>.</c>, the source's root.</summary>
    /// <param name="folder">The folder, from the source's root.</param>
    public DockerImageBuild WithContext(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new(_draft with { Context = folder });
    }

    /// <summary>Says which Dockerfile is built. Default: the one in the context.</summary>
    /// <param name="path">The file, from the source's root.</param>
    public DockerImageBuild WithDockerfile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(_draft with { Dockerfile = path });
    }

    /// <summary>Says what the image is for. Default: what the build itself runs on.</summary>
    /// <param name="platform">The platform, such as <c>linux/arm64</c>.</param>
    public DockerImageBuild WithPlatform(string platform)
    {
        ArgumentException.ThrowIfNullOrEmpty(platform);
        return new(_draft with { Platform = platform });
    }

    /// <summary>Sets an <c>ARG</c> of the Dockerfile. The value stands in the buildspec and in the image's history, so it can be no secret.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">Its value, taken as it is: no variable in it is filled.</param>
    public DockerImageBuild WithBuildArgument(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return new(_draft with { Arguments = [.. _draft.Arguments, new(name, value)] });
    }

    /// <summary>Logs in to Docker Hub, whose limit for anonymous pulls breaks builds, with a user and token from Secrets Manager.</summary>
    /// <param name="user">Where the user's name is: <c>secret-id:json-key</c>, such as <c>dockerhub:username</c>.</param>
    /// <param name="token">Where the access token is, such as <c>dockerhub:token</c>.</param>
    public DockerImageBuild WithDockerHubSecrets(string user, string token) => new(_draft with { Secrets = Pair(user, token), Parameters = [] });

    /// <summary>Logs in to Docker Hub, whose limit for anonymous pulls breaks builds, with a user and token from Systems Manager Parameter Store.</summary>
    /// <param name="user">The parameter with the user's name, such as <c>/dockerhub/user</c>.</param>
    /// <param name="token">The parameter with the access token, such as <c>/dockerhub/token</c>.</param>
    public DockerImageBuild WithDockerHubParameters(string user, string token) => new(_draft with { Secrets = [], Parameters = Pair(user, token) });

    /// <summary>Hands on more files, beside <c>imageDetail.json</c>, <c>taskdef.json</c> and <c>appspec.yaml</c>.</summary>
    /// <param name="files">The files, as patterns.</param>
    public DockerImageBuild WithArtifacts(params IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new(_draft with { Artifacts = [.. _draft.Artifacts, .. files] });
    }

    /// <summary>Makes the buildspec. <c>BuildSpecDocument.ToYaml</c> writes it.</summary>
    public BuildSpec Build() => new()
    {
        Environment = new()
        {
            Shell = "bash",
            SecretsManager = _draft.Secrets,
            ParameterStore = _draft.Parameters,
            ExportedVariables = ["IMAGE_TAG", "IMAGE_URI"],
        },
        Phases = new()
        {
            PreBuild = new() { Commands = DockerImageCommands.Prepare(_draft) },
            Build = new() { Commands = DockerImageCommands.Make(_draft) },
            PostBuild = new() { Commands = DockerImageCommands.Push() },
        },
        Artifacts = new() { Files = _draft.Artifacts },
    };

    private static EquatableArray<NamedValue> Pair(string user, string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return [new(User, user), new(Token, token)];
    }
}
