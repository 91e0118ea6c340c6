using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs;

/// <summary>
/// Describes a deployment, call by call. Every call returns a new builder and leaves this one as it was, so that a half-built chain can be shared.
/// Nothing is checked before <see cref="Build"/>.
/// </summary>
public sealed class DeploymentBuilder
{
    private readonly DeploymentDraft _draft;

    internal DeploymentBuilder(DeploymentDraft draft) => _draft = draft;

    /// <summary>Takes the new version's task definition from a file, which is read by <see cref="Build"/>.</summary>
    /// <param name="path">A <c>taskdef.json</c>.</param>
    public DeploymentBuilder WithTaskDef(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(_draft with { TaskDefinition = new($"WithTaskDef(\"{path}\")", () => DocumentFile.Read(path), IsFile: true), TaskDefinitionChange = null });
    }

    /// <summary>Takes the new version's task definition as a value.</summary>
    /// <param name="definition">The task definition; it may hold placeholders.</param>
    public DeploymentBuilder WithTaskDef(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(_draft with
        {
            TaskDefinition = new("WithTaskDef(taskDefinition)", () => JsonNodes.Parse(TaskDefinitionDocument.ToJson(definition), "task definition"), IsFile: false),
            TaskDefinitionChange = null,
        });
    }

    /// <summary>Makes the new version's task definition from the one that runs, when the plan is made.</summary>
    /// <param name="change">Gets the task definition that runs and returns the new one.</param>
    public DeploymentBuilder WithTaskDef(Func<TaskDefinition, TaskDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(_draft with { TaskDefinition = null, TaskDefinitionChange = change });
    }

    /// <summary>Fills a placeholder of the task definition, as CodePipeline's deploy action does.</summary>
    /// <param name="placeholder">Its name without angle brackets, such as <c>IMAGE1_NAME</c>.</param>
    /// <param name="image">The image: <c>repository:tag</c> or <c>repository@sha256:…</c>.</param>
    public DeploymentBuilder WithImage(string placeholder, string image)
    {
        ArgumentNullException.ThrowIfNull(placeholder);
        ArgumentNullException.ThrowIfNull(image);
        return new(_draft with { Images = [.. _draft.Images, new(placeholder, image)] });
    }

    /// <summary>Takes the AppSpec from a file, which is read by <see cref="Build"/>. Without an AppSpec, one is derived from the service.</summary>
    /// <param name="path">An <c>appspec.yaml</c> or <c>appspec.json</c>.</param>
    public DeploymentBuilder WithAppSpec(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(_draft with { AppSpec = new($"WithAppSpec(\"{path}\")", () => DocumentFile.Read(path), IsFile: true) });
    }

    /// <summary>Takes the AppSpec as a value.</summary>
    /// <param name="spec">The AppSpec.</param>
    public DeploymentBuilder WithAppSpec(AppSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(_draft with { AppSpec = new("WithAppSpec(appSpec)", () => JsonNodes.Parse(AppSpecDocument.ToJson(spec), "AppSpec"), IsFile: false) });
    }

    /// <summary>Says how traffic moves. Default: <see cref="TrafficShift.AllAtOnce"/>.</summary>
    /// <param name="shift">One of AWS's predefined shifts, or <see cref="TrafficShift.Canary"/>, <see cref="TrafficShift.Linear"/> or <see cref="TrafficShift.InSteps"/>.</param>
    public DeploymentBuilder Shift(TrafficShift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        return new(_draft with { Shift = shift });
    }

    /// <summary>Says how long the old version is kept once the new one has all production traffic. Default: as the service or its deployment group says.</summary>
    /// <param name="time">Zero to two days. ECS itself takes whole minutes; for CodeDeploy it must be the deployment group's termination wait.</param>
    public DeploymentBuilder Bake(TimeSpan time) => new(_draft with { Bake = time });

    /// <summary>Holds the deployment at the end of a stage until the caller's code decides.</summary>
    /// <param name="stage">
    /// The stage. CodeDeploy can hold at <see cref="Stage.TestTraffic"/>, where the deployment group waits for it; ECS at <see cref="Stage.Pending"/>, <see cref="Stage.Install"/>,
    /// <see cref="Stage.TestTraffic"/>, and <see cref="Stage.ProductionTraffic"/> after every step; with the deployment controller <c>EXTERNAL</c>, <see cref="Stage.Install"/>, <see cref="Stage.TestTraffic"/>, <see cref="Stage.ProductionTraffic"/> after every step, and <see cref="Stage.Bake"/>.
    /// </param>
    /// <param name="decide">Continues or rolls back; an exception rolls back.</param>
    public DeploymentBuilder Gate(Stage stage, Func<GateContext, CancellationToken, Task<GateVerdict>> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new(_draft with { Gates = [.. _draft.Gates, new(stage, decide)] });
    }

    /// <summary>Holds the deployment at the end of a stage until a ready-made gate decides: <see cref="HttpProbe"/>, <see cref="MetricGate"/>, <see cref="ManualApproval"/>.</summary>
    /// <param name="stage">The stage, as above.</param>
    /// <param name="gate">The gate.</param>
    public DeploymentBuilder Gate(Stage stage, IGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Gate(stage, gate.DecideAsync);
    }

