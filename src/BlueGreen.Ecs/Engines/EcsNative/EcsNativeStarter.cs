using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Registers what is new, updates the service, and finds the service deployment that follows.</summary>
internal sealed class EcsNativeStarter(IAmazonECS ecs, ServiceFinder services, ServiceDeploymentReader deployments, TaskDefinitionRegistry registry, TimeProvider clock)
{
    private const int MostLooks = 30;
    private const int MostUpdates = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var reference = plan.Service.Reference;
        if (await deployments.FindOpenAsync(reference, cancellationToken).ConfigureAwait(false) is { } running)
        {
            throw new DeploymentInProgressException(reference, running);
        }

        var before = await deployments.ListAsync(reference, [], cancellationToken).ConfigureAwait(false);
        var service = await services.FindRawAsync(reference, cancellationToken).ConfigureAwait(false);
        var arn = plan.EqualRevisionArn ?? await registry.RegisterAsync(plan.TaskDefinition, cancellationToken).ConfigureAwait(false);

        // From here on it is seen through: a caller that cancels now must not leave a deployment behind that nobody knows.
        var known = before.Select(deployment => deployment.ServiceDeploymentArn).ToHashSet(StringComparer.Ordinal);
        var id = await DeployAsync(plan, Request(plan, service, arn), known).ConfigureAwait(false);
        return new() { Token = new(EcsNativeEngine.EngineName, reference.ToString(), id), TaskDefinitionArn = arn, Deadline = plan.Deadline };
    }

    // UpdateService takes no client token. When no answer tells, the service is looked at before it is asked again.
    private async Task<string> DeployAsync(DeploymentPlan plan, UpdateServiceRequest request, HashSet<string> known)
    {
        for (var attempt = 1; ; attempt++)
        {
            AwsCallException? unclear = null;
            try
            {
                await AwsCalls.CallAsync("ecs:UpdateService", ecs.UpdateServiceAsync(request, CancellationToken.None)).ConfigureAwait(false);
            }
            catch (AwsCallException exception) when (PatientCalls.IsUnclear(exception))
            {
                unclear = exception;
            }
            catch (AwsCallException) when (plan.EqualRevisionArn is null)
            {
                await registry.TakeBackAsync(request.TaskDefinition, clock).ConfigureAwait(false);
                throw;
            }

            if (await SeekAsync(plan.Service.Reference, request.TaskDefinition, known).ConfigureAwait(false) is { } id)
            {
                return id;
            }

            if (unclear is null || attempt == MostUpdates)
            {
                throw unclear ?? (Exception)new DeploymentNotSeenException(plan.Service.Reference, request.TaskDefinition);
            }
        }
    }

    // ECS shows a new deployment a little later. One that ends at once is no longer among the open ones.
    private async Task<string?> SeekAsync(ServiceReference service, string taskDefinitionArn, HashSet<string> known)
    {
        for (var look = 1; look <= MostLooks; look++)
        {
            try
            {
                var shown = await deployments.ListAsync(service, look % 3 != 0 ? ServiceDeploymentStatusText.Open : [], CancellationToken.None).ConfigureAwait(false);
                foreach (var candidate in shown.Where(deployment => !known.Contains(deployment.ServiceDeploymentArn)))
                {
                    var revision = await deployments.FindRevisionAsync(candidate.TargetServiceRevisionArn, CancellationToken.None).ConfigureAwait(false);
                    if (revision?.TaskDefinition == taskDefinitionArn)
                    {
                        return candidate.ServiceDeploymentArn;
                    }
                }
            }
            catch (AwsCallException) when (look < MostLooks)
            {
                // The next look may be answered.
            }

            await Task.Delay(Pause, clock, CancellationToken.None).ConfigureAwait(false);
        }

        return null;
    }

    private static UpdateServiceRequest Request(DeploymentPlan plan, Service service, string taskDefinitionArn) => new()
    {
        Cluster = plan.Service.Reference.Cluster,
        Service = plan.Service.Reference.Name,
        TaskDefinition = taskDefinitionArn,
        DeploymentConfiguration = NativeConfiguration.For(plan.Deployment, service.DeploymentConfiguration),

        // Nothing that is deployed would change, and ECS would do nothing.
        ForceNewDeployment = service.TaskDefinition == taskDefinitionArn ? true : null,
    };
}
