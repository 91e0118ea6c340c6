namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/groups.md; what it does is tested in <c>Deploying/Groups</c>.</summary>
internal static class GroupSnippets
{
    public static async Task ReleaseAsync(IDeployer deployer, Deployment api, Deployment worker, Deployment web, IProgress<JointDeploymentEvent> progress, CancellationToken cancellationToken)
    {
        JointDeployment release = Deployment.Group(api, worker, web) // each from Deployment.For(…)…Build()
            .Gate(Stage.TestTraffic, HttpProbe.Of("http://test.example.com:8080/health"));

        JointDeploymentResult result = await deployer.DeployTogetherAsync(release, progress, cancellationToken);
        foreach (JointMemberResult member in result.Members)
        {
            Console.WriteLine(member); // web/api: Succeeded
        }

        result.EnsureSucceeded();
    }
}
