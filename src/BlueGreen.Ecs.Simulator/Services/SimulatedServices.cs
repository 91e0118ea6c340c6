using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.AutoScaling;
using BlueGreen.Ecs.Simulator.Services.CloudWatch;
using BlueGreen.Ecs.Simulator.Services.CodeBuild;
using BlueGreen.Ecs.Simulator.Services.CodeCommit;
using BlueGreen.Ecs.Simulator.Services.CodeDeploy;
using BlueGreen.Ecs.Simulator.Services.CodePipeline;
using BlueGreen.Ecs.Simulator.Services.Ec2;
using BlueGreen.Ecs.Simulator.Services.Ecr;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;
using BlueGreen.Ecs.Simulator.Services.Iam;
using BlueGreen.Ecs.Simulator.Services.Lambda;
using BlueGreen.Ecs.Simulator.Services.Logs;
using BlueGreen.Ecs.Simulator.Services.S3;
using BlueGreen.Ecs.Simulator.Services.SecretsManager;
using BlueGreen.Ecs.Simulator.Services.Ssm;
using BlueGreen.Ecs.Simulator.Services.Sts;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>The services that are simulated. A new one is one more line.</summary>
internal static class SimulatedServices
{
    public static IReadOnlyList<IAwsService> All(World world) =>
    [
        new AutoScalingService(world),
        new CloudWatchService(world),
        new CodeBuildService(world),
        new CodeCommitService(world),
        new CodeDeployService(world),
        new CodePipelineService(world),
        new Ec2Service(world),
        new EcrService(world),
        new EcsService(world),
        new ElasticLoadBalancingService(world),
        new IamService(world),
        new LambdaService(world),
        new LogsService(world),
        new S3Service(world),
        new SecretsManagerService(world),
        new SsmService(world),
        new StsService(world),
    ];
}
