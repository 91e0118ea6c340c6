using BlueGreen.Ecs.Simulator.Services.CodeBuild;

namespace BlueGreen.Ecs.Simulator;

/// <summary>A CodeBuild build as a build function gets it; see <see cref="AwsSimulator.Builds"/>.</summary>
public sealed class SimulatedBuild
{
    private readonly Build _build;
    private readonly CodeBuildState _state;

    internal SimulatedBuild(CodeBuildState state, Build build) => (_state, _build, Environment) = (state, build, BuildEnvironment.Of(state, build, spec: null));

    /// <summary>The project's name.</summary>
    public string ProjectName => _build.Project.Name;

    /// <summary>The build's id: <c>project:uuid</c>.</summary>
    public string BuildId => _build.Id;

    /// <summary>The environment variables: those of CodeBuild, the project's, and over them the overrides of the start.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The files of the primary source as UTF-8 text, by path.</summary>
    public IReadOnlyDictionary<string, string> Source => _build.Source.ToTexts();

    /// <summary>Writes a line into the build's log, <c>/aws/codebuild/PROJECT</c> in CloudWatch Logs.</summary>
    /// <param name="line">The text.</param>
    public void Log(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        lock (_state.World.Gate)
        {
            BuildLog.Write(_state, _build, line);
        }
    }

    /// <summary>Pushes an image of the source into the simulated ECR, as <c>docker push</c> would.</summary>
    /// <param name="image">The image with its tag: <c>123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:v2</c>. The repository must be there.</param>
    /// <returns>The image by its digest: <c>…/web@sha256:…</c>.</returns>
    /// <exception cref="InvalidOperationException">The registry is not the account's, has no such repository, or refuses the tag.</exception>
    public string PushImage(string image)
    {
        ArgumentException.ThrowIfNullOrEmpty(image);
        lock (_state.World.Gate)
        {
            var (digest, error) = ImagePush.Push(_state.Region, image, ImagePush.Manifest(_state.World, _build.Source));
            return error is null ? $"{ImagePush.WithoutTag(image)}@{digest}" : throw new InvalidOperationException($"The image {image} cannot be pushed: {error}");
        }
    }
}
