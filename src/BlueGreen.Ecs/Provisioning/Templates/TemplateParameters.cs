using System.Text.Json.Nodes;
using BlueGreen.Ecs.Planning;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>What a stack is asked for: what a description leaves to be found in its place. Pure.</summary>
internal static class TemplateParameters
{
    private const string SubnetList = "List<AWS::EC2::Subnet::Id>";

    public static JsonObject Of(BlueGreenEnvironment environment)
    {
        var (network, balancer) = (environment.Network, environment.LoadBalancer);
        var parameters = new JsonObject { [TemplateIds.Vpc] = Parameter("AWS::EC2::VPC::Id", "The VPC of load balancer and tasks.") };
        if (!balancer.IsExisting || (environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc && network.TaskSubnets.Count == 0))
        {
            parameters[TemplateIds.Subnets] = Parameter(SubnetList, "Subnets of the load balancer, in two zones at least, and of tasks that have none of their own.", Joined(network.Subnets));
        }

        if (network.TaskSubnets.Count > 0 && environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc)
        {
            parameters[TemplateIds.TaskSubnets] = Parameter(SubnetList, "Subnets of the tasks.", Joined(network.TaskSubnets));
        }

        if (balancer.IsExisting)
        {
            parameters[TemplateIds.ExistingLoadBalancer] = Parameter("String", $"The ARN of the load balancer {PartNames.LoadBalancer(environment)}.", ArnText.IsArn(balancer.Name) ? balancer.Name : null);
        }

        if (NetworkResources.NeedsLoadBalancerGroup(environment))
        {
            parameters[TemplateIds.ExistingLoadBalancerGroup] = Parameter("AWS::EC2::SecurityGroup::Id", "A security group of the load balancer, which is admitted to the tasks.");
        }

        parameters[TemplateIds.DesiredCount] = Parameter("Number", "How many tasks run. 0 as long as their image has not been pushed.", environment.Service.DesiredCount);
        return parameters;
    }

    private static JsonObject Parameter(string type, string description, JsonNode? standard = null) => Object(("Type", type), ("Description", description), ("Default", standard));

    private static JsonNode? Joined(EquatableArray<string> values) => values.Count == 0 ? null : string.Join(',', values);
}
