using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs;

/// <summary>
/// Describes an environment, call by call. Every call returns a new builder and leaves this one as it was. Nothing is checked before <see cref="Build"/>. What is called existing
/// is used as it is, neither changed nor removed; all else is made, and carries the environment's tag.
/// </summary>
public sealed class EnvironmentBuilder
{
    private readonly EnvironmentDraft _draft;

    internal EnvironmentBuilder(EnvironmentDraft draft) => _draft = draft;

    /// <summary>Names the cluster. Default: one called <c>default</c>, as ECS's own default is.</summary>
    /// <param name="name">The cluster's name.</param>
    public EnvironmentBuilder InCluster(string name) => With(draft => draft with { Cluster = Made(name) });

    /// <summary>Names a cluster that is there already.</summary>
    /// <param name="name">The cluster's name.</param>
    public EnvironmentBuilder InExistingCluster(string name) => With(draft => draft with { Cluster = Existing(name) });

    /// <summary>Names the service. Default: as the environment.</summary>
    /// <param name="name">The service's name.</param>
    public EnvironmentBuilder WithService(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return With(draft => draft with { Service = name });
    }

    /// <summary>Says who moves the traffic. Default: <see cref="EnvironmentController.CodeDeploy"/>.</summary>
    /// <param name="controller">The deployment controller.</param>
    public EnvironmentBuilder DeployedBy(EnvironmentController controller) => With(draft => draft with { Controller = controller });

    /// <summary>Says how many tasks the service begins with. Default: 1.</summary>
    /// <param name="count">0 to 5000.</param>
    public EnvironmentBuilder WithDesiredCount(int count) => With(draft => draft with { DesiredCount = count });

    /// <summary>Names the container that gets the traffic, and its port. Default: the only one that maps a port.</summary>
    /// <param name="name">The container's name.</param>
    /// <param name="port">The port on which it listens.</param>
    public EnvironmentBuilder WithContainer(string name, int port)
    {
        ArgumentNullException.ThrowIfNull(name);
        return With(draft => draft with { Container = (name, port) });
    }

    /// <summary>Takes the first version's task definition from a file, which is read by <see cref="Build"/>.</summary>
    /// <param name="path">A <c>taskdef.json</c>; placeholders that <see cref="WithImage"/> does not fill stand for the environment's repository.</param>
    public EnvironmentBuilder WithTaskDef(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return With(draft => draft with { TaskDefinition = new($"WithTaskDef(\"{path}\")", () => DocumentFile.Read(path), IsFile: true) });
    }

    /// <summary>Takes the first version's task definition as a value.</summary>
    /// <param name="definition">The task definition; it may hold placeholders.</param>
    public EnvironmentBuilder WithTaskDef(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return With(draft => draft with { TaskDefinition = new("WithTaskDef(taskDefinition)", () => JsonNodes.Parse(TaskDefinitionDocument.ToJson(definition), "task definition"), IsFile: false) });
    }

    /// <summary>Fills a placeholder of the task definition with an image of another place than the environment's repository.</summary>
    /// <param name="placeholder">Its name without angle brackets, such as <c>IMAGE1_NAME</c>.</param>
    /// <param name="image">The image: <c>repository:tag</c> or <c>repository@sha256:…</c>.</param>
    public EnvironmentBuilder WithImage(string placeholder, string image)
    {
        ArgumentNullException.ThrowIfNull(placeholder);
        ArgumentNullException.ThrowIfNull(image);
        return With(draft => draft with { Images = [.. draft.Images, new(placeholder, image)] });
    }

