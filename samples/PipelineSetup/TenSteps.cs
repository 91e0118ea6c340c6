using BlueGreen.Ecs;

namespace BlueGreen.PipelineSetup;

/// <summary>Tells of the walk-through's first nine steps in their order, each as soon as all of it is there. Much of it is made side by side.</summary>
internal sealed class TenSteps(EnvironmentPlan plan, Users users, Func<Task> pushFirstImage) : IProgress<ProvisioningEvent>
{
    private static readonly (string Title, ResourceKind[] Kinds)[] Steps =
    [
        ("IAM roles", [ResourceKind.Role]),
        ("ECR repository", [ResourceKind.Repository]),
        ("Task definition, from taskdef.json", [ResourceKind.LogGroup, ResourceKind.TaskDefinition]),
        ("CodeCommit repository with taskdef.json, appspec.yaml, buildspec.yml and the application", [ResourceKind.SourceRepository]),
        ("Load balancer, listeners and two target groups", [ResourceKind.SecurityGroup, ResourceKind.LoadBalancer, ResourceKind.TargetGroup, ResourceKind.Listener]),
        ("ECS service, deployed by CodeDeploy", [ResourceKind.Cluster, ResourceKind.Service]),
        ("CodeDeploy application and deployment group", [ResourceKind.Application, ResourceKind.DeploymentGroup]),
        ("CodeBuild project, which runs buildspec.yml", [ResourceKind.BuildProject]),
        ("CodePipeline: Source, Build, Deploy", [ResourceKind.Bucket, ResourceKind.Pipeline]),
    ];

    private readonly Lock _lock = new();
    private readonly HashSet<string> _missing = [.. plan.Changes.Select(resource => $"{resource.Kind}:{resource.Name}")];
    private int _told;

    /// <summary>Ends when the first version's image is in its repository.</summary>
    public Task Pushed { get; private set; } = Task.CompletedTask;

    public void Report(ProvisioningEvent value)
    {
        switch (value)
        {
            case { Kind: ResourceKind.Repository }:
                Pushed = pushFirstImage();
                break;
            case { Kind: ResourceKind.Listener, Arn: { } listener } when value.Name.EndsWith(":80", StringComparison.Ordinal):
                users.Arrive(listener);
                break;
        }

        lock (_lock)
        {
            _missing.Remove($"{value.Kind}:{value.Name}");
            while (_told < Steps.Length && !_missing.Any(IsOfStep))
            {
                var (title, kinds) = Steps[_told++];
                Console.WriteLine($"{_told}. {title}: {string.Join(", ", plan.Changes.Where(resource => kinds.Contains(resource.Kind)).Select(resource => resource.Name))}");
            }
        }
    }

    private bool IsOfStep(string id) => Steps[_told].Kinds.Any(kind => id.StartsWith($"{kind}:", StringComparison.Ordinal));
}
