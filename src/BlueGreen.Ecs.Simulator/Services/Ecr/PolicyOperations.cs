using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>The operations on repositories' access and lifecycle policies. Lifecycle policies are kept, and delete nothing.</summary>
internal static class PolicyOperations
{
    public static JsonObject Set(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var text = request.Text("policyText")!;
        repository.Policy = IsObject(text) ? text
            : throw new AwsErrorException("InvalidParameterException", "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'");
        return Answer(repository, "policyText", repository.Policy);
    }

    public static JsonObject Get(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        return Answer(repository, "policyText", repository.Policy ?? throw NoPolicy(repository));
    }

    public static JsonObject Delete(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var answer = Answer(repository, "policyText", repository.Policy ?? throw NoPolicy(repository));
        repository.Policy = null;
        return answer;
    }

    public static JsonObject PutLifecycle(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var text = CheckLifecycle(request.Text("lifecyclePolicyText")!);
        repository.LifecyclePolicy = text;
        return Answer(repository, "lifecyclePolicyText", text);
    }

    public static JsonObject GetLifecycle(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        return Answer(repository, "lifecyclePolicyText", LifecycleOf(repository));
    }

    public static JsonObject DeleteLifecycle(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var answer = Answer(repository, "lifecyclePolicyText", LifecycleOf(repository));
        repository.LifecyclePolicy = null;
        return answer;
    }

    /// <returns>The text of a lifecycle policy.</returns>
    /// <exception cref="AwsErrorException">It is none.</exception>
    public static string CheckLifecycle(string text) => HasRules(text) ? text : throw new AwsErrorException("InvalidParameterException",
        "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: a policy is a JSON object with a list of rules, "
        + "each with a rulePriority, a selection and an action'");

    /// <exception cref="AwsErrorException">The repository has none.</exception>
    public static string LifecycleOf(Repository repository) => repository.LifecyclePolicy ?? throw NoLifecycle(repository);

    private static Repository Of(EcrState state, JsonObject request) => state.Repository(request.Text("repositoryName")!);

    private static JsonObject Answer(Repository repository, string member, string text) =>
        new() { ["registryId"] = repository.Registry, ["repositoryName"] = repository.Name, [member] = text };

    private static bool IsObject(string text) => Parse(text) is not null;

    private static bool HasRules(string text) => Parse(text)?["rules"] is JsonArray { Count: > 0 } rules
        && rules.All(rule => rule is JsonObject one && one["rulePriority"] is not null && one["selection"] is JsonObject && one["action"] is JsonObject);

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AwsErrorException NoPolicy(Repository repository) => new("RepositoryPolicyNotFoundException",
        $"Repository policy does not exist for the repository with name '{repository.Name}' in the registry with id '{repository.Registry}'");

    private static AwsErrorException NoLifecycle(Repository repository) => new("LifecyclePolicyNotFoundException",
        $"Lifecycle policy does not exist for the repository with name '{repository.Name}' in the registry with id '{repository.Registry}'");
}
