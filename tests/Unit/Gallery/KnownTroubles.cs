namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>The troubles that are known of blue/green deployments on ECS, and those of the team whose walk-through the library serves; each with its row of the gallery.</summary>
internal static class KnownTroubles
{
    public static IReadOnlyDictionary<string, string> OfEcs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["container of the AppSpec"] = "the AppSpec names a container that the task definition does not have (the staging one)",
        ["port of the AppSpec"] = "the AppSpec names a port that is not mapped",
        ["revision latest, empty or bad"] = "the AppSpec's task definition has no revision number",
        ["deregistered task definition"] = "the task definition was deregistered",
        ["listener outside of the pair"] = "the listener forwards to a target group outside of the pair",
        ["service's target group outside of the pair"] = "the service's target group is not one of the pair",
        ["next deployment right after the last"] = "the previous deployment has not settled",
        ["load balancer's health check"] = "the new version answers the health check with 500",
        ["the same, all at once"] = "all at once, and nobody has looked at the new version's health",
        ["container's health check"] = "the container fails its own health check",
        ["image's name or tag"] = "the image's tag does not exist",
        ["Docker Hub's limit"] = "Docker Hub's limit of anonymous pulls is reached",
        ["no right to ECR"] = "the execution role may not pull from ECR",
        ["no route to ECR"] = "the tasks have no way to ECR",
        ["wrong execution role"] = "the execution role may not be taken on by ECS",
        ["absent execution role"] = "the execution role is absent",
        ["caller without PassRole"] = "whoever deploys may not pass the task definition's roles",
        ["CodeDeploy without Lambda"] = "CodeDeploy's role may not call the hook",
        ["deployment in progress"] = "another deployment is in progress",
        ["service of another controller"] = "the service is not one of CodeDeploy's",
        ["UpdateService"] = "UpdateService for a service of CodeDeploy's",
        ["application of another platform"] = "the application is of another compute platform",
        ["second group of a service"] = "a second deployment group for one service",
        ["target group of another load balancer"] = "a target group of the pair is behind another load balancer",
        ["canary on a Network Load Balancer"] = "a canary behind a Network Load Balancer",
        ["no capacity on EC2"] = "no container instance has room for a second version",
        ["Fargate's vCPU quota"] = "Fargate's limit of vCPUs is reached",
        ["Fargate's capacity"] = "Fargate has no capacity",
        ["no free address"] = "the subnets have no free address",
        ["red alarm"] = "the alarm is red already",
        ["silent hook"] = "a hook never answers",
        ["failed hook"] = "a hook says that it failed",
        ["READY that nobody confirms"] = "nobody lets the waiting deployment go on",
        ["scaling meanwhile"] = "the service is scaled while it is deployed",
        ["waiter of 30 minutes"] = "the client gives up after 30 minutes",
        ["unreadable AppSpec"] = "the AppSpec cannot be read",
        ["pipeline's template"] = "a template of the pipeline's deployment is missing",
        ["target group without a load balancer"] = "the target group has no load balancer yet",
        ["throttling"] = "calls are throttled",
    };

    public static IReadOnlyDictionary<string, string> OfTheWalkThrough { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Docker Hub limit"] = "Docker Hub's limit is reached in the build",
        ["wrong container in AppSpec"] = "the AppSpec names a container that the task definition does not have (the staging one)",
        ["CodeBuild: DOWNLOAD_SOURCE"] = "the build may not read its source (DOWNLOAD_SOURCE)",
        ["CodeBuild: push denied"] = "the build may not push to ECR",
        ["CodeBuild: buildspec"] = "the buildspec does not parse",
        ["CodeBuild: stray characters"] = "a variable of the build has a stray middle dot",
        ["task does not start: image"] = "the image's tag does not exist",
        ["task does not start: permission"] = "the execution role may not pull from ECR",
        ["Fargate cannot fetch from ECR"] = "the tasks have no way to ECR",
        ["time-out: wrong target group"] = "the listener forwards to a target group outside of the pair",
        ["time-out: health checks"] = "the tasks' security group does not admit the load balancer",
        ["secret in the open"] = "a secret stands in the buildspec in the open",
    };
}
