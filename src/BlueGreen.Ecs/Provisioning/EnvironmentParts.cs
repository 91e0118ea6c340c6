using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.CodeDeploy;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Provisioning.Parts;
using LoadBalancer = Amazon.ElasticLoadBalancingV2.Model.LoadBalancer;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>Takes an environment apart: every resource, each behind those on which it depends.</summary>
internal sealed class EnvironmentParts(
    IAmazonECS ecs,
    IAmazonCodeDeploy codeDeploy,
    IAmazonElasticLoadBalancingV2 balancing,
    IAmazonEC2 ec2,
    IAmazonECR ecr,
    IAmazonIdentityManagementService iam,
    IAmazonCloudWatch cloudWatch,
    IAmazonCloudWatchLogs logs,
    DeploymentConfigs configurations,
    PipelineParts pipelines)
{
    public IReadOnlyList<EnvironmentPart> Of(BlueGreenEnvironment environment)
    {
        IEnumerable<EnvironmentPart> all =
        [
            .. Networks(environment),
            new ClusterPart(environment, ecs),
            .. environment.Repository is { } repository ? [new RepositoryPart(environment, repository, ecr)] : Array.Empty<EnvironmentPart>(),
            .. environment.LogGroups.Select(group => new LogGroupPart(environment, group, logs)),
            .. EnvironmentRoles.Of(environment).Select(role => new RolePart(environment, role, iam)),
            new TargetGroupPart(environment, environment.TargetGroups.Blue, balancing),
            new TargetGroupPart(environment, environment.TargetGroups.Green, balancing),
            new ListenerPart(environment, environment.ProductionListener, balancing),
            .. environment.TestListener is { } test ? [new ListenerPart(environment, test, balancing)] : Array.Empty<EnvironmentPart>(),
            .. environment.Alarms.Select(alarm => new AlarmPart(environment, alarm, cloudWatch)),
            new TaskDefinitionPart(environment, ecs),
            new ServicePart(environment, ecs),
            .. environment.Service.Controller == EnvironmentController.External ? [new TaskSetPart(environment, ecs)] : Array.Empty<EnvironmentPart>(),
            .. environment.CodeDeploy is { } target
                ? [new ApplicationPart(environment, target, codeDeploy), new DeploymentGroupPart(environment, target, codeDeploy, configurations)]
                : Array.Empty<EnvironmentPart>(),
            .. pipelines.Of(environment),
        ];

        // One bucket, or a role that is there already, may serve twice.
        return [.. all.DistinctBy(part => part.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<EnvironmentPart> Networks(BlueGreenEnvironment environment)
    {
        var (balancer, network) = (new LoadBalancerPart(environment, balancing), new NetworkPart(environment, ec2));
        if (environment.LoadBalancer.IsExisting)
        {
            yield return balancer;
            yield return network;
        }
        else
        {
            yield return network;
            if (environment.Network.LoadBalancerSecurityGroups.Count == 0)
            {
                yield return new SecurityGroupPart(environment, ec2, PartNames.LoadBalancerGroup(environment), $"Admits users to the load balancer of {environment.Name}", [], _ => Users(environment));
            }

            yield return balancer;
        }

        if (environment.Network.TaskSecurityGroups.Count == 0 && environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc)
        {
            string[] before = [.. environment.LoadBalancer.IsExisting ? [PartIds.LoadBalancer(environment)] : environment.Network.LoadBalancerSecurityGroups.Count == 0 ? [PartIds.LoadBalancerGroup(environment)] : Array.Empty<string>()];
            yield return new SecurityGroupPart(environment, ec2, PartNames.TaskGroup(environment), $"Admits the load balancer to the tasks of {environment.Name}", before, known => Balancers(environment, known));
        }
    }

    private static IEnumerable<Admission> Users(BlueGreenEnvironment environment) =>
        new[] { environment.ProductionListener, environment.TestListener }.OfType<EnvironmentListener>().Select(listener => new Admission(listener.Port, environment.Network.AdmittedRange));

    private static IEnumerable<Admission> Balancers(BlueGreenEnvironment environment, KnownParts known)
    {
        IEnumerable<string> groups = environment.LoadBalancer.IsExisting ? known.Find<LoadBalancer>(PartIds.LoadBalancer(environment))?.SecurityGroups ?? []
            : environment.Network.LoadBalancerSecurityGroups.Count > 0 ? environment.Network.LoadBalancerSecurityGroups
            : known.Find<SecurityGroup>(PartIds.LoadBalancerGroup(environment)) is { } own ? [own.GroupId] : [];
        return groups.Select(group => new Admission(environment.Service.ContainerPort, Range: null, group));
    }
}
