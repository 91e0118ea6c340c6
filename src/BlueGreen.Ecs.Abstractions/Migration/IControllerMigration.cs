namespace BlueGreen.Ecs;

/// <summary>
/// Hands services from one deployment controller to another, in place. Remembers nothing. Mirrors
/// <see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/migrate-code-deploy-to-ecs-blue-green.html">AWS's way from CodeDeploy to ECS</see>. Safe for use by many threads.
/// </summary>
public interface IControllerMigration
{
    /// <summary>Says what it takes to have ECS itself deploy a service that CodeDeploy deploys. Only reads.</summary>
    /// <param name="service">The service: <c>cluster/service</c>.</param>
    /// <param name="options">What is wanted otherwise. Default: what the deployment group says is carried over as far as ECS can.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <returns>The plan; one without steps where ECS deploys the service blue/green already.</returns>
    /// <exception cref="ServiceNotFoundException">There is no such service, or it is not active.</exception>
    /// <exception cref="ServiceNotImportableException">It has no load balancer, or no deployment group.</exception>
    /// <exception cref="DeploymentInProgressException">A deployment is running; it also counts as running while the old version is kept.</exception>
    /// <exception cref="MigrationRefusedException">Another controller deploys the service, or traffic, tasks or settings are not such that ECS could take over.</exception>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    Task<MigrationPlan> PlanMigrationAsync(ServiceReference service, MigrationOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out a plan that was shown, and waits until ECS has brought the same version up once more under its own control. AWS is looked at again first; where anything has changed that the
    /// plan rests on, nothing is done.
    /// </summary>
    /// <param name="plan">From <see cref="PlanMigrationAsync"/>.</param>
    /// <param name="cancellationToken">Gives up; what is done stays, and what ECS does by itself goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="MigrationRefusedException">What the plan rests on has changed. Nothing has been changed.</exception>
    /// <exception cref="MigrationFailedException">ECS has taken the service over, and has rolled its first deployment back; the tasks that served before serve.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="PlanMigrationAsync"/>.</exception>
    Task<MigrationResult> MigrateToEcsNativeAsync(MigrationPlan plan, CancellationToken cancellationToken = default);
}
