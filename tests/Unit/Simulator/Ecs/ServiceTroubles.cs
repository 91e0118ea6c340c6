using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>What tests of troubles do with a seed environment, and what they look at.</summary>
internal static class ServiceTroubles
{
    extension(SeedWorld world)
    {
        /// <summary>The service's tasks that run, or that have stopped.</summary>
        public IReadOnlyList<JsonObject> Tasks(string status = "RUNNING")
        {
            var arns = world.Call("ecs", "ListTasks", new() { ["cluster"] = world.Seed.ClusterName, ["serviceName"] = world.Seed.ServiceName, ["desiredStatus"] = status }).Texts("taskArns");
            return arns.Count == 0 ? [] : world.Call("ecs", "DescribeTasks", new()
            {
                ["cluster"] = world.Seed.ClusterName,
                ["tasks"] = new JsonArray([.. arns.Select(arn => (JsonNode)arn)]),
            }).Objects("tasks");
        }

        public IReadOnlyList<string> ServiceEvents => [.. world.Service().Objects("events").Select(one => one.Text("message")!)];

        /// <summary>Registers a changed form of the seed's task definition.</summary>
        public string RegisterChanged(Action<JsonObject> change)
        {
            var document = world.Call("ecs", "DescribeTaskDefinition", new() { ["taskDefinition"] = world.Seed.TaskDefinitionArn })["taskDefinition"]!.DeepClone().AsObject();
            document["containerDefinitions"]![0]!["image"] = world.Seed.ImageV2;
            change(document);
            return world.Call("ecs", "RegisterTaskDefinition", document)["taskDefinition"]!["taskDefinitionArn"]!.GetValue<string>();
        }

        /// <summary>Deploys a definition, and waits until a task of it has stopped.</summary>
        public JsonObject DeployUntilATaskStops(string definition)
        {
            world.Deploy(world.AppSpec(definition));
            world.AdvanceUntil(() => world.Tasks("STOPPED").Any(task => task.Text("taskDefinitionArn") == definition && task.Text("lastStatus") == "STOPPED"));
            return world.Tasks("STOPPED").First(task => task.Text("taskDefinitionArn") == definition);
        }

        /// <summary>An AppSpec that puts version 2 elsewhere.</summary>
        public string AppSpecIn(string subnet, string assignPublicIp, string? group = null) => world.AppSpec(world.Register(world.Seed.ImageV2), hooks:
            $$"""
                    NetworkConfiguration:
                      AwsvpcConfiguration:
                        Subnets: ["{{subnet}}"]
                        SecurityGroups: [{{group}}]
                        AssignPublicIp: {{assignPublicIp}}
            """);

        /// <summary>Makes a role with a trust policy and, if need be, one statement of its own.</summary>
        public string MakeRole(string name, string? statement = null, string trusted = "ecs-tasks.amazonaws.com")
        {
            var arn = world.Call("iam", "CreateRole", new()
            {
                ["RoleName"] = name,
                ["AssumeRolePolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{trusted}}"},"Action":"sts:AssumeRole"}]}""",
            }).Object("Role")!.Text("Arn")!;
            if (statement is not null)
            {
                world.Call("iam", "PutRolePolicy", new()
                {
                    ["RoleName"] = name,
                    ["PolicyName"] = "own",
                    ["PolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""",
                });
            }

            return arn;
        }
    }
}
