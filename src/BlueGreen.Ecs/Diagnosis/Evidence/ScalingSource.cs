using System.Globalization;
using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>What Application Auto Scaling did to the service since the deployment began, newest first.</summary>
internal sealed class ScalingSource(SideClient<IAmazonApplicationAutoScaling> client)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<string>?> ReadAsync(ServiceReference service, DateTime since, CancellationToken cancellationToken)
    {
        var request = new DescribeScalingActivitiesRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs,
            ResourceId = $"service/{service.Cluster}/{service.Name}",
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
            MaxResults = Most,
        };
        var response = await AwsCalls.CallAsync("application-autoscaling:DescribeScalingActivities", () => client.Value.DescribeScalingActivitiesAsync(request, cancellationToken)).ConfigureAwait(false);
        return [.. (response.ScalingActivities ?? []).Where(activity => activity.StartTime >= since).Take(Most).Select(Describe)];
    }

    private static string Describe(ScalingActivity activity) =>
        OutsideText.Clean(string.Create(CultureInfo.InvariantCulture, $"{activity.StartTime:HH:mm:ss} UTC: {activity.Description} {activity.Cause}"));
}
