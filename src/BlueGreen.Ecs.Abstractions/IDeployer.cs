namespace BlueGreen.Ecs;

/// <summary>Plans deployments, runs them, and finds running ones again. Safe for use by many threads.</summary>
public interface IDeployer
{
    /// <summary>Says what a deployment would do. Only reads.</summary>
    /// <param name="deployment">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <exception cref="ServiceNotFoundException">There is no such service.</exception>
    /// <exception cref="WrongDeploymentControllerException">No engine serves the service's deployment controller.</exception>
    /// <exception cref="DeploymentGroupNotFoundException">The CodeDeploy application or group does not exist.</exception>
    /// <exception cref="DeploymentGroupMismatchException">The deployment group deploys another service.</exception>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    Task<DeploymentPlan> PlanAsync(Deployment deployment, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says what speaks against a deployment, also to a principal that may hardly read anything: what may not be looked at is a finding of severity
    /// <see cref="FindingSeverity.NotChecked"/> that names the IAM action. Only reads.
    /// </summary>
    /// <param name="deployment">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <exception cref="ServiceNotFoundException">There is no such service.</exception>
    /// <exception cref="WrongDeploymentControllerException">No engine serves the service's deployment controller.</exception>
    /// <exception cref="DeploymentGroupNotFoundException">The CodeDeploy application or group does not exist.</exception>
    /// <exception cref="DeploymentGroupMismatchException">The deployment group deploys another service.</exception>
    /// <exception cref="AwsCallException">A plan could not be made for another reason than a missing right.</exception>
    Task<PreflightReport> CheckAsync(Deployment deployment, CancellationToken cancellationToken = default);

