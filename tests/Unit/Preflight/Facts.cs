using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;
using Elb = Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Tests.Unit.Preflight;

/// <summary>Facts of a service that is in order.</summary>
internal static class Facts
{
    public const string Listener = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/1/2";

    public static CodeDeployFacts Good { get; } = new()
    {
        Deployment = new() { Service = ServiceReference.Parse("web/shop") },
        Service = new()
        {
            Reference = ServiceReference.Parse("web/shop"),
            Arn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop",
            DeploymentController = "CODE_DEPLOY",
            TaskDefinitionArn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1",
            TargetGroupArn = TargetGroup("blue"),
        },
        Target = new("app", "group"),
        Group = new()
        {
            LoadBalancerInfo = new()
            {
                TargetGroupPairInfoList =
                [
                    new() { TargetGroups = [new() { Name = "blue" }, new() { Name = "green" }], ProdTrafficRoute = new() { ListenerArns = [Listener] }, TestTrafficRoute = new() { ListenerArns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/1/3"] } },
                ],
            },
            BlueGreenDeploymentConfiguration = new()
            {
                DeploymentReadyOption = new() { ActionOnTimeout = Amazon.CodeDeploy.DeploymentReadyAction.STOP_DEPLOYMENT, WaitTimeInMinutes = 60 },
                TerminateBlueInstancesOnDeploymentSuccess = new() { TerminationWaitTimeInMinutes = 5 },
            },
            AutoRollbackConfiguration = new() { Enabled = true, Events = ["DEPLOYMENT_FAILURE"] },
        },
        TaskDefinition = new() { Family = "web", ContainerDefinitions = [new() { Name = "web", PortMappings = [new() { ContainerPort = 80 }] }] },
        AppSpec = new() { ContainerName = "web", ContainerPort = 80 },
        ProductionRules = [Forward(("blue", 1))],
    };

    public static string TargetGroup(string name) => $"arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/{name}/73e2d6bc24d8a067";

    public static Rule Forward(params (string Name, int? Weight)[] groups) => new()
    {
        Actions =
        [
            new()
            {
                Type = Amazon.ElasticLoadBalancingV2.ActionTypeEnum.Forward,
                ForwardConfig = new() { TargetGroups = [.. groups.Select(group => new TargetGroupTuple { TargetGroupArn = TargetGroup(group.Name), Weight = group.Weight })] },
            },
        ],
    };

    public static Rule ForwardTo(string name) =>
        new() { Actions = [new Elb.Action { Type = Amazon.ElasticLoadBalancingV2.ActionTypeEnum.Forward, TargetGroupArn = TargetGroup(name) }] };
}
