namespace BlueGreen.Ecs.Simulator;

/// <summary>Finds options that cannot be.</summary>
internal static class OptionsValidator
{
    /// <exception cref="ArgumentException">An option is out of its bounds, or does not fit another.</exception>
    public static void Check(AwsSimulatorOptions options)
    {
        if (options.Account is not { Length: 12 } || !options.Account.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"The account '{options.Account}' is not an AWS account id. Give 12 digits, such as 123456789012.", nameof(options));
        }

        if (string.IsNullOrWhiteSpace(options.Region))
        {
            throw new ArgumentException("The region is empty. Give one, such as us-east-1.", nameof(options));
        }

        if (options.TimeScale is { } scale && !(scale > 0 && double.IsFinite(scale)))
        {
            throw new ArgumentException($"The time scale {scale} is not allowed. Give a number above zero, such as 1 for real time, or none for virtual time.", nameof(options));
        }

        if (options.RealTraffic && options.TimeScale is null)
        {
            throw new ArgumentException("Real traffic needs time that passes by itself. Set TimeScale (1 is real time), or leave RealTraffic off.", nameof(options));
        }

        if (options.KeepListenerPorts && !options.RealTraffic)
        {
            throw new ArgumentException("Listener ports are only opened with real traffic. Set RealTraffic, or leave KeepListenerPorts off.", nameof(options));
        }

        if (options.HistoryLimit < 1)
        {
            throw new ArgumentException($"The history limit {options.HistoryLimit} is not allowed. Give the number of events to keep, at least 1.", nameof(options));
        }

        CheckTimings(options.Timings ?? throw new ArgumentException("Timings must be set.", nameof(options)));
    }

    private static void CheckTimings(SimulatorTimings timings)
    {
        ReadOnlySpan<(string Name, TimeSpan Value)> all =
        [
            (nameof(timings.DeploymentCreated), timings.DeploymentCreated),
            (nameof(timings.LifecycleEvent), timings.LifecycleEvent),
            (nameof(timings.TaskProvisioning), timings.TaskProvisioning),
            (nameof(timings.TaskStart), timings.TaskStart),
            (nameof(timings.TaskStop), timings.TaskStop),
            (nameof(timings.SteadyState), timings.SteadyState),
            (nameof(timings.HookTimeout), timings.HookTimeout),
            (nameof(timings.InstallTimeout), timings.InstallTimeout),
            (nameof(timings.ScalingTimeout), timings.ScalingTimeout),
            (nameof(timings.AlarmPoll), timings.AlarmPoll),
            (nameof(timings.ServiceDeploymentStart), timings.ServiceDeploymentStart),
            (nameof(timings.LifecycleStage), timings.LifecycleStage),
            (nameof(timings.LongestLifecycleStage), timings.LongestLifecycleStage),
            (nameof(timings.LongestServiceDeployment), timings.LongestServiceDeployment),
            (nameof(timings.LongestLaunchBackoff), timings.LongestLaunchBackoff),
            (nameof(timings.TargetRegistration), timings.TargetRegistration),
            (nameof(timings.ImageScan), timings.ImageScan),
            (nameof(timings.LifecyclePolicyPreview), timings.LifecyclePolicyPreview),
            (nameof(timings.LoadBalancerProvisioning), timings.LoadBalancerProvisioning),
            (nameof(timings.NetworkProvisioning), timings.NetworkProvisioning),
            (nameof(timings.BuildProvisioning), timings.BuildProvisioning),
            (nameof(timings.BuildPhase), timings.BuildPhase),
            (nameof(timings.FunctionChange), timings.FunctionChange),
            (nameof(timings.SourceChange), timings.SourceChange),
            (nameof(timings.PipelineStep), timings.PipelineStep),
            (nameof(timings.PipelinePoll), timings.PipelinePoll),
        ];
        foreach (var (name, value) in all)
        {
            if (value < TimeSpan.Zero)
            {
                throw new ArgumentException($"The timing {name} is {value}. Give zero or more.", nameof(timings));
            }
        }

        if (timings.HttpHealthCheckTimeout.TotalSeconds is < 2 or > 30)
        {
            throw new ArgumentException($"The timing {nameof(timings.HttpHealthCheckTimeout)} is {timings.HttpHealthCheckTimeout}. Give 2 to 30 seconds, the interval of the checks.", nameof(timings));
        }

        foreach (var (name, value) in all)
        {
            if (value == TimeSpan.Zero && name is (nameof(timings.AlarmPoll) or nameof(timings.PipelinePoll)))
            {
                throw new ArgumentException($"The timing {name} is zero. Give more, so that time can pass between two looks.", nameof(timings));
            }
        }
    }
}