    /// <summary>Plans a deployment, starts it, and watches it to its end.</summary>
    /// <param name="deployment">What is wanted.</param>
    /// <param name="progress">Told of every event, while the watching waits; what it throws is logged. Default: none.</param>
    /// <param name="cancellationToken">Carries out <see cref="Deployment.OnCancel"/>, within its own time budget, and then throws.</param>
    /// <returns>What happened; also when the deployment failed.</returns>
    /// <exception cref="PreflightException">The plan has errors. Nothing has been registered.</exception>
    /// <exception cref="DeploymentInProgressException">Another deployment of the service is running. Nothing has been registered.</exception>
    /// <exception cref="DeploymentCanceledException">The token was cancelled after the start; the policy has been carried out and the exception says how it ended.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start; nothing is left behind.</exception>
    /// <exception cref="AwsCallException">AWS refused a call. After the start: it could no longer be asked, and the deployment goes on by itself.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="PlanAsync"/>.</exception>
    Task<DeploymentResult> DeployAsync(Deployment deployment, IProgress<DeploymentEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Says what several deployments together would do. Only reads.</summary>
    /// <param name="deployment">What is wanted, from <c>Deployment.Group(…)</c>.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <exception cref="DeploymentValidationException">There is no member, or two are of the same service.</exception>
    /// <exception cref="BlueGreenException">As for a single deployment, of the first member for which it holds.</exception>
    Task<JointDeploymentPlan> PlanTogetherAsync(JointDeployment deployment, CancellationToken cancellationToken = default);

    /// <summary>
    /// Plans several deployments, starts them in order or in parallel, and watches them to their ends. When one fails, or a shared gate refuses, all others are rolled back: in
    /// reverse order, or in parallel all at once; one that has ended already by a deployment of what ran before it.
    /// </summary>
    /// <param name="deployment">What is wanted, from <c>Deployment.Group(…)</c>.</param>
    /// <param name="progress">Told of every event, one at a time; what it throws is logged. Default: none.</param>
    /// <param name="cancellationToken">Carries out each member's <see cref="Deployment.OnCancel"/>, within one time budget, and then throws.</param>
    /// <returns>What happened; also when deployments failed.</returns>
    /// <exception cref="PreflightException">A member's plan has errors. Nothing has been registered.</exception>
    /// <exception cref="JointDeploymentCanceledException">The token was cancelled after a start; the policies have been carried out, and the exception says how they ended.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before any start; nothing is left behind.</exception>
    /// <exception cref="BlueGreenException">As for planning.</exception>
    Task<JointDeploymentResult> DeployTogetherAsync(JointDeployment deployment, IProgress<JointDeploymentEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Carries out a plan that was shown, and watches it to its end. What the plan rests on is not read again, but for a deployment that is running.</summary>
    /// <param name="plan">From <see cref="PlanAsync"/> or <see cref="PlanRollBackAsync"/>.</param>
    /// <param name="progress">Told of every event, as by <see cref="DeployAsync"/>. Default: none.</param>
    /// <param name="cancellationToken">Carries out the plan's <see cref="Deployment.OnCancel"/>, and then throws.</param>
    /// <returns>The same as of <see cref="DeployAsync"/>.</returns>
    /// <exception cref="BlueGreenException">As for <see cref="DeployAsync"/>.</exception>
    Task<DeploymentResult> ExecuteAsync(DeploymentPlan plan, IProgress<DeploymentEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says what it takes to go back to the last good version: the newest that AWS knows to have been deployed with success, and that is not the one which
    /// runs; never a revision that was only registered. Only reads. All traffic moves at once.
    /// </summary>
    /// <param name="service"><c>cluster/service</c> or a service ARN.</param>
    /// <param name="cancellationToken">Ends the reading; nothing has been changed.</param>
    /// <returns>A plan for <see cref="ExecuteAsync"/>.</returns>
    /// <exception cref="NoEarlierVersionException">AWS remembers no such version.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="PlanAsync"/>.</exception>
    Task<DeploymentPlan> PlanRollBackAsync(string service, CancellationToken cancellationToken = default);

    /// <summary>Plans a deployment and starts it; returns as soon as AWS has accepted it.</summary>
    /// <param name="deployment">What is wanted.</param>
    /// <param name="cancellationToken">Ends the planning. Once AWS has been asked to deploy, the call is seen through.</param>
    /// <exception cref="BlueGreenException">As for <see cref="DeployAsync"/>.</exception>
    Task<DeploymentRun> StartAsync(Deployment deployment, CancellationToken cancellationToken = default);

    /// <summary>Watches the deployment of a service that is running, whoever started it.</summary>
    /// <param name="service"><c>cluster/service</c> or a service ARN.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentException"><paramref name="service"/> names no service.</exception>
    /// <exception cref="NoDeploymentInProgressException">None is running.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="PlanAsync"/>.</exception>
    Task<DeploymentRun> AttachAsync(string service, CancellationToken cancellationToken = default);

    /// <summary>Takes a deployment up again, from any process.</summary>
    /// <param name="token">From <see cref="DeploymentRun.ResumeToken"/>.</param>
    /// <param name="deployment">
    /// What was started, to go on as the process that started it would have: its gates, which are code, are asked, and it is given up without progress. Nothing is started.
    /// Default: none, it is only watched.
    /// </param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentException"><paramref name="deployment"/> is of another service than <paramref name="token"/>.</exception>
    /// <exception cref="NoDeploymentInProgressException">AWS knows no such deployment.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="PlanAsync"/>.</exception>
    Task<DeploymentRun> ResumeAsync(ResumeToken token, Deployment? deployment = null, CancellationToken cancellationToken = default);

    /// <summary>Says why a deployment failed, was stopped or rolled back, or does not go on; whoever ran it. Only reads.</summary>
    /// <param name="serviceOrDeployment">
    /// <c>cluster/service</c> or a service ARN: its newest such deployment. Or one deployment: CodeDeploy's id, such as <c>d-1A2B3C4D5</c>, or the ARN of an ECS service deployment.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="serviceOrDeployment"/> names neither.</exception>
    /// <exception cref="NoFailedDeploymentException">There is no such deployment, or it succeeded.</exception>
    /// <exception cref="BlueGreenException">As for <see cref="PlanAsync"/>. What is refused once the deployment is found fails nothing; it stands in <see cref="FailureDiagnosis.NotChecked"/>.</exception>
    Task<FailureDiagnosis> DiagnoseAsync(string serviceOrDeployment, CancellationToken cancellationToken = default);
}
