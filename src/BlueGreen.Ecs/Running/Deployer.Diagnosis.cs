namespace BlueGreen.Ecs.Running;

/// <content>Why deployments failed.</content>
internal sealed partial class Deployer
{
    public async Task<FailureDiagnosis> DiagnoseAsync(string serviceOrDeployment, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceOrDeployment);
        return ServiceReference.TryParse(serviceOrDeployment) is { } service
            ? await DiagnoseAsync(service, cancellationToken).ConfigureAwait(false)
            : await DiagnoseDeploymentAsync(serviceOrDeployment, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FailureDiagnosis> DiagnoseAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var live = await services.FindAsync(service, cancellationToken).ConfigureAwait(false);
        var engine = EngineFor(live);
        var failed = await engine.FindFailedAsync(live, cancellationToken).ConfigureAwait(false)
            ?? throw new NoFailedDeploymentException(service.ToString(), "none of the service's has failed, was stopped or rolled back, or runs without having moved all traffic");
        return await engine.ExplainAsync(failed, isStoppedHere: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FailureDiagnosis> DiagnoseDeploymentAsync(string id, CancellationToken cancellationToken)
    {
        if (!id.StartsWith("d-", StringComparison.Ordinal) && !id.Contains(":service-deployment/", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{id}' names no service and no deployment. Allowed is 'cluster/service', a service ARN, CodeDeploy's id of a deployment such as d-1A2B3C4D5, or the ARN of an ECS service deployment.", nameof(id));
        }

        foreach (var engine in engines)
        {
            if (await engine.FindFailedAsync(id, cancellationToken).ConfigureAwait(false) is { } failed)
            {
                return await engine.ExplainAsync(failed, isStoppedHere: false, cancellationToken).ConfigureAwait(false);
            }
        }

        throw new NoFailedDeploymentException(id, "AWS does not know it, or it has succeeded");
    }
}
