namespace BlueGreen.Ecs;

/// <summary>Describes an environment's continuous delivery, call by call. Every call returns a new builder and leaves this one as it was; nothing is checked before the environment is built.</summary>
public sealed class PipelineBuilder
{
    private readonly PipelineDraft _draft;

    internal PipelineBuilder(PipelineDraft draft) => _draft = draft;

    internal PipelineDraft Draft => _draft;

    /// <summary>Names the pipeline. Default: as the environment.</summary>
    /// <param name="name">At most 100 letters, digits and . @ _ -.</param>
    public PipelineBuilder Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(_draft with { Name = name });
    }

    /// <summary>Watches a CodeCommit repository that is made. This is the default.</summary>
    /// <param name="repository">Its name. Default: as the environment.</param>
    /// <param name="branch">The branch. Default: <c>main</c>.</param>
    public PipelineBuilder FromCodeCommit(string? repository = null, string branch = "main")
    {
        ArgumentNullException.ThrowIfNull(branch);
        return new(_draft with { Source = environment => new CodeCommitSource(new(repository ?? environment), branch) });
    }

    /// <summary>Watches a CodeCommit repository that is there already.</summary>
    /// <param name="repository">Its name.</param>
    /// <param name="branch">The branch. Default: <c>main</c>.</param>
    public PipelineBuilder FromExistingCodeCommit(string repository, string branch = "main")
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(branch);
        return From(new CodeCommitSource(new(repository, IsExisting: true), branch));
    }

    /// <summary>Watches a zip archive in a bucket that is made.</summary>
    /// <param name="key">The archive's key.</param>
    /// <param name="bucket">The bucket's name. Default: <c>ENVIRONMENT-source-ACCOUNT-REGION</c>.</param>
    public PipelineBuilder FromS3(string key, string? bucket = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return From(new S3Source(key, bucket is null ? null : new(bucket)));
    }

    /// <summary>Watches a zip archive in a versioned bucket that is there already.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="key">The archive's key.</param>
    public PipelineBuilder FromExistingS3(string bucket, string key)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        ArgumentNullException.ThrowIfNull(key);
        return From(new S3Source(key, new(bucket, IsExisting: true)));
    }

    /// <summary>Watches a tag of an ECR repository. The templates of task definition and AppSpec need a second source then: <see cref="WithTemplatesFrom"/>.</summary>
    /// <param name="repository">The environment's own repository, or one that is there already. Default: as the environment.</param>
    /// <param name="imageTag">The tag. Default: <c>latest</c>.</param>
    public PipelineBuilder FromEcr(string? repository = null, string imageTag = "latest")
    {
        ArgumentNullException.ThrowIfNull(imageTag);
        return new(_draft with { Source = environment => new EcrSource(repository ?? environment, imageTag) });
    }

    /// <summary>Watches a repository at GitHub, GitLab or Bitbucket, by a connection that is there already.</summary>
    /// <param name="connectionArn">The connection's ARN.</param>
    /// <param name="repository">The repository: <c>owner/name</c>.</param>
    /// <param name="branch">The branch. Default: <c>main</c>.</param>
    public PipelineBuilder FromConnection(string connectionArn, string repository, string branch = "main")
    {
        ArgumentNullException.ThrowIfNull(connectionArn);
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(branch);
        return From(new ConnectionSource(connectionArn, repository, branch));
    }

    /// <summary>Takes the templates of task definition and AppSpec from a second source, which is watched too. Default: from the build's output, or without a build from the source.</summary>
    /// <param name="source">The second source.</param>
    public PipelineBuilder WithTemplatesFrom(PipelineSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(_draft with { Templates = source });
    }

    /// <summary>Puts a directory's files into the CodeCommit repository that is made, as its first commit; <c>.git</c> and links are left out. They are read when the environment is built.</summary>
    /// <param name="directory">The directory: at most 100 files of 6 MiB, together 20 MiB.</param>
    public PipelineBuilder WithFiles(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new(_draft with { Files = [.. _draft.Files, new($"WithFiles(\"{directory}\")", directory, Text: null)] });
    }

    /// <summary>Puts a file into the CodeCommit repository that is made, in place of one of the same path in a directory of <see cref="WithFiles"/>.</summary>
    /// <param name="path">Its path from the repository's root, with slashes.</param>
    /// <param name="text">Its text.</param>
    public PipelineBuilder WithFile(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return new(_draft with { Files = [.. _draft.Files, new($"WithFile(\"{path}\", …)", path, text)] });
    }

    /// <summary>Has CodeBuild make the image, by the source's <c>buildspec.yml</c>. Default: nothing is built.</summary>
    public PipelineBuilder WithBuild() => WithBuild(new EnvironmentBuild());

    /// <summary>Has CodeBuild make the image. Default: nothing is built.</summary>
    /// <param name="build">The project.</param>
    public PipelineBuilder WithBuild(EnvironmentBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        return new(_draft with { Build = build });
    }

    /// <summary>Has CodeBuild make the image by a buildspec that the project holds.</summary>
    /// <param name="spec">The buildspec, such as <c>BuildSpec.ForDockerImage("shop").Build()</c>.</param>
    public PipelineBuilder WithBuild(BuildSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return WithBuild(new EnvironmentBuild { BuildSpec = spec });
    }

    /// <summary>Asks a person before each deployment. Default: nobody is asked.</summary>
    /// <param name="message">What the person is told. Default: nothing.</param>
    public PipelineBuilder WithApproval(string? message = null) => new(_draft with { Approval = new(message) });

    /// <summary>Says where the templates are. Default: <c>taskdef.json</c> and <c>appspec.yaml</c>.</summary>
    /// <param name="taskDefinition">The path of the task definition's.</param>
    /// <param name="appSpec">The path of the AppSpec's.</param>
    public PipelineBuilder WithTemplates(string taskDefinition, string appSpec)
    {
        ArgumentNullException.ThrowIfNull(taskDefinition);
        ArgumentNullException.ThrowIfNull(appSpec);
        return new(_draft with { TaskDefinitionPath = taskDefinition, AppSpecPath = appSpec });
    }

    /// <summary>Names the placeholder that stands for the new image. Default: the task definition's, where it has exactly one, else <c>IMAGE1_NAME</c>.</summary>
    /// <param name="name">Its name without angle brackets.</param>
    public PipelineBuilder WithImagePlaceholder(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(_draft with { ImagePlaceholder = name });
    }

    /// <summary>Names the role that the pipeline takes on. Default: <c>AWSCodePipelineServiceRole-ENVIRONMENT</c>.</summary>
    /// <param name="name">The role's name.</param>
    public PipelineBuilder WithRole(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(_draft with { Role = new(name) });
    }

    /// <summary>Names a role that is there already, which the pipeline takes on.</summary>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    public PipelineBuilder WithExistingRole(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        return new(_draft with { Role = new(nameOrArn, IsExisting: true) });
    }

    /// <summary>Names the bucket of artifacts. Default: <c>ENVIRONMENT-artifacts-ACCOUNT-REGION</c>.</summary>
    /// <param name="name">The bucket's name, which nobody else in the world may have.</param>
    public PipelineBuilder WithBucket(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(_draft with { Bucket = new(name) });
    }

    /// <summary>Names a bucket that is there already, for the artifacts.</summary>
    /// <param name="name">The bucket's name.</param>
    public PipelineBuilder WithExistingBucket(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(_draft with { Bucket = new(name, IsExisting: true) });
    }

    /// <summary>Has nothing but a call of <c>StartPipelineExecution</c> start it. Default: a change of a source does; the first execution starts with the pipeline all the same.</summary>
    public PipelineBuilder WithoutChangeDetection() => new(_draft with { DetectsChanges = false });

    private PipelineBuilder From(PipelineSource source) => new(_draft with { Source = _ => source });
}
