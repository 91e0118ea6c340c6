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

    /// <summary>Says why a deployment failed, as far as it can be found out.</summary>
    /// <param name="deployment">A deployment that has failed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The causes, the most likely first; none when nothing was found.</returns>
    Task<EquatableArray<Finding>> ExplainAsync(StartedDeployment deployment, CancellationToken cancellationToken);

    /// <summary>Lets a deployment that waits at the end of a stage go on; one that waits no more is left as it is.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="waiting">The observation that showed the wait.</param>
    /// <param name="cancellationToken">Ends the call; AWS may have received it.</param>
    Task ContinueAsync(StartedDeployment deployment, Observation waiting, CancellationToken cancellationToken);

    /// <summary>Stops a deployment; one that has ended already is left as it is.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="rollBack">Whether the traffic goes back to the old version.</param>
    /// <param name="cancellationToken">Ends the call; AWS may have received it.</param>
    Task StopAsync(StartedDeployment deployment, bool rollBack, CancellationToken cancellationToken);
}
