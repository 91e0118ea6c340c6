using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace BlueGreen.Quickstart;

/// <summary>A CloudWatch alarm, which goes off as soon as version 2 serves, if the scenario says so.</summary>
internal sealed class Monitoring : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    private Monitoring()
    {
    }

    public static async Task<Monitoring> StartAsync(IAmazonCloudWatch cloudWatch, string alarm, Scenario scenario, Traffic traffic)
    {
        await cloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = alarm,
            Namespace = "AWS/ApplicationELB",
            MetricName = "TargetResponseTime",
            Statistic = Statistic.Average,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0.5,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        });
        var monitoring = new Monitoring();
        if (scenario.RaisesAlarm)
        {
            monitoring._watching = monitoring.RaiseAsync(cloudWatch, alarm, traffic.NewVersionServes);
        }

        return monitoring;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RaiseAsync(IAmazonCloudWatch cloudWatch, string alarm, Task newVersionServes)
    {
        await newVersionServes.WaitAsync(_stop.Token);
        await cloudWatch.SetAlarmStateAsync(
            new SetAlarmStateRequest { AlarmName = alarm, StateValue = StateValue.ALARM, StateReason = "Requests take longer than half a second." },
            _stop.Token);
    }
}
