namespace BlueGreen.Ecs.Simulator;

/// <summary>How long things take in the simulated AWS, in simulated time.</summary>
public sealed class SimulatorTimings
{
    /// <summary>From CreateDeployment until the deployment is in progress. Default: 3 seconds.</summary>
    public TimeSpan DeploymentCreated { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A lifecycle event without a hook. Default: 400 milliseconds.</summary>
    public TimeSpan LifecycleEvent { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>From a task's creation until its image is pulled. Default: 15 seconds.</summary>
    public TimeSpan TaskProvisioning { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>From the pulled image until the task runs. Default: 5 seconds.</summary>
    public TimeSpan TaskStart { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From the decision to stop a task until it is stopped. Default: 10 seconds.</summary>
    public TimeSpan TaskStop { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all tasks of a task set must run and pass before it counts as steady. Default: 5 seconds.</summary>
    public TimeSpan SteadyState { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long CodeDeploy waits for a hook's function to report its result. Default: 60 minutes.</summary>
    public TimeSpan HookTimeout { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long CodeDeploy waits for the replacement task set to become healthy. Default: 60 minutes.</summary>
    public TimeSpan InstallTimeout { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long CodeDeploy waits for steady task sets when the service is scaled while traffic moves. Default: 5 minutes.</summary>
    public TimeSpan ScalingTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often CodeDeploy and ECS look at a deployment's alarms. Default: 20 seconds.</summary>
    public TimeSpan AlarmPoll { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>From CreateService or UpdateService, or the end of the deployment before, until a service deployment of ECS is in progress. Default: 3 seconds.</summary>
    public TimeSpan ServiceDeploymentStart { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A lifecycle stage of a service deployment that waits for nothing; also from a request to stop until it takes effect. Default: 5 seconds.</summary>
    public TimeSpan LifecycleStage { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a service deployment waits in one lifecycle stage for its tasks. Default: 24 hours.</summary>
    public TimeSpan LongestLifecycleStage { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a service deployment may take in all. Default: 30 days.</summary>
    public TimeSpan LongestServiceDeployment { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The longest pause between two attempts to start failing tasks. Default: 15 minutes.</summary>
    public TimeSpan LongestLaunchBackoff { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>From a target's registration until its first health check. Default: 5 seconds.</summary>
    public TimeSpan TargetRegistration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The time-out of health checks that a target group for HTTP has unless it says otherwise, in whole seconds, 2 to 30. Default: 6 seconds, as AWS's API
    /// reference has it; the guide to Application Load Balancers says 5.
    /// </summary>
    public TimeSpan HttpHealthCheckTimeout { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How long a scan of an image takes. Default: 30 seconds.</summary>
    public TimeSpan ImageScan { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the preview of an ECR lifecycle policy takes. Default: 5 seconds.</summary>
    public TimeSpan LifecyclePolicyPreview { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From a load balancer's creation until it is active. Default: 90 seconds.</summary>
    public TimeSpan LoadBalancerProvisioning { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>From the creation of a NAT gateway or an interface endpoint until it is available; also how long a NAT gateway's deletion takes. Default: 60 seconds.</summary>
    public TimeSpan NetworkProvisioning { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>From a build's start until its machine is there. Default: 20 seconds.</summary>
    public TimeSpan BuildProvisioning { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A phase of a build that has commands, or that moves files. Default: 5 seconds.</summary>
    public TimeSpan BuildPhase { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From the creation, publication or update of a Lambda function until it is active, or the update in effect. Default: 2 seconds.</summary>
    public TimeSpan FunctionChange { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>From a push until the pipelines that watch for it start. Default: 3 seconds.</summary>
    public TimeSpan SourceChange { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A pipeline's source action; also how long a pipeline takes between two stages. Default: 3 seconds.</summary>
    public TimeSpan PipelineStep { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a deploy action looks at its deployment. Default: 10 seconds.</summary>
    public TimeSpan PipelinePoll { get; set; } = TimeSpan.FromSeconds(10);
}
