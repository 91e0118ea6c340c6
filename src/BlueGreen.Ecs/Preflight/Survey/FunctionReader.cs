using Amazon.Lambda;
using Amazon.Lambda.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks whether the functions of hooks are there. What is in another account or region is not looked for.</summary>
internal sealed class FunctionReader(SideClient<IAmazonLambda> lambda, SurveyCalls calls)
{
    /// <summary>Each function as hooks name it, with the ARN that was found.</summary>
    public async Task<IReadOnlyList<(string Function, Read<string> Found)>> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var place = AwsPlace.Of(plan.Service.Arn);
        var wanted = plan.Traffic.Hooks.Select(hook => hook.Function).Where(function => FunctionArn.IsIn(function, place)).Distinct(StringComparer.Ordinal);
        return await Task.WhenAll(wanted.Select(async function => (function, await ReadAsync(function, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
    }

    private Task<Read<string>> ReadAsync(string function, CancellationToken cancellationToken) => calls.ReadAsync(
        "lambda:GetFunctionConfiguration",
        function,
        "whether the function of a hook exists",
        async token => (await lambda.Value.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = function }, token).ConfigureAwait(false)).FunctionArn,
        code => code is "ResourceNotFoundException",
        cancellationToken);
}
