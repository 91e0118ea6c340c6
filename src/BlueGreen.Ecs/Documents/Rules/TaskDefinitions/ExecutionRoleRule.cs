namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG135: there is an execution role where ECS needs one to start the task.</summary>
internal sealed class ExecutionRoleRule() : TaskDefinitionRule("BG135")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        if (!string.IsNullOrEmpty(definition.ExecutionRoleArn))
        {
            return;
        }

        var isForFargate = definition.IsForFargate();
        for (var i = 0; i < definition.ContainerDefinitions.Count; i++)
        {
            if (Need(definition.ContainerDefinitions[i], isForFargate) is var (member, need))
            {
                report.Container = i;
                report.Error(
                    $"{member}",
                    $"Container \"{definition.ContainerDefinitions[i].Name}\" {need}, for which ECS takes on an execution role; executionRoleArn is missing.",
                    "Set executionRoleArn to a role that ecs-tasks.amazonaws.com may take on, with the policy AmazonECSTaskExecutionRolePolicy and what the secrets want.");
                return;
            }
        }
    }

    private static (string Member, string Need)? Need(ContainerDefinition container, bool isForFargate) => container switch
    {
        { Secrets.Count: > 0 } => ("secrets", "reads secrets"),
        { LogConfiguration.SecretOptions.Count: > 0 } => ("logConfiguration.secretOptions", "reads secrets for its log"),
        { RepositoryCredentials: not null } => ("repositoryCredentials", "pulls its image with credentials"),
        _ when isForFargate && container.LogConfiguration?.LogDriver == LogDriver.Awslogs => ("logConfiguration.logDriver", "logs by awslogs on Fargate"),
        _ when isForFargate && container.Image is { } image && ImageName.Parse(image).IsOfEcr => ("image", "pulls its image from ECR on Fargate"),
        _ => null,
    };
}
