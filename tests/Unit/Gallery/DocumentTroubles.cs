using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>AppSpecs and task definitions that do not go together.</summary>
internal static class DocumentTroubles
{
    public static IEnumerable<Trouble> All { get; } =
    [
        new("the AppSpec names a container that the task definition does not have (the staging one)")
        {
            Deployment = _ => GalleryScene.Deploy().WithAppSpec(new AppSpec { ContainerName = "labo-terraform-staging", ContainerPort = 5000 }),
            Before = "BG201",
            Happen = scene => scene.ExplainOthersAsync(revision => scene.AppSpecOf(revision, container: "labo-terraform-staging")),
            After = "BG940",
        },
        new("the AppSpec names a port that is not mapped")
        {
            Deployment = _ => GalleryScene.Deploy().WithAppSpec(new AppSpec { ContainerName = GalleryScene.Container, ContainerPort = 443 }),
            Before = "BG201",
            Happen = scene => scene.ExplainOthersAsync(revision => scene.AppSpecOf(revision, port: 443)),
            After = "BG941",
        },
        new("the AppSpec's task definition has no revision number")
        {
            Deployment = _ => GalleryScene.Deploy().WithAppSpec(new AppSpec { TaskDefinition = "ecs-admin-test:latest", ContainerName = GalleryScene.Container, ContainerPort = 5000 }),
            Before = "BG202",
            Happen = scene => scene.ExplainOthersAsync(_ => scene.AppSpecOf("ecs-admin-test:latest")),
            After = "BG942",
        },
        new("the task definition was deregistered")
        {
            Happen = async scene =>
            {
                var revision = await scene.RegisterAsync();
                await scene.Aws.Ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = revision }, GalleryScene.Token);
                return await scene.ExplainOthersAsync(_ => scene.AppSpecOf(revision));
            },
            After = "BG943",
        },
        new("the AppSpec cannot be read")
        {
            Look = _ => Task.FromResult<IReadOnlyList<Finding>>([.. Mistakes(() => GalleryScene.Deploy().WithAppSpec(AppSpecDocument.Parse("version: 0.0\nResources: [")))]),
            Before = "BG100",
            Happen = scene => scene.ExplainOthersAsync(_ => "version: 0.0\nHooks:\n  - none\n"),
            After = "BG944",
        },
        new("the execution role is absent")
        {
            Deployment = _ => GalleryScene.Deploy(definition => definition with { ExecutionRoleArn = null }),
            Before = "BG135",
        },
    ];

    private static IEnumerable<Finding> Mistakes(Func<DeploymentBuilder> build)
    {
        try
        {
            build().Build();
            return [];
        }
        catch (DocumentException exception)
        {
            return [new("BG100", FindingSeverity.Error, exception.Position?.ToString() ?? "", exception.Message, "")];
        }
    }
}
