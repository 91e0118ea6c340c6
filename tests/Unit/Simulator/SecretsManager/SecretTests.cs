using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.SecretsManager;

public sealed class SecretTests
{
    [Fact]
    public async Task Secret_ByNameAndArn_IsRead()
    {
        await using var aws = new AwsSimulator();
        var made = Create(aws, "web/db", "sesame");

        made.Text("ARN").Should().MatchRegex("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/db-[A-Za-z0-9]{6}$");
        foreach (var id in (string[])["web/db", made.Text("ARN")!, made.Text("ARN")![..^7]])
        {
            Read(aws, id).Text("SecretString").Should().Be("sesame");
        }

        Networks.Refusal(() => Create(aws, "web/db", "x")).Should().Be(("ResourceExistsException", "The operation failed because the secret web/db already exists."));
        Networks.Refusal(() => Read(aws, "web")).Should().Be(("ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
        aws.History.ToString().Should().NotContain("sesame");
    }

    [Fact]
    public async Task Values_PutOneAfterTheOther_AreCurrentAndPrevious()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "s", "one");
        var second = aws.Call("secretsmanager.PutSecretValue", new() { ["SecretId"] = "s", ["SecretString"] = "two" });

        second.Texts("VersionStages").Should().Equal("AWSCURRENT");
        Read(aws, "s").Text("SecretString").Should().Be("two");
        Read(aws, "s", ("VersionStage", "AWSPREVIOUS")).Text("SecretString").Should().Be("one");
        aws.Call("secretsmanager.UpdateSecret", new() { ["SecretId"] = "s", ["SecretString"] = "three", ["Description"] = "d" });
        Read(aws, "s", ("VersionId", second.Text("VersionId")!)).Texts("VersionStages").Should().Equal("AWSPREVIOUS");
        var described = aws.Call("secretsmanager.DescribeSecret", new() { ["SecretId"] = "s" });
        (described.Text("Description"), described.Object("VersionIdsToStages")!.Count).Should().Be(("d", 2), "the first value has no label any more");
        Networks.Refusal(() => Read(aws, "s", ("VersionStage", "X"))).Message.Should().Be("Secrets Manager can't find the specified secret value for staging label: X");
    }

    [Fact]
    public async Task Token_Repeated_AddsNothing_WithAnotherValueIsRefused()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "s", "one");
        JsonObject Put(string value) => new() { ["SecretId"] = "s", ["SecretString"] = value, ["ClientRequestToken"] = new string('a', 32) };

        aws.Call("secretsmanager.PutSecretValue", Put("two"));
        aws.Call("secretsmanager.PutSecretValue", Put("two")).Text("VersionId").Should().Be(new string('a', 32));
        Networks.Refusal(() => aws.Call("secretsmanager.PutSecretValue", Put("other"))).Code.Should().Be("ResourceExistsException");
    }

    [Fact]
    public async Task Deletion_InItsWindow_IsCalledOff_AndAtItsEndFinal()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "s", "one");
        JsonObject Delete() => new() { ["SecretId"] = "s", ["RecoveryWindowInDays"] = 7 };

        aws.Call("secretsmanager.DeleteSecret", Delete());
        Networks.Refusal(() => Read(aws, "s")).Should().Be(("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion."));
        Networks.Refusal(() => Create(aws, "s", "two")).Code.Should().Be("InvalidRequestException");
        aws.Call("secretsmanager.ListSecrets").Objects("SecretList").Should().BeEmpty();
        aws.Call("secretsmanager.RestoreSecret", new() { ["SecretId"] = "s" });
        aws.Clock.Advance(TimeSpan.FromDays(8));
        Read(aws, "s").Text("SecretString").Should().Be("one");

        aws.Call("secretsmanager.DeleteSecret", Delete());
        aws.Clock.Advance(TimeSpan.FromDays(7));
        Networks.Refusal(() => Read(aws, "s")).Code.Should().Be("ResourceNotFoundException");
        Create(aws, "s", "two");
        aws.Call("secretsmanager.DeleteSecret", new() { ["SecretId"] = "s", ["ForceDeleteWithoutRecovery"] = true });
        Create(aws, "s", "three");
    }

    [Fact]
    public async Task Refusal_OfAValueThatIsTooLong_DoesNotShowIt()
    {
        await using var aws = new AwsSimulator();
        var value = string.Concat(Enumerable.Repeat("sesame", 11_000));

        Networks.Refusal(() => Create(aws, "s", value)).Message.Should().Contain("Value at 'SecretString'").And.NotContain("sesame");
        Networks.Refusal(() => aws.Call("secretsmanager.CreateSecret", new() { ["Name"] = "s", ["SecretString"] = 12345 })).Message.Should().NotContain("12345");
        aws.History.ToString().Should().NotContain("sesame");
    }

    [Theory]
    [InlineData("name", "we", "web")]
    [InlineData("tag-key", "stage", "web")]
    [InlineData("name", "!web", "db")]
    [InlineData("all", "prod", "web")]
    public async Task List_ByFilter_HasThoseThatFit(string key, string value, string expected)
    {
        await using var aws = new AwsSimulator();
        Create(aws, "db", "x");
        aws.Call("secretsmanager.CreateSecret", new() { ["Name"] = "web", ["SecretString"] = "x", ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "stage", ["Value"] = "prod" }) });

        aws.Call("secretsmanager.ListSecrets", new() { ["Filters"] = new JsonArray(new JsonObject { ["Key"] = key, ["Values"] = new JsonArray(value) }) })
            .Objects("SecretList").Select(one => one.Text("Name")).Should().Equal(expected);
    }

    private static JsonObject Create(AwsSimulator aws, string name, string value) => aws.Call("secretsmanager.CreateSecret", new() { ["Name"] = name, ["SecretString"] = value });

    private static JsonObject Read(AwsSimulator aws, string id, params (string Member, string Value)[] which)
    {
        var input = new JsonObject { ["SecretId"] = id };
        foreach (var (member, value) in which)
        {
            input[member] = value;
        }

        return aws.Call("secretsmanager.GetSecretValue", input);
    }
}
