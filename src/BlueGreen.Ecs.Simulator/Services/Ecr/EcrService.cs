using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>Elastic Container Registry. Layers are not kept: a manifest alone is an image.</summary>
internal sealed class EcrService(World world) : IAwsService
{
    private static readonly OperationTable<EcrState> Operations = new("ecr")
    {
        ["CreateRepository"] = RepositoryOperations.Create,
        ["DescribeRepositories"] = RepositoryOperations.Describe,
        ["DeleteRepository"] = RepositoryOperations.Delete,
        ["SetRepositoryPolicy"] = PolicyOperations.Set,
        ["GetRepositoryPolicy"] = PolicyOperations.Get,
        ["DeleteRepositoryPolicy"] = PolicyOperations.Delete,
        ["PutLifecyclePolicy"] = PolicyOperations.PutLifecycle,
        ["GetLifecyclePolicy"] = PolicyOperations.GetLifecycle,
        ["DeleteLifecyclePolicy"] = PolicyOperations.DeleteLifecycle,
        ["StartLifecyclePolicyPreview"] = LifecyclePreviewOperations.Start,
        ["GetLifecyclePolicyPreview"] = LifecyclePreviewOperations.Get,
        ["PutImageTagMutability"] = RepositoryOperations.PutTagMutability,
        ["TagResource"] = RepositoryOperations.Tag,
        ["UntagResource"] = RepositoryOperations.Untag,
        ["ListTagsForResource"] = RepositoryOperations.ListTags,
        ["GetAuthorizationToken"] = RepositoryOperations.GetAuthorizationToken,
        ["PutImage"] = ImageOperations.Put,
        ["BatchCheckLayerAvailability"] = RepositoryOperations.CheckLayers,
        ["StartImageScan"] = ScanOperations.Start,
        ["DescribeImageScanFindings"] = ScanOperations.DescribeFindings,
        ["BatchGetImage"] = ImageOperations.BatchGet,
        ["DescribeImages"] = ImageOperations.Describe,
        ["ListImages"] = ImageOperations.List,
        ["BatchDeleteImage"] = ImageOperations.BatchDelete,
    };

    public string Name => "ecr";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, world.In(call.Region).Get(region => new EcrState(region)));
}
