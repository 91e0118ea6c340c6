using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeBuild;

public sealed class BuildTests
{
    private const string Host = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Buildspec_OfTheLibrarysBuilder_PushesAndNamesTheImageByDigest(bool byUri)
    {
        var spec = BuildSpecDocument.ToYaml(BuildSpec.ForDockerImage(byUri ? $"{Host}/web" : "web").WithBuildArgument("GREETING", "it's me").WithDockerHubSecrets("hub:user", "hub:token").Build());
        await using var aws = new AwsSimulator { DockerHubLimitReached = true };
        aws.Call("ecr.CreateRepository", new() { ["repositoryName"] = "web" });
        aws.Call("secretsmanager.CreateSecret", new() { ["Name"] = "hub", ["SecretString"] = """{"user":"me","token":"dckr_pat_0"}""" });
        Project(aws, "NO_SOURCE", spec);

        var build = Run(aws);

        build.Text("buildStatus").Should().Be("SUCCEEDED", Log(aws, build));
        var image = aws.Call("ecr.DescribeImages", new() { ["repositoryName"] = "web" }).Objects("imageDetails").Single();
        image.Texts("imageTags").Should().Equal("build-1");
        build.Objects("exportedEnvironmentVariables").Select(one => $"{one.Text("name")}={one.Text("value")}")
            .Should().Equal("IMAGE_TAG=build-1", $"IMAGE_URI={Host}/web@{image.Text("imageDigest")}");
    }

    [Fact]
    public async Task CodeCommitSource_IsBuiltAtItsBranch()
    {
        await using var aws = new AwsSimulator();
        aws.Call("codecommit.CreateRepository", new() { ["repositoryName"] = "r" });
        var commit = aws.Call("codecommit.PutFile", new()
        {
            ["repositoryName"] = "r",
            ["branchName"] = "main",
            ["filePath"] = "buildspec.yml",
            ["fileContent"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Spec("echo $CODEBUILD_RESOLVED_SOURCE_VERSION"))),
        }).Text("commitId")!;
        Project(aws, "CODECOMMIT", null, "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/r");

        var build = Run(aws);

