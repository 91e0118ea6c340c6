using System.Security.Cryptography;
using System.Text;
using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Registers what is new and asks CodeDeploy to deploy it.</summary>
internal sealed class CodeDeployStarter(IAmazonCodeDeploy codeDeploy, FactsReader reader, DeploymentSeeker seeker, TaskDefinitionRegistry registry, DeploymentConfigs configs, TimeProvider clock)
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var target = plan.CodeDeploy!;
        if (await reader.FindRunningAsync(target, cancellationToken).ConfigureAwait(false) is { } running)
        {
            throw new DeploymentInProgressException(plan.Service.Reference, running);
        }

        var config = await PatientCalls.RepeatAsync(() => configs.EnsureAsync(plan.Deployment.Shift, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        var arn = plan.EqualRevisionArn ?? await registry.RegisterAsync(plan.TaskDefinition, cancellationToken).ConfigureAwait(false);

        // From here on the call is seen through: a caller that cancels now must not leave a deployment behind that nobody knows.
        var id = await DeployAsync(plan, target, arn, config).ConfigureAwait(false);
        return new()
        {
            Token = new(CodeDeployEngine.EngineName, plan.Service.Reference.ToString(), id),
            TaskDefinitionArn = arn,
            Deadline = plan.Deadline,
        };
    }

    private async Task<string> DeployAsync(DeploymentPlan plan, CodeDeployTarget target, string arn, string config)
    {
        var content = AppSpecDocument.ToJson(plan.AppSpec! with { TaskDefinition = arn }, indented: false);
        var mark = DeploymentDescription.Mark(content, clock.GetUtcNow());
        try
        {
            return await CreateAsync(Request(plan, target, content, config, mark), target, mark).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (!PatientCalls.IsUnclear(exception))
        {
            if (plan.EqualRevisionArn is null)
            {
                await registry.TakeBackAsync(arn, clock).ConfigureAwait(false);
            }

            if (exception.InnerException is DeploymentLimitExceededException limit)
            {
                var id = await PatientCalls.RepeatAsync(() => reader.FindRunningAsync(target, CancellationToken.None), clock, CancellationToken.None).ConfigureAwait(false);
                throw new DeploymentInProgressException(plan.Service.Reference, id ?? limit.Message, exception);
            }

            throw;
        }
    }

    // CreateDeployment takes no client token. When no answer tells, its mark is looked for before it is asked again. The AWS client itself repeats a call
    // without an answer, and is told that a deployment is running: it may be the one that it has just made.
    private async Task<string> CreateAsync(CreateDeploymentRequest request, CodeDeployTarget target, string mark)
    {
        for (var (attempt, pause) = (1, Pause); ; attempt++, pause *= 2)
        {
            try
            {
                var response = await AwsCalls.CallAsync("codedeploy:CreateDeployment", codeDeploy.CreateDeploymentAsync(request, CancellationToken.None)).ConfigureAwait(false);
                return response.DeploymentId;
            }
            catch (AwsCallException exception) when (exception.InnerException is DeploymentLimitExceededException || PatientCalls.MayRepeat(exception))
            {
                if (!PatientCalls.IsThrottled(exception) && await seeker.FindMarkedAsync(target, mark).ConfigureAwait(false) is { } id)
                {
                    return id;
                }

                if (attempt == MostAttempts || exception.InnerException is DeploymentLimitExceededException)
                {
                    throw;
                }
            }

            await Task.Delay(pause, clock, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static CreateDeploymentRequest Request(DeploymentPlan plan, CodeDeployTarget target, string content, string config, string mark)
    {
        var alarms = plan.Deployment.RollBackTriggers.Select(trigger => new Alarm { Name = trigger.AlarmName }).ToList();
        return new()
        {
            ApplicationName = target.Application,
            DeploymentGroupName = target.DeploymentGroup,
            DeploymentConfigName = config,
            Description = DeploymentDescription.Compose(plan, mark),
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
