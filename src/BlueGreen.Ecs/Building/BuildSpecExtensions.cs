namespace BlueGreen.Ecs;

/// <summary>Ready-made builds: <c>BuildSpec.ForDockerImage("repository")</c>.</summary>
public static class BuildSpecExtensions
{
    extension(BuildSpec)
    {
        /// <summary>
        /// Begins to describe a build for a blue/green pipeline: it makes a Docker image, pushes it to Amazon ECR, and hands on <c>imageDetail.json</c>,
        /// <c>taskdef.json</c> and <c>appspec.yaml</c>.
        /// </summary>
        /// <param name="repository">
        /// The ECR repository: its name, which stands for the one in the build's own account and region, or its whole URI without a tag. Outside the
        /// partition <c>aws</c>, such as in China, give the URI.
        /// </param>
        /// <exception cref="ArgumentException">The text is neither, or it has a tag or digest.</exception>
        public static DockerImageBuild ForDockerImage(string repository)
        {
            ArgumentNullException.ThrowIfNull(repository);
            return new(new DockerImageDraft { Repository = EcrRepository.Parse(repository) });
        }
    }
}
