namespace BlueGreen.Ecs;

/// <summary>Hides who moves the traffic. An engine holds no state of a run: all it needs is in the plan, the token and AWS.</summary>
public interface IDeploymentEngine
{
    /// <summary>The engine's name, as it stands in plans and resume tokens.</summary>
    string Name { get; }

    /// <summary>The deployment controller that it serves: <c>ECS</c>, <c>CODE_DEPLOY</c> or <c>EXTERNAL</c>.</summary>
    string DeploymentController { get; }

    /// <summary>Says what a deployment would do. Only reads.</summary>
    /// <param name="deployment">What is wanted.</param>
    /// <param name="service">The service as it was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken);

    /// <summary>Starts what was planned.</summary>
    /// <param name="plan">A plan of this engine that may start.</param>
    /// <param name="cancellationToken">Ends the preparation. Once AWS has been asked to deploy, the call is seen through.</param>
    /// <returns>The deployment as it is found again.</returns>
    Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken);

    /// <summary>Finds the deployment of a service that is running.</summary>
    /// <param name="service">The service as it was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The deployment, or <see langword="null"/> when none is running.</returns>
    Task<StartedDeployment?> FindRunningAsync(LiveService service, CancellationToken cancellationToken);

    /// <summary>Finds a deployment by its token.</summary>
    /// <param name="token">A token of this engine.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The deployment, or <see langword="null"/> when AWS does not know it.</returns>
    Task<StartedDeployment?> FindAsync(ResumeToken token, CancellationToken cancellationToken);

    /// <summary>
    /// Looks at a deployment. An engine that moves the traffic itself then does what is due next, so that whoever watches also drives; doing so twice does no harm.
    /// </summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Observation> ObserveAsync(StartedDeployment deployment, CancellationToken cancellationToken);

    /// <summary>Says why a deployment failed, was stopped or does not go on, as far as it can be found out. What AWS refuses to tell fails nothing.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="isStoppedHere">Whether whoever asks has stopped it; then that somebody stopped it is no cause.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<FailureDiagnosis> ExplainAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken);

    /// <summary>Finds the newest deployment of a service that failed, was stopped or rolled back, or that runs and has not moved all traffic; whoever ran it.</summary>
    /// <param name="service">The service as it was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The deployment, or <see langword="null"/> when there is none; the default knows none.</returns>
    Task<StartedDeployment?> FindFailedAsync(LiveService service, CancellationToken cancellationToken) => Task.FromResult<StartedDeployment?>(null);

    /// <summary>Finds a deployment that did not succeed, by AWS's id or ARN; whoever ran it.</summary>
    /// <param name="deploymentId">The id or ARN, which may be of another engine.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The deployment, or <see langword="null"/> when this engine knows none that did not succeed; the default knows none.</returns>
    Task<StartedDeployment?> FindFailedAsync(string deploymentId, CancellationToken cancellationToken) => Task.FromResult<StartedDeployment?>(null);

    /// <summary>Lets a deployment that waits at the end of a stage go on; one that waits no more is left as it is.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="waiting">The observation that showed the wait.</param>
    /// <param name="cancellationToken">Ends the call; AWS may have received it.</param>
    Task ContinueAsync(StartedDeployment deployment, Observation waiting, CancellationToken cancellationToken);

    /// <summary>Has the old version removed now, where it is only kept for a way back; a deployment that has not come so far is left as it is.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="cancellationToken">Ends the call; AWS may have received it.</param>
    /// <returns>A task that ends when AWS has been asked. The default does nothing: the time runs out by itself.</returns>
    Task EndBakeAsync(StartedDeployment deployment, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Finds the version to go back to: the newest that was really deployed, and is not the one that runs.</summary>
    /// <param name="service">The service as it was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What would deploy it again, all traffic at once, with the ARN of its task definition; the default knows none.</returns>
    Task<(Deployment Deployment, string TaskDefinitionArn)?> FindLastGoodAsync(LiveService service, CancellationToken cancellationToken) =>
        Task.FromResult<(Deployment, string)?>(null);

    /// <summary>Stops a deployment; one that has ended already is left as it is.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="rollBack">Whether the traffic goes back to the old version.</param>
    /// <param name="cancellationToken">Ends the call; AWS may have received it.</param>
    Task StopAsync(StartedDeployment deployment, bool rollBack, CancellationToken cancellationToken);
}
