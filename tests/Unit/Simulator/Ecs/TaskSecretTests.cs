using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

public sealed class TaskSecretTests
{
    private const string Secrets = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";

    [Theory]
    [InlineData("token")]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/token")]
    [InlineData(Secrets + "db")]
    [InlineData(Secrets + "db:user::")]
    [InlineData("arn:aws:ssm:eu-west-1:999999999999:parameter/theirs")]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:elsewhere-AbCdEf")]
    public async Task Task_WithSecretsThatAreThere_Starts(string from)
    {
        await using var aws = new AwsSimulator();

        Run(aws, from).Text("lastStatus").Should().Be("RUNNING");
    }

    [Theory]
    [InlineData("tokens", "unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: tokens")]
    [InlineData(Secrets + "other-AbCdEf", "failed to fetch secret " + Secrets + "other-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.")]
    [InlineData(Secrets + "db:password::", "retrieved secret from Secrets Manager did not contain json key password")]
    [InlineData(Secrets + "db::AWSPREVIOUS:", "staging label: AWSPREVIOUS")]
    public async Task Task_WithASecretThatIsNotThere_FailsToStart(string from, string reason)
    {
        await using var aws = new AwsSimulator();

        var task = Run(aws, from);

        (task.Text("lastStatus"), task.Text("stopCode")).Should().Be(("STOPPED", "TaskFailedToStart"));
        task.Text("stoppedReason").Should().StartWith("ResourceInitializationError: unable to pull secrets or registry auth: ").And.EndWith(reason);
    }

    private static JsonObject Run(AwsSimulator aws, string from)
    {
        aws.Call("ssm.PutParameter", new() { ["Name"] = "token", ["Type"] = "SecureString", ["Value"] = "sesame" });
        aws.Call("secretsmanager.CreateSecret", new() { ["Name"] = "db", ["SecretString"] = """{"user":"me"}""" });
        aws.Call("ecs.CreateCluster");
        aws.Call("ecs.RegisterTaskDefinition", new()
        {
            ["family"] = "web",
            ["executionRoleArn"] = "arn:aws:iam::123456789012:role/execution",
            ["containerDefinitions"] = new JsonArray(new JsonObject
            {
                ["name"] = "app",
                ["image"] = "web:v1",
                ["memory"] = 128,
                ["secrets"] = new JsonArray(new JsonObject { ["name"] = "A", ["valueFrom"] = from }),
            }),
        });
        var task = aws.Call("ecs.RunTask", new() { ["taskDefinition"] = "web" }).Objects("tasks")[0].Text("taskArn")!;
        aws.Clock.Advance(TimeSpan.FromMinutes(1));
        return aws.Call("ecs.DescribeTasks", new() { ["tasks"] = new JsonArray(task) }).Objects("tasks")[0];
    }
}
