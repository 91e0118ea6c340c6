using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs;

/// <summary>Checks <see cref="DeployerOptions"/> when they are first read, and at start-up in a host.</summary>
internal sealed class DeployerOptionsValidator : IValidateOptions<DeployerOptions>
{
    public ValidateOptionsResult Validate(string? name, DeployerOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Check(result, nameof(options.PollInterval), options.PollInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));
        Check(result, nameof(options.LongestPause), options.LongestPause, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));
        Check(result, nameof(options.CancelBudget), options.CancelBudget, TimeSpan.FromSeconds(1), TimeSpan.FromHours(2));
        Check(result, nameof(options.NoProgressLimit), options.NoProgressLimit, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
        Check(result, nameof(options.ToleratedOutage), options.ToleratedOutage, TimeSpan.Zero, TimeSpan.FromDays(7));
        Check(result, nameof(options.PreflightLimit), options.PreflightLimit, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        return result.Build();
    }

    private static void Check<T>(ValidateOptionsResultBuilder result, string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            result.AddError($"{name} is {value}; allowed is {least} to {most}.", name);
        }
    }
}
