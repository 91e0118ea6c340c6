namespace BlueGreen.Ecs;

/// <summary>What is wanted: a new version of a service, and how traffic moves to it. Made by <c>Deployment.For(…)</c> of the package BlueGreen.Ecs.</summary>
public sealed record Deployment
{
    /// <summary>The service.</summary>
    public required ServiceReference Service { get; init; }

    /// <summary>The new version's task definition, placeholders filled. <see langword="null"/> when it is made from the running one by <see cref="TaskDefinitionChange"/>.</summary>
    public TaskDefinition? TaskDefinition { get; init; }

    /// <summary>
    /// Where the members of <see cref="TaskDefinition"/> stand, when it was read from a file. Default: none; findings then give paths without lines. Set it to
    /// <see langword="null"/> together with another <see cref="TaskDefinition"/>.
    /// </summary>
    public DocumentMap? TaskDefinitionMap { get; init; }

    /// <summary>Makes the new version's task definition from the running one, when the plan is made. <see langword="null"/> when <see cref="TaskDefinition"/> is given.</summary>
    public Func<TaskDefinition, TaskDefinition>? TaskDefinitionChange { get; init; }

    /// <summary>What CodeDeploy is to deploy. Default: none, derived from the service.</summary>
    public AppSpec? AppSpec { get; init; }

    /// <summary>Where the members of <see cref="AppSpec"/> stand, when it was read from a file. Default: none; findings then give paths without lines.</summary>
    public DocumentMap? AppSpecMap { get; init; }

    /// <summary>How traffic moves. Default: <see cref="TrafficShift.AllAtOnce"/>.</summary>
    public TrafficShift Shift { get; init; } = TrafficShift.AllAtOnce;

    /// <summary>
    /// How long the old version is kept, idle, once the new one has all production traffic: the time in which a way back takes seconds. Default: none, as the service or its
    /// deployment group says. CodeDeploy takes it from the group alone.
    /// </summary>
    public TimeSpan? Bake { get; init; }

    /// <summary>Questions to the caller's code, in the order in which they were given.</summary>
    public EquatableArray<Gate> Gates { get; init; }

    /// <summary>What stops the deployment from outside and brings the traffic back, in addition to what the deployment group says.</summary>
    public EquatableArray<RollBackTrigger> RollBackTriggers { get; init; }

    /// <summary>What becomes of the deployment when its caller cancels. Default: <see cref="CancelPolicy.StopAndRollBack"/>.</summary>
    public CancelPolicy OnCancel { get; init; }

    /// <summary>What happens when another deployment of the service is running. Default: <see cref="ConcurrencyPolicy.Fail"/>.</summary>
    public ConcurrencyPolicy WhenRunning { get; init; }

    /// <summary>
    /// Whether the new version's tasks grow with its part of the traffic, instead of all starting at once: fewer tasks at a time, and a wait for new ones before each step.
    /// Default: no. For services with the deployment controller <c>EXTERNAL</c>.
    /// </summary>
    public bool ScaleWithTraffic { get; init; }

    /// <summary>
    /// Whether the service's scaling rests while it is deployed: policies and scheduled actions of Application Auto Scaling are suspended before the start, and restored as they
    /// were when the deployment has ended, however it did. Default: no.
    /// </summary>
    public bool SuspendScaling { get; init; }

    /// <summary>
    /// What becomes of it when somebody else changes the listener's weights on the way. Default: <see cref="ListenerDriftPolicy.RollBack"/>. For services with the deployment
    /// controller <c>EXTERNAL</c>, where this library sets the weights.
    /// </summary>
    public ListenerDriftPolicy OnListenerDrift { get; init; }

    /// <summary>The CodeDeploy application and group. Default: <see cref="CodeDeployTarget.DefaultFor"/>.</summary>
    public CodeDeployTarget? CodeDeploy { get; init; }

    /// <summary>
    /// What AWS keeps as the deployment's description. CodeDeploy: at most 256 characters with <see cref="StartedBy"/> and <see cref="Commit"/>; what is longer is cut; by default the
    /// new version's images. With the deployment controller <c>EXTERNAL</c>, a tag of the new task set. ECS itself has no place for it, and it is kept nowhere. Default: none.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>Who deploys: a person, or the job of a pipeline. Stands where <see cref="Description"/> is kept. Default: nobody is named.</summary>
    public string? StartedBy { get; init; }

    /// <summary>The commit that the new version is made from. Stands where <see cref="Description"/> is kept. Default: none.</summary>
    public string? Commit { get; init; }

    /// <summary>
    /// Whether a run ends, as a success, as soon as all production traffic is on the new version, and does not wait until the old version is removed; AWS goes on by itself.
    /// Default: no. For services that CodeDeploy or ECS deploys. In a group of services it does not count: the way back of all wants to see the end of each.
    /// </summary>
    public bool ReturnsWhenShifted { get; init; }

    /// <summary>The findings that are accepted, by their codes. Default: none is.</summary>
    public EquatableArray<Suppression> Suppressions { get; init; }

    /// <summary>What was noticed while the documents were read, and does not stop the deployment.</summary>
    public EquatableArray<Finding> Notes { get; init; }
}
