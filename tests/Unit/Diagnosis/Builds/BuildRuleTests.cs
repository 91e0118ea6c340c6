using BlueGreen.Ecs.Diagnosis.Builds;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis.Builds;

/// <summary>The rules on evidence made by hand, where the simulator has no such trouble.</summary>
public sealed class BuildRuleTests
{
    private static readonly BuildEvidence Failed = new() { Id = "web-build:1", Project = "web-build", Status = "FAILED", Role = "arn:aws:iam::123456789012:role/build", IsPrivileged = true };

    [Theory]
    [InlineData("BG701", "DOWNLOAD_SOURCE", "CLIENT_ERROR", "AccessDenied: Access Denied status code: 403, request id: X for primary source and source version arn:aws:s3:::artifacts/x.zip")]
    [InlineData("BG701", "DOWNLOAD_SOURCE", "CLIENT_ERROR", "authorization failed for primary source and source version refs/heads/main")]
    [InlineData("BG704", "DOWNLOAD_SOURCE", "CLIENT_ERROR", "reference not found for primary source and source version refs/heads/mian")]
    [InlineData("BG705", "DOWNLOAD_SOURCE", "Decrypted Variables Error", "AccessDeniedException: User: x is not authorized to perform: ssm:GetParameters on resource: y")]
    [InlineData("BG705", "DOWNLOAD_SOURCE", "Secrets Manager Error Message", "ResourceNotFoundException: Secrets Manager can't find the specified secret.")]
    [InlineData("BG702", "DOWNLOAD_SOURCE", "YAML_FILE_ERROR", "YAML file does not exist")]
    [InlineData("BG703", "DOWNLOAD_SOURCE", "YAML_FILE_ERROR", "mapping values are not allowed in this context at line 9")]
    [InlineData("BG714", "UPLOAD_ARTIFACTS", "CLIENT_ERROR", "no matching base directory path found for dist")]
    [InlineData("BG715", "UPLOAD_ARTIFACTS", "CLIENT_ERROR", "Error in UPLOAD_ARTIFACTS phase: AccessDenied: Access Denied")]
    [InlineData("BG718", "PROVISIONING", "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE", "Unable to pull customer's container image.")]
    [InlineData("BG712", "BUILD", "COMMAND_EXECUTION_ERROR", "Error while executing command: make. Reason: exit status 2")]
    public void Phase_Failed_IsExplainedByOneRule(string code, string phase, string status, string message) =>
        Only(Failed with { Phases = [new("SUBMITTED", "SUCCEEDED"), new(phase, "FAILED", status, message), new("COMPLETED", "")] }).Should().Match<Finding>(finding =>
            finding.Code == code && finding.Evidence[0] == $"{phase} {status}: {message}");

    [Theory]
    [InlineData("BG706", "An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: User: u is not authorized to perform: ecr:GetAuthorizationToken on resource: *")]
    [InlineData("BG707", "name unknown: The repository with name 'shop' does not exist in the registry with id '123456789012'")]
    [InlineData("BG708", "toomanyrequests: You have reached your unauthenticated pull rate limit.")]
    [InlineData("BG709", "ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?")]
    [InlineData("BG710", "invalid argument \"web:\" for \"-t, --tag\" flag: invalid reference format")]
    [InlineData("BG711", "no basic auth credentials")]
    [InlineData("BG711", "denied: Your authorization token has expired. Reauthenticate and try again.")]
    [InlineData("BG716", "tag invalid: The image tag 'v3' already exists in the 'web' repository and cannot be overwritten because the repository is immutable.")]
    public void Line_OfTheLog_IsExplainedByOneRule(string code, string line) => Only(Command(line)).Should().Match<Finding>(finding => finding.Code == code && finding.Evidence.Contains(line));

    [Theory]
    [InlineData("STOPPED", "BUILD", "BG717")]
    [InlineData("TIMED_OUT", "BUILD", "BG713")]
    [InlineData("TIMED_OUT", "QUEUED", "BG713")]
    [InlineData("FAULT", "PROVISIONING", "BG718")]
    public void Status_OfItsOwn_IsExplained(string status, string phase, string code) =>
        Only(Failed with { Status = status, Phases = [new(phase, status)], TimeoutMinutes = 60 }).Code.Should().Be(code);

    [Fact]
    public void Command_Failed_QuotesWhatItPrintedAndNotWhatCameLater()
    {
        var evidence = Failed with
        {
            Phases = [new("BUILD", "FAILED", "COMMAND_EXECUTION_ERROR", "Error while executing command: make. Reason: exit status 2"), new("POST_BUILD", "FAILED", "COMMAND_EXECUTION_ERROR", "…")],
            Log = ["make: *** No rule to make target 'all'. Stop.", "[Container] Command did not exit successfully make exit status 2", "Pushing the Docker image..."],
        };

        Only(evidence).Evidence.Should().Equal("BUILD COMMAND_EXECUTION_ERROR: Error while executing command: make. Reason: exit status 2", "make: *** No rule to make target 'all'. Stop.");
    }

    [Fact]
    public void Troubles_Several_TheFirstInTheLogIsFirst()
    {
        var causes = BuildRules.Explain(Command("no basic auth credentials", "name unknown: The repository with name 'shop' does not exist"));

        causes.Select(cause => cause.Finding.Code).Should().Equal("BG711", "BG707");
        BuildRules.Explain(Command("name unknown: The repository with name 'shop' does not exist", "no basic auth credentials")).Select(cause => cause.Finding.Code).Should().Equal("BG707", "BG711");
    }

    [Fact]
    public void OddVariables_WithoutAWordOfThem_ArePossible() =>
        BuildRules.Explain(Command("Error response from daemon: Get registry: nothing") with { OddVariables = ["DOCKER_USER has U+0020 (space) at place 5 of 5"] })
            .Select(cause => (cause.Finding.Code, cause.Confidence)).Should().Equal(("BG712", Confidence.Likely), ("BG710", Confidence.Possible));

    [Fact]
    public void Build_NotFailed_HasNoCauses() => BuildRules.Explain(Command("toomanyrequests") with { Status = "SUCCEEDED" }).Should().BeEmpty();

    [Theory]
    [InlineData("Deploy", "CodeDeployToECS", "PermissionError", "User: arn:aws:sts::1:assumed-role/pipeline/x is not authorized to perform: ecs:RegisterTaskDefinition on resource: *", "BG735")]
    [InlineData("Deploy", "CodeDeployToECS", "JobFailed", "Invalid container image <IMAGE2_NAME>", "BG733")]
    [InlineData("Source", "S3", "PermissionError", "The role does not have permission", "BG735")]
    [InlineData("Invoke", "Lambda", "JobFailed", "", "BG740")]
    public void Action_Failed_IsExplained(string category, string provider, string code, string message, string expected)
    {
        var action = new ActionEvidence { Pipeline = "web", Stage = "S", Action = "A", Category = category, Provider = provider, Code = code, Message = message };

        ActionRules.Explain(action).Finding.Should().Match<Finding>(finding => finding.Code == expected && finding.Evidence.Contains(action.Line));
    }

    private static BuildEvidence Command(params string[] log) => Failed with
    {
        Phases = [new("BUILD", "FAILED", "COMMAND_EXECUTION_ERROR", "Error while executing command: x. Reason: exit status 1")],
        Log = log.ToEquatableArray(),
    };

    private static Finding Only(BuildEvidence evidence) => BuildRules.Explain(evidence).Should().ContainSingle().Which.Finding;
}