    /// <summary>Names the tag of the first version's image in the environment's repository. Default: <c>latest</c>.</summary>
    /// <param name="tag">The tag.</param>
    public EnvironmentBuilder WithImageTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return With(draft => draft with { ImageTag = tag });
    }

    /// <summary>Names the ECR repository. Default: as the environment, where the task definition has a placeholder that nothing else fills.</summary>
    /// <param name="name">The repository's name.</param>
    public EnvironmentBuilder WithRepository(string name) => With(draft => draft with { Repository = Made(name) });

    /// <summary>Names an ECR repository that is there already.</summary>
    /// <param name="name">The repository's name.</param>
    public EnvironmentBuilder WithExistingRepository(string name) => With(draft => draft with { Repository = Existing(name) });

    /// <summary>Names a log group of the task definition that is there already. Default: all are made that its containers log to, and <c>/ecs/FAMILY</c> for those without a log configuration.</summary>
    /// <param name="name">The log group's name.</param>
    public EnvironmentBuilder WithExistingLogGroup(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return With(draft => draft with { ExistingLogGroups = [.. draft.ExistingLogGroups, name] });
    }

    /// <summary>Says how long log groups that are made keep their events. Default: for ever.</summary>
    /// <param name="days">One of the numbers of days that CloudWatch Logs knows, such as 1, 7, 30 or 365.</param>
    public EnvironmentBuilder WithLogRetention(int days) => With(draft => draft with { LogRetentionDays = days });

    /// <summary>Names the role with which tasks are started. Default: as the task definition names it, else <c>ecsTaskExecutionRole-ENVIRONMENT</c>.</summary>
    /// <param name="name">The role's name.</param>
    public EnvironmentBuilder WithExecutionRole(string name) => With(draft => draft with { ExecutionRole = Made(name) });

    /// <summary>Names a role that is there already, with which tasks are started.</summary>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    public EnvironmentBuilder WithExistingExecutionRole(string nameOrArn) => With(draft => draft with { ExecutionRole = Existing(nameOrArn) });

    /// <summary>Gives the application a role. Default: one that is there already where the task definition names it, else none.</summary>
    /// <param name="name">The role's name.</param>
    /// <param name="policy">What it allows, as a policy document of IAM. Default: nothing.</param>
    public EnvironmentBuilder WithTaskRole(string name, string? policy = null) => With(draft => draft with { TaskRole = Made(name), TaskPolicy = policy });

    /// <summary>Gives the application a role that is there already.</summary>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    public EnvironmentBuilder WithExistingTaskRole(string nameOrArn) => With(draft => draft with { TaskRole = Existing(nameOrArn) });

    /// <summary>Names the role that moves the traffic. Default: <c>ecsCodeDeployRole-ENVIRONMENT</c>; where ECS itself deploys, <c>ecsInfrastructureRole-ENVIRONMENT</c>.</summary>
    /// <param name="name">The role's name.</param>
    public EnvironmentBuilder WithTrafficRole(string name) => With(draft => draft with { TrafficRole = Made(name) });

    /// <summary>Names a role that is there already, which moves the traffic: CodeDeploy's service role, or the infrastructure role of ECS.</summary>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    public EnvironmentBuilder WithExistingTrafficRole(string nameOrArn) => With(draft => draft with { TrafficRole = Existing(nameOrArn) });

    /// <summary>Gives the roles that are made inline policies with what this environment needs, instead of AWS's managed ones. Hooks that are Lambda functions need a role of one's own then.</summary>
    public EnvironmentBuilder WithLeastPrivilege() => With(draft => draft with { HasLeastPrivilege = true });

    /// <summary>Says where load balancer and tasks are. Default: the default subnets of the default VPC.</summary>
    /// <param name="network">Subnets and security groups.</param>
    public EnvironmentBuilder InNetwork(EnvironmentNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return With(draft => draft with { Network = network });
    }

    /// <summary>Names the load balancer. Default: as the environment.</summary>
    /// <param name="name">The load balancer's name.</param>
    /// <param name="isInternal">Whether it has private addresses only. Default: no.</param>
    public EnvironmentBuilder WithLoadBalancer(string name, bool isInternal = false) => With(draft => draft with { LoadBalancer = Made(name), IsInternal = isInternal });

    /// <summary>Names an Application Load Balancer that is there already; the environment gets listeners of its own there.</summary>
    /// <param name="nameOrArn">The load balancer's name or ARN.</param>
    public EnvironmentBuilder WithExistingLoadBalancer(string nameOrArn) => With(draft => draft with { LoadBalancer = Existing(nameOrArn) });

    /// <summary>Says where users reach the service. Default: port 80, HTTP.</summary>
    /// <param name="port">The port.</param>
    /// <param name="certificateArn">The certificate's ARN, which makes it HTTPS. Default: none, HTTP.</param>
    public EnvironmentBuilder WithProductionListener(int port, string? certificateArn = null) => With(draft => draft with { Production = Listener(port, certificateArn) });

    /// <summary>Says where a new version is tried. Default: there is no test listener.</summary>
    /// <param name="port">The port.</param>
    /// <param name="certificateArn">The certificate's ARN, which makes it HTTPS. Default: none, HTTP.</param>
    public EnvironmentBuilder WithTestListener(int port, string? certificateArn = null) => With(draft => draft with { Test = Listener(port, certificateArn) });

    /// <summary>Names the target groups, and says how they check health. Default: <c>ENVIRONMENT-1</c> and <c>ENVIRONMENT-2</c>, with Elastic Load Balancing's defaults.</summary>
    /// <param name="groups">The target groups.</param>
    public EnvironmentBuilder WithTargetGroups(EnvironmentTargetGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return With(draft => draft with { TargetGroups = groups });
    }

    /// <summary>Says how new versions get their traffic. Default: all at once, the old version kept for an hour, back on failure.</summary>
    /// <param name="deployments">The settings of the deployment group, or of a service that ECS deploys itself.</param>
    public EnvironmentBuilder WithDeployments(EnvironmentDeployments deployments)
    {
        ArgumentNullException.ThrowIfNull(deployments);
        return With(draft => draft with { Deployments = deployments });
    }

    /// <summary>Names the CodeDeploy application and deployment group. Default: <see cref="CodeDeployTarget.DefaultFor"/>, as the ECS console.</summary>
    /// <param name="application">The application's name.</param>
    /// <param name="deploymentGroup">The deployment group's name.</param>
    public EnvironmentBuilder WithCodeDeploy(string application, string deploymentGroup)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(deploymentGroup);
        return With(draft => draft with { CodeDeploy = new(application, deploymentGroup) });
    }

    /// <summary>Adds a pipeline that brings every change of a source to the service. Default: there is none.</summary>
    /// <param name="describe">Describes it; the least is <c>p => p.WithBuild()</c>, for a CodeCommit repository called as the environment.</param>
    public EnvironmentBuilder WithPipeline(Func<PipelineBuilder, PipelineBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        return With(draft => draft with { Pipeline = describe(new(draft.Pipeline ?? new())).Draft });
    }

    /// <summary>Adds an alarm that stops a deployment. Default: none.</summary>
    /// <param name="alarm">The alarm.</param>
    public EnvironmentBuilder WithAlarm(EnvironmentAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return With(draft => draft with { Alarms = [.. draft.Alarms, alarm] });
    }

    /// <summary>Adds a tag to every resource that is made.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public EnvironmentBuilder WithTag(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return With(draft => draft with { Tags = [.. draft.Tags, new(key, value)] });
    }

    /// <summary>Has an apply end only when all tasks run and pass their health checks; their image must be there or be pushed meanwhile. Default: it ends when all is made.</summary>
    public EnvironmentBuilder WaitUntilSteady() => With(draft => draft with { WaitsUntilSteady = true });

    /// <summary>Reads the files, checks everything, and gives the environment.</summary>
    /// <exception cref="EnvironmentValidationException">Something is wrong; the exception holds every problem, each with its call.</exception>
    public BlueGreenEnvironment Build() => new EnvironmentAssembly(_draft).Assemble();

    private static EnvironmentResource Made(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name);
    }

    private static EnvironmentResource Existing(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name, IsExisting: true);
    }

    private static EnvironmentListener Listener(int port, string? certificateArn) => new(port, certificateArn is null ? "HTTP" : "HTTPS", certificateArn);

    private EnvironmentBuilder With(Func<EnvironmentDraft, EnvironmentDraft> change) => new(change(_draft));
}
