using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Asks IAM what a principal may do. Mirrors <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">SimulatePrincipalPolicy</see>.</summary>
internal sealed class PolicySimulator(SideClient<IAmazonIdentityManagementService> iam, SurveyCalls calls)
{
    /// <summary>What a principal's policies do not allow.</summary>
    /// <param name="principal">The ARN of a role or user.</param>
    /// <param name="unknown">What is not known when IAM may not be asked, as the end of a sentence.</param>
    /// <param name="needed">What it must be allowed to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Read<IReadOnlyList<Permission>>> RefusedAsync(string principal, string unknown, IReadOnlyList<Permission> needed, CancellationToken cancellationToken) =>
        calls.ReadAsync<IReadOnlyList<Permission>>(
            "iam:SimulatePrincipalPolicy",
            principal,
            unknown,
            async token =>
            {
                var decided = await AskAsync(principal, needed, token).ConfigureAwait(false);
                return [.. needed.Where(one => decided.TryGetValue(one, out var isAllowed) && !isAllowed)];
            },
            code => code.StartsWith("NoSuchEntity", StringComparison.Ordinal),
            cancellationToken);

    // Every action is asked with every resource; only the pairs that are needed count. A decision that hangs on a condition's value is none.
    private async Task<Dictionary<Permission, bool>> AskAsync(string principal, IReadOnlyList<Permission> needed, CancellationToken cancellationToken)
    {
        var request = new SimulatePrincipalPolicyRequest
        {
            PolicySourceArn = principal,
            ActionNames = [.. needed.Select(one => one.Action).Distinct(StringComparer.Ordinal)],
            ResourceArns = [.. needed.Select(one => one.Resource).Distinct(StringComparer.Ordinal)],
            ContextEntries = [new() { ContextKeyName = "iam:PassedToService", ContextKeyType = ContextKeyTypeEnum.String, ContextKeyValues = ["ecs-tasks.amazonaws.com"] }],
            MaxItems = 1000,
        };
        var decided = new Dictionary<Permission, bool>();
        do
        {
            var response = await iam.Value.SimulatePrincipalPolicyAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var one in (response.EvaluationResults ?? []).Where(one => one.EvalDecision == PolicyEvaluationDecisionType.Allowed || one.MissingContextValues is not { Count: > 0 }))
            {
                decided[new(one.EvalActionName, one.EvalResourceName)] = one.EvalDecision == PolicyEvaluationDecisionType.Allowed;
            }

            request.Marker = response.IsTruncated is true ? response.Marker : null;
        }
        while (!string.IsNullOrEmpty(request.Marker));

        return decided;
    }
}
