using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG267: what ARNs name is in the service's account, and where it must be in its region.</summary>
internal sealed class PlaceCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        var plan = around.Plan;
        var own = AwsPlace.Of(plan.Service.Arn);
        var roles = new[] { ("execution role", plan.TaskDefinition.ExecutionRoleArn), ("task role", plan.TaskDefinition.TaskRoleArn) };
        var functions = (plan.AppSpec?.Hooks ?? []).Select(hook => (Use: $"function of {hook.Event}", Arn: (string?)hook.Function));
        foreach (var (use, arn) in roles.Concat(functions))
        {
            if (arn is not null && own.Account.Length > 0 && AwsPlace.Of(arn) is { Account.Length: > 0 } place && (place.Account != own.Account || (place.Region is { Length: > 0 } other && other != own.Region)))
            {
                yield return new(
                    "BG267", FindingSeverity.Error, arn,
                    $"The {use} is of {Describe(place)}; the service is of {Describe(own)}, and AWS takes it from nowhere else.",
                    "Name one of the service's own account and region; such an ARN is mostly left over from another environment.");
            }
        }
    }

    private static string Describe(AwsPlace place) => place.Region.Length > 0 ? $"account {place.Account}, region {place.Region}" : $"account {place.Account}";
}
