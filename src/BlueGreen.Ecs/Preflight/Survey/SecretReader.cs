using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks whether secrets and parameters are there. Their values are never asked for.</summary>
internal sealed class SecretReader(SideClient<IAmazonSecretsManager> secrets, SideClient<IAmazonSimpleSystemsManagement> parameters, SurveyCalls calls)
{
    public async Task<IReadOnlyList<(SecretSource Wanted, Read<string> Found)>> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        // The clients look in the service's region.
        var place = AwsPlace.Of(plan.Service.Arn);
        var wanted = SecretSource.Of(plan.TaskDefinition, place).Where(secret => place.Region.Length == 0 || AwsPlace.Of(secret.Arn) == place).ToLookup(secret => secret.IsParameter);
        var ofManager = Task.WhenAll(wanted[false].Select(async secret => (secret, await SecretAsync(secret, cancellationToken).ConfigureAwait(false))));
        var ofStore = wanted[true].Any() ? await ParametersAsync([.. wanted[true]], cancellationToken).ConfigureAwait(false) : [];
        return [.. await ofManager.ConfigureAwait(false), .. ofStore];
    }

    private Task<Read<string>> SecretAsync(SecretSource secret, CancellationToken cancellationToken) => calls.ReadAsync(
        "secretsmanager:DescribeSecret",
        secret.Arn,
        $"whether the secret of {secret.Name} exists",
        async token => (await secrets.Value.DescribeSecretAsync(new DescribeSecretRequest { SecretId = secret.Arn }, token).ConfigureAwait(false)) is { DeletedDate: null } found ? found.ARN : null,
        code => code is "ResourceNotFoundException",
        cancellationToken);

    // One call for all of them.
    private async Task<IEnumerable<(SecretSource Wanted, Read<string> Found)>> ParametersAsync(List<SecretSource> wanted, CancellationToken cancellationToken)
    {
        var request = new DescribeParametersRequest
        {
            ParameterFilters = [new() { Key = "Name", Option = "Equals", Values = wanted.ConvertAll(one => one.ParameterName) }],
            MaxResults = 50,
        };
        var found = await calls.ReadAsync<IReadOnlyList<ParameterMetadata>>(
            "ssm:DescribeParameters",
            string.Join(", ", wanted.Select(one => one.ParameterName)),
            "whether the parameters exist",
            async token => (await parameters.Value.DescribeParametersAsync(request, token).ConfigureAwait(false)).Parameters ?? [],
            isMissing: null,
            cancellationToken).ConfigureAwait(false);
        return found.NotChecked is { } reason
            ? [(wanted[0], new Read<string>(Value: null, reason))]
            : wanted.Select(one => (one, new Read<string>(found.Value!.FirstOrDefault(parameter => parameter.Name == one.ParameterName)?.Name, NotChecked: null)));
    }
}
