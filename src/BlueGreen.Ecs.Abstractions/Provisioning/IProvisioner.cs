namespace BlueGreen.Ecs;

/// <summary>Brings environments about and removes them. Remembers nothing: what is there is found by name and by the tag <see cref="BlueGreenEnvironment.TagKey"/>. Safe for use by many threads.</summary>
public interface IProvisioner
{
    /// <summary>Says what it takes to bring an environment about. Only reads.</summary>
    /// <param name="environment">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    Task<EnvironmentPlan> PlanAsync(BlueGreenEnvironment environment, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes what is missing and changes what differs, everything in parallel that does not depend on one another. What is in place is left alone, so that the same call again
    /// changes nothing, and goes on after one that was broken off.
    /// </summary>
    /// <param name="environment">What is wanted.</param>
    /// <param name="progress">Told of everything that was done, from any thread; what it throws ends the call as if AWS had refused. Default: none.</param>
    /// <param name="cancellationToken">Gives up; what is made stays, and the next call goes on from there.</param>
    /// <returns>The environment, with what was done.</returns>
    /// <exception cref="ProvisioningConflictException">Something stands in the way. Found before the first change, nothing has been changed.</exception>
    /// <exception cref="ProvisioningStalledException">AWS does not get there in time; the next call goes on.</exception>
    /// <exception cref="AwsCallException">AWS refused a call, such as for a quota or a missing right; the next call goes on from there.</exception>
    Task<ProvisionedEnvironment> ApplyAsync(BlueGreenEnvironment environment, IProgress<ProvisioningEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Carries out a plan that was shown. AWS is looked at again: what has been done since is not done twice, and what would have to be done besides is refused.</summary>
    /// <param name="plan">From <see cref="PlanAsync"/> or <see cref="PlanDestroyAsync"/>.</param>
    /// <param name="progress">Told of everything that was done. Default: none.</param>
    /// <param name="cancellationToken">Gives up, as by <see cref="ApplyAsync"/>.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ProvisioningConflictException">Something stands in the way, or what the plan rests on has changed: more would have to be done than it says.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="ApplyAsync"/>.</exception>
    Task<EnvironmentPlan> ExecuteAsync(EnvironmentPlan plan, IProgress<ProvisioningEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Says what there is to remove of an environment. Only reads.</summary>
    /// <param name="environment">What is to go.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <returns>What is to be removed, in that order; what stays has the action <see cref="ResourceAction.InPlace"/>.</returns>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    Task<EnvironmentPlan> PlanDestroyAsync(BlueGreenEnvironment environment, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes an environment: the service is brought to zero tasks first, then all goes in reverse order. Only what carries the environment's tag goes, with what is in it:
    /// the images of the repository, the events of the log groups, every tagged revision of the task definition.
    /// </summary>
    /// <param name="environment">What is to go.</param>
    /// <param name="progress">Told of everything that was removed. Default: none.</param>
    /// <param name="cancellationToken">Gives up; the next call goes on from there.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="ProvisioningConflictException">Something under a name of the environment does not carry its tag. Nothing has been removed.</exception>
    /// <exception cref="ProvisioningStalledException">AWS does not let a resource go in time; the next call goes on.</exception>
    /// <exception cref="AwsCallException">AWS refused a call; the next call goes on from there.</exception>
    Task<EnvironmentPlan> DestroyAsync(BlueGreenEnvironment environment, IProgress<ProvisioningEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a running service with all that it stands on, and describes it. Only reads. What carries the tag of an environment is named as made by it, and what is beside it without the tag as
    /// existing. Of a service that carries no tag everything is named as made, so that the description can be applied to an empty account.
    /// </summary>
    /// <param name="service">The service: <c>cluster/service</c>.</param>
    /// <param name="asExisting">
    /// Of a service that carries no tag: whether what several services can share, which is cluster, repository, log groups, roles, load balancer with its security groups, and alarms, is named as
    /// existing. Default: no.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ServiceNotFoundException">There is no such service, or it is not active.</exception>
    /// <exception cref="ServiceNotImportableException">It has no load balancer, is not deployed blue/green, or its second target group or deployment group is not to be found.</exception>
    /// <exception cref="AwsCallException">AWS refused a call, such as for a missing right, which it names.</exception>
    Task<ImportedEnvironment> ImportAsync(ServiceReference service, bool asExisting = false, CancellationToken cancellationToken = default);
}
