namespace BlueGreen.Ecs;

/// <summary>What a resource of an environment is.</summary>
public enum ResourceKind
{
    /// <summary>A VPC and its subnets, which are used and never made.</summary>
    Network,

    /// <summary>A security group of EC2.</summary>
    SecurityGroup,

    /// <summary>An ECS cluster.</summary>
    Cluster,

    /// <summary>An ECR repository.</summary>
    Repository,

    /// <summary>A log group of CloudWatch Logs.</summary>
    LogGroup,

    /// <summary>An IAM role with its policies.</summary>
    Role,

    /// <summary>An Application Load Balancer.</summary>
    LoadBalancer,

    /// <summary>A target group.</summary>
    TargetGroup,

    /// <summary>A listener.</summary>
    Listener,

    /// <summary>A CloudWatch alarm.</summary>
    Alarm,

    /// <summary>A revision of an ECS task definition.</summary>
    TaskDefinition,

    /// <summary>An ECS service.</summary>
    Service,

    /// <summary>The first task set of an ECS service with the controller <c>EXTERNAL</c>.</summary>
    TaskSet,

    /// <summary>A CodeDeploy application.</summary>
    Application,

    /// <summary>A CodeDeploy deployment group.</summary>
    DeploymentGroup,

    /// <summary>A CodeCommit repository.</summary>
    SourceRepository,

    /// <summary>An S3 bucket.</summary>
    Bucket,

    /// <summary>A CodeBuild project.</summary>
    BuildProject,

    /// <summary>A CodePipeline pipeline.</summary>
    Pipeline,
}