    /// <summary>Adds something outside that stops the deployment and brings the traffic back.</summary>
    /// <param name="trigger">Such as <see cref="RollBackTrigger.Alarm"/>.</param>
    public DeploymentBuilder RollBackOn(RollBackTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new(_draft with { Triggers = [.. _draft.Triggers, trigger] });
    }

    /// <summary>Says what becomes of the deployment when its caller cancels. Default: <see cref="CancelPolicy.StopAndRollBack"/>.</summary>
    /// <param name="policy">The policy.</param>
    public DeploymentBuilder OnCancel(CancelPolicy policy) => new(_draft with { OnCancel = policy });

    /// <summary>Says what happens when another deployment of the service is running. Default: <see cref="ConcurrencyPolicy.Fail"/>.</summary>
    /// <param name="policy">The policy.</param>
    public DeploymentBuilder WhenRunning(ConcurrencyPolicy policy) => new(_draft with { WhenRunning = policy });

    /// <summary>
    /// Has the new version's tasks grow with its part of the traffic, instead of all starting at once. For services with the deployment controller <c>EXTERNAL</c>; elsewhere it
    /// changes nothing.
    /// </summary>
    public DeploymentBuilder ScaleWithTraffic() => new(_draft with { ScaleWithTraffic = true });

    /// <summary>
    /// Has the service's scaling rest while it is deployed: what Application Auto Scaling does for it is suspended before the start, and restored as it was when the deployment
    /// has ended, however it did. A service that is not scaled is deployed as without.
    /// </summary>
    public DeploymentBuilder SuspendScaling() => new(_draft with { SuspendScaling = true });

    /// <summary>
    /// Says what becomes of the deployment when somebody else changes the listener's weights on the way. Default: <see cref="ListenerDriftPolicy.RollBack"/>. For services with
    /// the deployment controller <c>EXTERNAL</c>; elsewhere AWS sets the weights, and watches them.
    /// </summary>
    /// <param name="policy">The policy.</param>
    public DeploymentBuilder OnListenerDrift(ListenerDriftPolicy policy) => new(_draft with { OnListenerDrift = policy });

    /// <summary>Names the CodeDeploy application and deployment group. Default: <see cref="CodeDeployTarget.DefaultFor"/>.</summary>
    /// <param name="application">The application's name.</param>
    /// <param name="deploymentGroup">The deployment group's name.</param>
    public DeploymentBuilder WithCodeDeploy(string application, string deploymentGroup)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(deploymentGroup);
        return new(_draft with { CodeDeploy = new(application, deploymentGroup) });
    }

    /// <summary>
    /// Gives a description that AWS keeps with the deployment: CodeDeploy as its description; with the deployment controller <c>EXTERNAL</c> as the new task set's tag
    /// <c>bluegreen:description</c>. Where ECS itself deploys, a service deployment has no place for it, and only the plan tells it.
    /// </summary>
    /// <param name="description">At most 256 characters.</param>
    public DeploymentBuilder WithDescription(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new(_draft with { Description = description });
    }

    /// <summary>Says who deploys and from which commit; both stand where AWS keeps the description: with CodeDeploy in it, with the deployment controller <c>EXTERNAL</c> as the tags <c>bluegreen:by</c> and <c>bluegreen:commit</c>. Default: neither.</summary>
    /// <param name="who">A person, or the job of a pipeline. At most 64 characters.</param>
    /// <param name="commit">The commit, as the repository names it. At most 64 characters.</param>
    public DeploymentBuilder StartedBy(string who, string? commit = null)
    {
        ArgumentNullException.ThrowIfNull(who);
        return new(_draft with { StartedBy = who, Commit = commit });
    }

    /// <summary>
    /// Has the run end, as a success, as soon as all production traffic is on the new version. The old version is still kept then: <c>Last.Stage</c> of the result is
    /// <see cref="Stage.Bake"/>. AWS removes it by itself, and still brings the traffic back on an alarm; <c>AttachAsync</c> or <c>ResumeAsync</c> sees that through. Default: the
    /// run ends when the old version is gone. For services that CodeDeploy or ECS deploys; with the deployment controller <c>EXTERNAL</c> an error of the plan (BG252).
    /// </summary>
    public DeploymentBuilder ReturnWhenShifted() => new(_draft with { ReturnsWhenShifted = true });

    /// <summary>
    /// Accepts findings of one code: they are still told, with the reason, and do not keep the deployment from starting. An error among them stops it no more, and what AWS then makes
    /// of it is the caller's. A suppression that meets no finding is a note of the plan (BG105).
    /// </summary>
    /// <param name="code">The code, such as <c>BG133</c>: <c>BG</c> and three digits. Not BG7xx or BG9xx, which tell why something has failed.</param>
    /// <param name="because">Why that is right here: 1 to 256 characters on one line.</param>
    public DeploymentBuilder Suppress(string code, string because)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(because);
        return new(_draft with { Suppressions = [.. _draft.Suppressions, new(code, because)] });
    }

    /// <summary>Reads the files, checks everything, and gives the deployment.</summary>
    /// <exception cref="DeploymentValidationException">Something is wrong; the exception holds every problem, each with its call.</exception>
    public Deployment Build() => new DeploymentAssembly(_draft).Assemble();
}
