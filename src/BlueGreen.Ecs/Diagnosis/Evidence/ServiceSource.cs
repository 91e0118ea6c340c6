using Amazon.ECS;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The service and its events since the deployment began, the newest hundred.</summary>
internal sealed class ServiceSource(IAmazonECS ecs)
{
    private const int MostEvents = 100;

    public async Task<ServiceSeen?> ReadAsync(FailedDeployment failed, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("ecs:DescribeServices", ecs.DescribeServicesAsync(new() { Cluster = failed.Service.Cluster, Services = [failed.Service.Name] }, cancellationToken)).ConfigureAwait(false);
        if (response.Services?.FirstOrDefault() is not { } service)
        {
            return new("MISSING", []);
        }

        var own = failed.TargetGroups.Select(TargetGroupArn.NameOf).ToList();
        var events = (service.Events ?? [])
            .Where(happened => happened.CreatedAt >= failed.Since && happened.Message is { Length: > 0 } text && IsOfNewVersion(text, own))
            .OrderByDescending(happened => happened.CreatedAt)
            .Take(MostEvents)
            .Select(happened => OutsideText.Clean(happened.Message));
        return new(service.Status, [.. events], service.HealthCheckGracePeriodSeconds ?? 0);
    }

    // The old version's target group may be unhealthy as well; that is none of this deployment's.
    private static bool IsOfNewVersion(string text, List<string> own) =>
        !text.Contains("(target-group ", StringComparison.Ordinal) || own.Exists(group => text.Contains($"/{group}/", StringComparison.Ordinal));
}
