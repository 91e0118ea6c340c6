namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/findings.md; what it does is tested in <c>Building</c> and <c>Deploying</c>.</summary>
internal static class FindingSnippets
{
    public static Deployment Suppress()
    {
        Deployment deployment = Deployment.For("web/shop")
            .WithTaskDef("taskdef.json")
            .Suppress("BG133", because: "the image is rebuilt nightly")
            .Build();

        return deployment;
    }
}