        build.Text("buildStatus").Should().Be("SUCCEEDED", Log(aws, build));
        build.Text("resolvedSourceVersion").Should().Be(commit);
        Log(aws, build).Split('\n').Should().Contain(commit);
    }

    [Fact]
    public async Task Variables_StartWinsOverProject_ProjectOverBuildspec()
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", "version: 0.2\nenv:\n  variables:\n    A: spec\n    B: spec\n    C: spec\n  exported-variables: [A, B, C]\nphases:\n  build:\n    commands:\n      - echo $A $B $C\n",
            variables: [("B", "project"), ("C", "project")]);

        var build = Run(aws, ("C", "start"));

        build.Objects("exportedEnvironmentVariables").Select(one => $"{one.Text("name")}={one.Text("value")}").Should().Equal("A=spec", "B=project", "C=start");
        Log(aws, build).Split('\n').Should().Contain("spec project start");
    }

    [Fact]
    public async Task Secrets_OfBothStores_AreReadAndNeverShown()
    {
        await using var aws = new AwsSimulator();
        aws.Call("ssm.PutParameter", new() { ["Name"] = "/web/token", ["Type"] = "SecureString", ["Value"] = "open-sesame" });
        aws.Call("secretsmanager.CreateSecret", new() { ["Name"] = "hub", ["SecretString"] = """{"user":"abracadabra"}""" });
        Project(aws, "NO_SOURCE",
            "version: 0.2\nenv:\n  parameter-store:\n    A: /web/token\n  secrets-manager:\n    B: hub:user\n  exported-variables: [A, C]\nphases:\n  build:\n    commands:\n      - C=done\n      - echo \"$A $B\"\n      - test \"$A\" = open-sesame\n");

        var build = Run(aws);

        build.Text("buildStatus").Should().Be("SUCCEEDED", Log(aws, build));
        Log(aws, build).Split('\n').Should().Contain("*** ***");
        build.Objects("exportedEnvironmentVariables").Select(one => one.Text("name")).Should().Equal("C");
        aws.History.ToString().Should().NotContain("sesame").And.NotContain("abracadabra");
    }

    [Theory]
    [InlineData("parameter-store:\n    A: /web/token", "Decrypted Variables Error", "parameter does not exist: /web/token")]
    [InlineData("secrets-manager:\n    A: hub:user", "Secrets Manager Error", "ResourceNotFoundException: Secrets Manager can't find the specified secret.")]
    public async Task Secret_ThatIsNotThere_FailsTheBuildBeforeItsCommands(string env, string code, string message)
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", $"version: 0.2\nenv:\n  {env}\nphases:\n  build:\n    commands:\n      - echo\n");

        var build = Run(aws);

        var failed = build.Objects("phases").Single(phase => phase.Text("phaseStatus") == "FAILED");
        failed.Text("phaseType").Should().Be("DOWNLOAD_SOURCE");
        failed.Objects("contexts").Select(one => (one.Text("statusCode"), one.Text("message"))).Should().Equal((code, message));
    }

    [Fact]
    public async Task Function_WithASecretThatIsNotThere_IsNotCalled()
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", Spec("echo"));
        aws.Call("codebuild.UpdateProject", new()
        {
            ["name"] = "pp",
            ["environment"] = new JsonObject
            {
                ["type"] = "LINUX_CONTAINER",
                ["image"] = "aws/codebuild/standard:7.0",
                ["computeType"] = "BUILD_GENERAL1_SMALL",
                ["environmentVariables"] = new JsonArray(new JsonObject { ["name"] = "A", ["type"] = "PARAMETER_STORE", ["value"] = "/a" }),
            },
        });
        aws.Builds["pp"] = _ => throw new InvalidOperationException("called");

        Run(aws).Objects("phases").Single(phase => phase.Text("phaseStatus") == "FAILED").Objects("contexts")[0].Text("message").Should().Be("parameter does not exist: /a");
    }

    [Theory]
    [InlineData("exit 3", "exit status 3")]
    [InlineData("false && true", "exit status 1")]
    [InlineData("(set -o pipefail; false | cat)", "exit status 1")]
    [InlineData("set -e; false; true", "exit status 1")]
    [InlineData("X=\"$(false)\"", "exit status 1")]
    [InlineData("for i in 1 2; do echo; done", "exit status 2")]
    [InlineData("docker build -t web", "exit status 1")]
    [InlineData("docker push web:1", "exit status 1")]
    [InlineData("[ \"$A\" = 1 ]", "exit status 1")]
    public async Task Command_Fails_BuildFailsWithItsExitCode(string command, string reason)
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", Spec(command));

        var phase = Run(aws).Objects("phases").Single(one => one.Text("phaseType") is "BUILD");

        phase.Text("phaseStatus").Should().Be("FAILED");
        phase.Objects("contexts")[0].Text("message").Should().StartWith("Error while executing command: ").And.EndWith($"Reason: {reason}");
    }

    [Theory]
    [InlineData("echo \"a  b\" 'c $X'", "a  b c $X")]
    [InlineData("X=1; Y=${Z:-two}; echo $X$Y \"${X}\"", "1two 1")]
    [InlineData("echo $(printf '%s-%s' a b | tr a-z A-Z)", "A-B")]
    [InlineData("V=\"1 2\"; printf '[%s]' $V; echo", "[1][2]")]
    [InlineData("V=\"1 2\"; printf '[%s]' \"$V\"; echo", "[1 2]")]
    [InlineData("if [ -f none ] || [ 2 -gt 1 ]; then echo yes; else echo no; fi", "yes")]
    [InlineData("echo one > f; echo two >> f; cat f | tail -n 1", "two")]
    [InlineData("H=abcdefgh; echo ${H:0:3} `echo $H | cut -c 2-3`", "abc bc")]
    [InlineData("A=1 true; echo \"<$A>\"", "<>")]
    [InlineData("(X=inner; echo $X); echo \"<$X>\"", "<>")]
    [InlineData("! false && echo done # a comment", "done")]
    [InlineData("npm test; echo $?", "0")]
    public async Task Shell_PrintsAsAShellWould(string command, string line)
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", Spec(command));

        var build = Run(aws);

        build.Text("buildStatus").Should().Be("SUCCEEDED", Log(aws, build));
        Log(aws, build).Split('\n').Should().Contain(line);
    }

    [Fact]
    public async Task Docker_NotPrivileged_HasNoDaemon()
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", Spec("docker build -t web:1 ."), privileged: false);

        var build = Run(aws);

        build.Text("buildStatus").Should().Be("FAILED");
        Log(aws, build).Should().Contain("Cannot connect to the Docker daemon");
    }

    [Fact]
    public async Task Build_StoppedOrTimedOut_SaysSo_AndIsRetried()
    {
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { Timings = { BuildProvisioning = TimeSpan.FromMinutes(10) } });
        Project(aws, "NO_SOURCE", Spec("true"));
        var stopped = Start(aws);
        aws.Call("codebuild.StopBuild", new() { ["id"] = stopped }).Object("build")!.Text("buildStatus").Should().Be("STOPPED");
        var late = aws.Call("codebuild.StartBuild", new() { ["projectName"] = "pp", ["timeoutInMinutesOverride"] = 5 }).Object("build")!.Text("id")!;
        aws.Clock.Advance(TimeSpan.FromMinutes(6));

        Get(aws, late).Text("buildStatus").Should().Be("TIMED_OUT");
        var again = aws.Call("codebuild.RetryBuild", new() { ["id"] = stopped }).Object("build")!;
        again.Int("buildNumber").Should().Be(3);
        aws.Clock.Advance(TimeSpan.FromMinutes(15));
        Get(aws, again.Text("id")!).Text("buildStatus").Should().Be("SUCCEEDED");
        aws.Call("codebuild.ListBuildsForProject", new() { ["projectName"] = "pp" }).Texts("ids").Should().Equal(again.Text("id")!, late, stopped);
    }

    [Fact]
    public async Task Project_Wrong_IsRefusedByItsName()
    {
        await using var aws = new AwsSimulator();
        Project(aws, "NO_SOURCE", Spec("true"));

        Refused(() => Project(aws, "NO_SOURCE", Spec("true"))).Should().Be("ResourceAlreadyExistsException");
        Refused(() => aws.Call("codebuild.StartBuild", new() { ["projectName"] = "none" })).Should().Be("ResourceNotFoundException");
        Refused(() => aws.Call("codebuild.UpdateProject", new() { ["name"] = "pp", ["source"] = new JsonObject { ["type"] = "CODEPIPELINE" } })).Should().Be("InvalidInputException");
        aws.Call("codebuild.BatchGetProjects", new() { ["names"] = new JsonArray("pp", "q") }).Texts("projectsNotFound").Should().Equal("q");
    }

    private static string Spec(string command) => $"version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        {command}\n";

    private static void Project(AwsSimulator aws, string type, string? spec, string? location = null, bool privileged = true, (string Name, string Value)[]? variables = null)
    {
        var source = new JsonObject { ["type"] = type };
        source.SetUnlessNull("buildspec", spec);
        source.SetUnlessNull("location", location);
        aws.Call("codebuild.CreateProject", new()
        {
            ["name"] = "pp",
            ["source"] = source,
            ["artifacts"] = new JsonObject { ["type"] = "NO_ARTIFACTS" },
            ["environment"] = new JsonObject
            {
                ["type"] = "LINUX_CONTAINER",
                ["image"] = "aws/codebuild/standard:7.0",
                ["computeType"] = "BUILD_GENERAL1_SMALL",
                ["privilegedMode"] = privileged,
                ["environmentVariables"] = Variables(variables ?? []),
            },
            ["serviceRole"] = "arn:aws:iam::123456789012:role/build",
        });
    }

    private static JsonArray Variables((string Name, string Value)[] variables) =>
        variables.Select(one => new JsonObject { ["name"] = one.Name, ["value"] = one.Value }).ToJson();

    private static string Start(AwsSimulator aws, params (string Name, string Value)[] variables) =>
        aws.Call("codebuild.StartBuild", new() { ["projectName"] = "pp", ["environmentVariablesOverride"] = Variables(variables) }).Object("build")!.Text("id")!;

    private static JsonObject Run(AwsSimulator aws, params (string Name, string Value)[] variables)
    {
        var id = Start(aws, variables);
        aws.Clock.Advance(TimeSpan.FromMinutes(5));
        return Get(aws, id);
    }

    private static JsonObject Get(AwsSimulator aws, string id) => aws.Call("codebuild.BatchGetBuilds", new() { ["ids"] = new JsonArray(id) }).Objects("builds")[0];

    private static string Log(AwsSimulator aws, JsonObject build) => string.Join('\n', aws.Call("logs.GetLogEvents", new()
    {
        ["logGroupName"] = build.Object("logs")!.Text("groupName"),
        ["logStreamName"] = build.Object("logs")!.Text("streamName"),
        ["startFromHead"] = true,
    }).Objects("events").Select(line => line.Text("message")));

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
