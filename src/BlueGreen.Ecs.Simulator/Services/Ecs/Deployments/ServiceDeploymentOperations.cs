using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>ListServiceDeployments, DescribeServiceDeployments, DescribeServiceRevisions, StopServiceDeployment and ContinueServiceDeployment.</summary>
internal static class ServiceDeploymentOperations
{
    private const int PageSize = 20;
    private const int LargestPage = 100;
    private const int MostDescribed = 20;

    public static JsonObject List(EcsState state, JsonObject input)
    {
        var service = state.FindService(input.Text("cluster"), input.Text("service"));
        RefuseOtherControllers(service);
        var size = input.Int("maxResults") ?? PageSize;
        if (size is < 1 or > LargestPage)
        {
            throw EcsErrors.InvalidParameter($"maxResults must be between 1 and {LargestPage}.");
        }

        var statuses = input.Texts("status");
        var created = input.Object("createdAt") ?? [];
        var found = service.Deployments.AsEnumerable().Reverse()
            .Where(one => (statuses.Count == 0 || statuses.Contains(one.Status, StringComparer.Ordinal))
                && !(one.CreatedAt.EpochSeconds() < created.Number("after"))
                && !(one.CreatedAt.EpochSeconds() > created.Number("before")));
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), size, "InvalidParameterException");
        var output = new JsonObject { ["serviceDeployments"] = page.Select(ServiceDeploymentView.Brief).ToJson() };
        output.SetUnlessNull("nextToken", next);
        return output;
    }

    public static JsonObject Describe(EcsState state, JsonObject input) =>
        Describe(input, "serviceDeploymentArns", "serviceDeployments", arn => state.Deployments.TryFind(arn) is { } found ? ServiceDeploymentView.Of(found) : null);

    public static JsonObject DescribeRevisions(EcsState state, JsonObject input) =>
        Describe(input, "serviceRevisionArns", "serviceRevisions", arn => state.Deployments.TryFindRevision(arn) is { } found ? ServiceRevisionView.Of(found) : null);

    public static JsonObject Stop(EcsState state, JsonObject input)
    {
        var deployment = state.Deployments.Find(input.Text("serviceDeploymentArn", ""));
        if (deployment.IsOver)
        {
            throw new AwsErrorException("ConflictException", $"The service deployment can't be stopped, because its status is {deployment.Status}.")
            {
                Members = new JsonObject { ["resourceIds"] = new JsonArray(deployment.Arn) },
            };
        }

        deployment.Run.Stop(rollBack: input.Text("stopType") is not "ABORT");
        return new JsonObject { ["serviceDeploymentArn"] = deployment.Arn };
    }

    public static JsonObject Continue(EcsState state, JsonObject input)
    {
        var deployment = state.Deployments.Find(input.Text("serviceDeploymentArn", ""));
        if (deployment.Status != ServiceDeploymentStatus.InProgress)
        {
            throw EcsErrors.InvalidParameter($"The service deployment can't be continued, because its status is {deployment.Status}, and not {ServiceDeploymentStatus.InProgress}.");
        }

        var hook = input.Text("hookId", "");
        return deployment.Run.Continue(hook, rollBack: input.Text("action") == Hook.RollBack)
            ? new JsonObject { ["serviceDeploymentArn"] = deployment.Arn }
            : throw EcsErrors.InvalidParameter($"The service deployment has no lifecycle hook {hook} that awaits an action.");
    }

    private static JsonObject Describe(JsonObject input, string asked, string answered, Func<string, JsonObject?> find)
    {
        var arns = input.Texts(asked);
        if (arns.Count is 0 or > MostDescribed)
        {
            throw EcsErrors.InvalidParameter(arns.Count == 0 ? $"{asked} cannot be empty." : $"At most {MostDescribed} ARNs can be described in one call.");
        }

        var found = arns.Select(arn => (Arn: arn, Json: find(arn))).ToList();
        return new JsonObject
        {
            [answered] = found.Select(one => one.Json).OfType<JsonObject>().ToJson(),
            ["failures"] = found.Where(one => one.Json is null).Select(one => Failures.Missing(one.Arn)).ToJson(),
        };
    }

    private static void RefuseOtherControllers(Service service)
    {
        if (service.Controller != DeploymentController.Ecs)
        {
            throw new AwsErrorException("UnsupportedFeatureException", $"Service deployments exist only in services with an ECS deployment controller, and this one has {service.Controller}.");
        }
    }
}
