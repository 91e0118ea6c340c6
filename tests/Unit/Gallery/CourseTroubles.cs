using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>What happens in the course of a deployment: alarms, hooks, waits, other people; and who may do what.</summary>
internal static class CourseTroubles
{
    private const string Alarm = "5xx-high";
    private const string Function = "smoke-test";

    private static CancellationToken Token => GalleryScene.Token;

    public static IEnumerable<Trouble> All { get; } =
    [
        new("the alarm is red already") { Cause = SetAlarm("ALARM"), Deployment = Watched, Before = "BG411", After = "BG931" },
        new("the alarm goes off while traffic moves")
        {
            Cause = SetAlarm("OK"),
            Deployment = Watched,
            Meanwhile = (happened => happened.GreenPercent == 10, scene => SetAlarm("ALARM")(scene)),
            After = "BG930",
        },
        new("an alarm of the group is missing") { Deployment = Watched, Before = "BG413" },
        Hook("a hook never answers", _ => HookReply.InProgress(), "BG933"),
        Hook("a hook says that it failed", _ => HookReply.Failed(), "BG932"),
        Hook("a hook's function does not exist", reply: null, "BG934") with { Before = "BG415" },
        Hook("CodeDeploy's role may not call the hook", _ => HookReply.Succeeded(), "BG935") with
        {
            Cause = async scene =>
            {
                scene.Simulator.Functions[Function] = _ => HookReply.Succeeded();
                await scene.DetachAsync("CodeDeployECSRole", "AWSCodeDeployRoleForECS");
                await scene.Aws.Iam.AttachRolePolicyAsync(new() { RoleName = "CodeDeployECSRole", PolicyArn = "arn:aws:iam::aws:policy/AWSCodeDeployRoleForECSLimited" }, Token);
            },
            Before = "BG604",
        },
        new("CodeDeploy's role was deleted")
        {
            Cause = async scene =>
            {
                await scene.DetachAsync("CodeDeployECSRole", "AWSCodeDeployRoleForECS");
                await scene.Aws.Iam.DeleteRoleAsync(new() { RoleName = "CodeDeployECSRole" }, Token);
            },
            Before = "BG601",
            After = "BG945",
        },
        new("nobody lets the waiting deployment go on")
        {
            Seed = new() { ReadyWait = TimeSpan.FromMinutes(10), TerminationWait = TimeSpan.FromMinutes(2) },
            Happen = scene => scene.ExplainOthersAsync(),
            After = "BG936",
        },
        new("the service is scaled while it is deployed")
        {
            Happen = async scene =>
            {
                var id = await scene.DeployByOthersAsync(config: "CodeDeployDefault.ECSLinear10PercentEvery3Minutes");
                scene.Simulator.Clock.Advance(TimeSpan.FromMinutes(4));
                scene.Simulator.Images[scene.Seed.ImageV1].StartsSlowly(TimeSpan.FromMinutes(20));
                await scene.Aws.Ecs.UpdateServiceAsync(new() { Cluster = scene.Seed.ClusterName, Service = scene.Seed.ServiceName, DesiredCount = 8 }, Token);
                return await scene.ExplainAsync(id);
            },
            After = "BG937",
        },
        new("the previous deployment has not settled")
        {
            Happen = async scene =>
            {
                var first = await scene.DeployByOthersAsync(config: "CodeDeployDefault.ECSLinear10PercentEvery3Minutes", rollsBack: false);
                scene.Simulator.Clock.Advance(TimeSpan.FromMinutes(12));
                await scene.Aws.CodeDeploy.StopDeploymentAsync(new() { DeploymentId = first, AutoRollbackEnabled = false }, Token);
                scene.Simulator.Clock.Advance(TimeSpan.FromSeconds(30));
                return await scene.ExplainOthersAsync();
            },
            After = "BG947",
        },
        new("somebody stops it")
        {
            Happen = async scene =>
            {
                var id = await scene.DeployByOthersAsync();
                scene.Simulator.Clock.Advance(TimeSpan.FromSeconds(20));
                await scene.Aws.CodeDeploy.StopDeploymentAsync(new() { DeploymentId = id, AutoRollbackEnabled = true }, Token);
                return await scene.ExplainAsync(id);
            },
            After = "BG938",
        },
        new("the service is deleted meanwhile")
        {
            Meanwhile = (happened => happened.GreenPercent == 10, scene => scene.Aws.Ecs.DeleteServiceAsync(new() { Cluster = scene.Seed.ClusterName, Service = scene.Seed.ServiceName, Force = true }, Token)),
            After = "BG939",
        },
        new("whoever deploys may not pass the task definition's roles")
        {
            Cause = scene => CallAsync(scene, "ecs:*", "codedeploy:*", "elasticloadbalancing:*", "iam:GetRole", "iam:SimulatePrincipalPolicy", "ec2:*", "ecr:*", "logs:*", "application-autoscaling:*", "cloudwatch:*"),
            Before = "BG605",
        },
        new("others scale the service all the time")
        {
            Cause = async scene => await scene.Aws.Scaling.RegisterScalableTargetAsync(
                new()
                {
                    ServiceNamespace = "ecs",
                    ResourceId = $"service/{scene.Seed.ClusterName}/{scene.Seed.ServiceName}",
                    ScalableDimension = "ecs:service:DesiredCount",
                    MinCapacity = 1,
                    MaxCapacity = 10,
                },
                Token),
            Before = "BG255",
        },
        new("another deployment is in progress")
        {
            Cause = async scene => await scene.DeployByOthersAsync(),
            Before = "BG404",
        },
    ];

    private static DeploymentBuilder Watched(GalleryScene scene) => GalleryScene.Deploy().RollBackOn(RollBackTrigger.Alarm(Alarm));

    private static Func<GalleryScene, Task> SetAlarm(string state) => scene =>
    {
        scene.Simulator.SetAlarmState(Alarm, state, region: scene.Seed.Region);
        return Task.CompletedTask;
    };

    private static Trouble Hook(string name, Func<FunctionInvocation, JsonObject?>? reply, string after) => new(name)
    {
        Cause = scene =>
        {
            if (reply is not null)
            {
                scene.Simulator.Functions[Function] = reply;
            }

            return Task.CompletedTask;
        },
        Deployment = scene => GalleryScene.Deploy().WithAppSpec(new AppSpec
        {
            ContainerName = GalleryScene.Container,
            ContainerPort = scene.Seed.ContainerPort,
            Hooks = [new(HookEvent.AfterAllowTestTraffic, Function)],
        }),
        After = after,
    };

    private static async Task CallAsync(GalleryScene scene, params string[] actions)
    {
        await scene.Aws.Iam.CreateRoleAsync(
            new() { RoleName = "deployer", AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""" }, Token);
        await scene.AllowAsync("deployer", actions);
        scene.AccessKey = "AKIADEPLOYER";
        scene.Simulator.Callers[scene.AccessKey] = "arn:aws:iam::123456789012:role/deployer";
    }
}
