namespace BlueGreen.Ecs;

/// <summary>
/// The commands that make and push an image. CodeBuild runs them one after the other in one bash and looks at each one's exit code, so that no command
/// may hide a failure: a substitution is assigned before it is exported, and a pipe fails with its first part.
/// </summary>
internal static class DockerImageCommands
{
    private const string Image = "\"$REPOSITORY_URI:$IMAGE_TAG\"";

    public static EquatableArray<string> Prepare(DockerImageDraft draft)
    {
        var region = draft.Repository.Region is { } known ? $"\"{known}\"" : "\"$AWS_DEFAULT_REGION\"";
        var commands = new List<string>();
        if (draft.Repository.Registry is { } registry)
        {
            commands.Add($"export REGISTRY=\"{registry}\"");
        }
        else
        {
            commands.Add("ACCOUNT_ID=\"$(aws sts get-caller-identity --query Account --output text)\"");
            commands.Add("export REGISTRY=\"$ACCOUNT_ID.dkr.ecr.$AWS_DEFAULT_REGION.amazonaws.com\"");
        }

        commands.Add($"export REPOSITORY_URI=\"$REGISTRY/{draft.Repository.Name}\"");
        commands.Add("IMAGE_TAG=\"$(printf '%s' \"${CODEBUILD_RESOLVED_SOURCE_VERSION:-}\" | LC_ALL=C tr -cd 'A-Za-z0-9' | cut -c 1-12)\"");
        commands.Add("export IMAGE_TAG=\"${IMAGE_TAG:-build-${CODEBUILD_BUILD_NUMBER:-0}}\"");
        commands.Add($"(set -o pipefail; aws ecr get-login-password --region {region} | docker login --username AWS --password-stdin \"$REGISTRY\")");
        if (draft.LogsInToDockerHub)
        {
            commands.Add($"(set -o pipefail; printf '%s' \"${DockerImageBuild.Token}\" | docker login --username \"${DockerImageBuild.User}\" --password-stdin)");
        }

        return commands.ToEquatableArray();
    }

    public static EquatableArray<string> Make(DockerImageDraft draft)
    {
        var words = new List<string> { "docker", "build", "--tag", Image };
        words.AddRange(draft.Dockerfile is { } file ? ["--file", ShellText.Quote(file)] : []);
        words.AddRange(draft.Platform is { } platform ? ["--platform", ShellText.Quote(platform)] : []);
        words.AddRange(draft.Arguments.SelectMany(argument => new[] { "--build-arg", ShellText.Quote($"{argument.Name}={argument.Value}") }));
        words.Add(ShellText.Quote(draft.Context));
        return [string.Join(' ', words)];
    }

    // POST_BUILD runs after a failed BUILD too.
    public static EquatableArray<string> Push() =>
    [
        """
        if [ "${CODEBUILD_BUILD_SUCCEEDING:-0}" != 1 ]; then
          echo "The build failed: nothing is pushed." >&2
          exit 1
        fi

        """,
        $"docker push {Image}",
        $$$"""DIGEST_URI="$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' {{{Image}}} | grep -m 1 -F "$REPOSITORY_URI@" || true)" """.TrimEnd(),
        "export IMAGE_URI=\"${DIGEST_URI:-$REPOSITORY_URI:$IMAGE_TAG}\"",
        """printf '{"ImageURI":"%s"}' "$IMAGE_URI" > imageDetail.json""",
    ];
}
