using System.Security.Cryptography;
using System.Text;
using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Registers what is new and asks CodeDeploy to deploy it.</summary>
internal sealed class CodeDeployStarter(IAmazonCodeDeploy codeDeploy, FactsReader reader, TaskDefinitionRegistry registry, DeploymentConfigs configs)
{
    public async Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var target = plan.CodeDeploy!;
        if (await reader.FindRunningAsync(target, cancellationToken).ConfigureAwait(false) is { } running)
        {
            throw new DeploymentInProgressException(plan.Service.Reference, running);
        }

        var config = await configs.EnsureAsync(plan.Deployment.Shift, cancellationToken).ConfigureAwait(false);
        var arn = plan.EqualRevisionArn ?? await registry.RegisterAsync(plan.TaskDefinition, cancellationToken).ConfigureAwait(false);

        // From here on the call is seen through: a caller that cancels now must not leave a deployment behind that nobody knows.
        try
        {
            var response = await AwsCalls.CallAsync("codedeploy:CreateDeployment", codeDeploy.CreateDeploymentAsync(Request(plan, target, arn, config), CancellationToken.None)).ConfigureAwait(false);
            return new()
            {
                Token = new(CodeDeployEngine.EngineName, plan.Service.Reference.ToString(), response.DeploymentId),
                TaskDefinitionArn = arn,
                Deadline = plan.Deadline,
            };
        }
        catch (AwsCallException exception) when (exception.ErrorCode is not null)
        {
            if (plan.EqualRevisionArn is null)
            {
                await registry.DeregisterAsync(arn, CancellationToken.None).ConfigureAwait(false);
            }

            if (exception.InnerException is DeploymentLimitExceededException limit)
            {
                var id = await reader.FindRunningAsync(target, CancellationToken.None).ConfigureAwait(false);
                throw new DeploymentInProgressException(plan.Service.Reference, id ?? limit.Message, exception);
            }

            throw;
        }
    }

    private static CreateDeploymentRequest Request(DeploymentPlan plan, CodeDeployTarget target, string taskDefinitionArn, string config)
    {
        var content = AppSpecDocument.ToJson(plan.AppSpec! with { TaskDefinition = taskDefinitionArn }, indented: false);
        var alarms = plan.Deployment.RollBackTriggers.Select(trigger => new Alarm { Name = trigger.AlarmName }).ToList();
        return new()
        {
            ApplicationName = target.Application,
            DeploymentGroupName = target.DeploymentGroup,
            DeploymentConfigName = config,
            Description = plan.Deployment.Description,
            Revision = new()
            {
                RevisionType = RevisionLocationType.AppSpecContent,
                AppSpecContent = new() { Content = content, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))) },
            },
            AutoRollbackConfiguration = new() { Enabled = true, Events = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
            OverrideAlarmConfiguration = alarms.Count > 0 ? new() { Enabled = true, Alarms = alarms } : null,
        };
    }
}
