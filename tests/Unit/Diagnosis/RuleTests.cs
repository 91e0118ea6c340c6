using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis;

/// <summary>Each rule, by AWS's words.</summary>
public sealed class RuleTests
{
    private const string Ecs = " (Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 0f1c; Proxy: null). Check your ECS service status.";
    private const string Update = "The ECS service cannot be updated due to an unexpected error: ";
    private const string Init = "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";

    public static TheoryData<string, string> Reasons => new()
    {
        { "BG901", "CannotPullContainerError: no space left on device" },
        { "BG904", "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v2: not found" },
        { "BG904", "CannotPullContainerError: manifest unknown: Requested image not found" },
        { "BG905", "CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: toomanyrequests: You have reached your pull rate limit." },
        { "BG906", "CannotPullContainerError: The task can't pull the image. Check that the role has the permissions to pull images from the registry." },
        { "BG906", "CannotPullContainerError: pull access denied for shop, repository does not exist or may require 'docker login': denied" },
        { "BG906", Init + "unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ecr:GetAuthorizationToken" },
        { "BG907", "CannotPullContainerError: There is a connection issue between the task and Amazon ECR. Check your task network configuration." },
        { "BG907", "CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: dial tcp 3.5.1.2:443: i/o timeout" },
        { "BG907", Init + "unable to retrieve secret from asm: service call has been retried 5 time(s): RequestError: send request failed caused by: Post \"https://secretsmanager.eu-west-1.amazonaws.com/\": dial tcp: i/o timeout" },
        { "BG908", "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'" },
        { "BG909", Init + "unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /shop/password" },
        { "BG909", Init + "unable to retrieve secret from asm: service call has been retried 1 time(s): ResourceNotFoundException: Secrets Manager can't find the specified secret." },
        { "BG910", Init + "unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue" },
        { "BG911", "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/gone' that was provided for this task. Please verify that the role being passed has the proper trust relationship." },
        { "BG912", "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1" },
        { "BG913", "CannotStartContainerError: Error response from daemon: OCI runtime create failed: exec: \"/start\": no such file" },
        { "BG914", "OutOfMemoryError: Container killed due to memory usage" },
        { "BG915", "Task failed container health checks" },
        { "BG926", "Unexpected EC2 error while attempting to Create Network Interface: InsufficientFreeAddressesInSubnet" },
    };

    public static TheoryData<string, string> Events => new()
    {
        { "BG902", $"(service shop) (task 1f) is unhealthy in (target-group {Seen.Group}) due to (reason something new)" },
        { "BG916", $"(service shop) (task 1f) is unhealthy in (target-group {Seen.Group}) due to (reason Health checks failed with these codes: [502])" },
        { "BG917", $"(service shop) (task 1f) is unhealthy in (target-group {Seen.Group}) due to (reason Request timed out)" },
        { "BG923", "(service shop) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 1f has insufficient memory available." },
        { "BG924", "(service shop) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently" },
        { "BG925", "(service shop) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone." },
        { "BG926", "(service shop) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 1f encountered error RESOURCE:ENI." },
        { "BG927", "(service shop) operations are being throttled. Will try again later." },
        { "BG911", "(service shop) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::1:role/x')." },
    };

    public static TheoryData<string, string?, string> Words => new()
    {
        { "BG919", "ELASTIC_LOAD_BALANCING_INVALID", "The ELB could not be updated due to the following error: Primary taskset target group must be behind listener arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c" },
        { "BG920", "INVALID_ECS_SERVICE", "The target ECS service must be configured using one of those two target groups." },
        { "BG921", "ECS_UPDATE_ERROR", $"{Update}The target group with targetGroupArn {Seen.Group} does not have an associated load balancer.{Ecs}" },
        { "BG922", null, "Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment group" },
        { "BG932", "HOOK_EXECUTION_FAILURE", "The deployment failed because one or more of the lifecycle event validation functions failed." },
        { "BG933", "HOOK_EXECUTION_FAILURE", "The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked." },
        { "BG934", "INVALID_LAMBDA_FUNCTION", "The function does not exist." },
        { "BG935", "IAM_ROLE_PERMISSIONS", "The IAM role arn:aws:iam::1:role/cd does not give you permission to perform operations in the following AWS service: AWSLambda." },
        { "BG936", "TIMEOUT", "The deployment timed out while waiting for a notification to continue. This time out period is 30 minutes." },
        { "BG937", "TIMEOUT", "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 5 minutes." },
        { "BG938", "MANUAL_STOP", "The deployment was stopped by a user." },
        { "BG939", "INVALID_ECS_SERVICE", "The ECS service web/shop is not active or has no primary task set." },
        { "BG940", "ECS_UPDATE_ERROR", $"{Update}The container shop does not exist in the task definition.{Ecs}" },
        { "BG941", "ECS_UPDATE_ERROR", $"{Update}The container shop did not have a container port 443 defined.{Ecs}" },
        { "BG942", "ECS_UPDATE_ERROR", $"{Update}Invalid revision number. Number: latest{Ecs}" },
        { "BG943", "ECS_UPDATE_ERROR", $"{Update}TaskDefinition is inactive{Ecs}" },
        { "BG944", "INVALID_REVISION", "An AppSpec file is required, but could not be found in the revision" },
        { "BG945", "IAM_ROLE_MISSING", "IAM Role is missing for deployment group: shop" },
        { "BG946", "IAM_ROLE_PERMISSIONS", "The IAM role arn:aws:iam::1:role/cd does not give you permission to perform operations in the following AWS service: AmazonECS." },
        { "BG947", "ECS_UPDATE_ERROR", "TaskSet ecs-svc/12 is behind prod listener arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c. Verify that the TaskSet is still serving production traffic." },
        { "BG948", "INVALID_ECS_SERVICE", "The service has another deployment controller." },
        { "BG949", "ECS_UPDATE_ERROR", $"{Update}Something that nobody has seen yet.{Ecs}" },
        { "BG950", null, "The service deployment was superseded by a newer one." },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Explain_ATaskThatStopped_NamesTheOneCause(string code, string reason)
    {
        Seen.Codes(Seen.Stopped(reason)).Should().Equal(code);
        Seen.Codes(Seen.Stopped("Task failed to start", containers: new ContainerSeen("shop", Seen.Image, Reason: reason))).Should().Equal(code);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Explain_AnEventOfTheService_NamesTheOneCause(string code, string line)
    {
        var cause = FailureRules.Explain(Seen.Event("(service shop) has started 1 tasks: (task 1f).", line)).Should().ContainSingle().Which;

        cause.Finding.Code.Should().Be(code);
        cause.Finding.Evidence.Should().Equal(line);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Explain_WordsOfAws_NameTheOneCause(string code, string? error, string words)
    {
        var cause = FailureRules.Explain(Seen.Told(error, words)).Should().ContainSingle().Which;

        cause.Finding.Code.Should().Be(code);
        cause.Confidence.Should().BeOneOf(Confidence.Certain, Confidence.Likely);
        cause.Finding.Evidence[0].Should().Contain(words[..Math.Min(words.Length, 40)]);
        cause.Finding.Fix.Should().NotBeEmpty();
    }

    [Fact]
    public void Explain_NothingSeen_FindsNothing() => Seen.Codes(Seen.Nothing).Should().BeEmpty();

    [Fact]
    public void Explain_PullFailure_IsAboutTheImage() =>
        FailureRules.Explain(Seen.Stopped("CannotPullContainerError: manifest unknown"))[0].Finding.Subject.Should().Be(Seen.Image);

    [Fact]
    public void Explain_ContainerThatExits_QuotesItsLog()
    {
        var evidence = Seen.Stopped("Essential container in task exited", "EssentialContainerExited", new ContainerSeen("shop", Seen.Image, ExitCode: 3)) with
        {
            Logs = [new("shop/shop/1f", "shop", ["no such table: orders"])],
        };

        var cause = FailureRules.Explain(evidence).Should().ContainSingle().Which;

        cause.Finding.Code.Should().Be("BG903");
        cause.Finding.Evidence.Should().Equal("container shop exited with code 3", "log shop/shop/1f: no such table: orders");
    }

    [Fact]
    public void Explain_KilledContainer_IsLikelyOutOfMemory()
    {
        var cause = FailureRules.Explain(Seen.Stopped("Essential container in task exited", "EssentialContainerExited", new ContainerSeen("shop", Seen.Image, ExitCode: 137))).Should().ContainSingle().Which;

        (cause.Finding.Code, cause.Confidence).Should().Be(("BG914", Confidence.Likely));
    }

    [Fact]
    public void Explain_ExecFormatErrorInTheLog_IsTheProcessor()
    {
        var evidence = Seen.Stopped("Essential container in task exited", "EssentialContainerExited", new ContainerSeen("shop", Seen.Image, ExitCode: 1)) with
        {
            Logs = [new("shop/shop/1f", "shop", ["exec /app/shop: exec format error"])],
        };

        Seen.Codes(evidence).Should().Equal("BG908");
    }

    [Fact]
    public void Explain_TargetWithAWrongAnswer_SaysWhatTheCheckWants()
    {
        var finding = FailureRules.Explain(Seen.Target("Target.ResponseCodeMismatch", "Health checks failed with these codes: [404]")).Should().ContainSingle().Which.Finding;

        (finding.Code, finding.Subject).Should().Be(("BG916", Seen.Group));
        finding.Message.Should().Contain("GET /health".Replace("GET", "HTTP", StringComparison.Ordinal)).And.Contain("[404]");
    }

    [Fact]
    public void Explain_TasksReplacedSoonAfterTheirStart_MayStartTooSlowly()
    {
        var evidence = Seen.Stopped($"Task failed ELB health checks in (target-group {Seen.Group})", "ServiceSchedulerInitiated") with
        {
            Live = new("ACTIVE", [$"(service shop) (task 1f) is unhealthy in (target-group {Seen.Group}) due to (reason Request timed out)"]),
        };

        var causes = FailureRules.Explain(evidence);

        causes.Select(cause => (cause.Finding.Code, cause.Confidence)).Should().Equal(("BG917", Confidence.Likely), ("BG918", Confidence.Possible));
        causes[1].Finding.Message.Should().Contain("60 s").And.Contain("grace period of 0 s");
    }

    [Fact]
    public void Explain_Alarms_TellsThoseThatWereRedFromTheStart()
    {
        var told = Seen.Told("ALARM_ACTIVE", "One or more alarms have been activated. Activated alarms: <5xx>");
        var red = new AlarmSeen("5xx", "ALARM", "Threshold Crossed: 1 datapoint was greater", Seen.Start.AddMinutes(3));

        var after = FailureRules.Explain(told with { Alarms = [red] }).Should().ContainSingle().Which.Finding;
        var before = FailureRules.Explain(told with { Alarms = [red with { ChangedAt = Seen.Start.AddDays(-1) }] }).Should().ContainSingle().Which.Finding;

        (after.Code, after.Subject, before.Code).Should().Be(("BG930", "5xx", "BG931"));
        after.Message.Should().Contain("Threshold Crossed");
    }

    [Fact]
    public void Explain_ARedAlarmThatDidNotStopIt_IsNoCause() =>
        Seen.Codes(Seen.Told("TIMEOUT", "It took too long.") with { Alarms = [new("5xx", "ALARM")] }).Should().BeEmpty();

    [Fact]
    public void Explain_AHookWithoutALog_MayNotExist()
    {
        var told = Seen.Told("HOOK_EXECUTION_FAILURE", "The deployment failed because one or more of the lifecycle event validation functions failed.");

        Seen.Codes(told with { Hook = new("smoke-test", HasLog: false, []) }).Should().Equal("BG934");
        Seen.Codes(told with { Hook = new("smoke-test", HasLog: null, []) }).Should().Equal("BG932");
        FailureRules.Explain(told with { Hook = new("smoke-test", HasLog: true, ["assertion failed"]) })[0].Finding.Evidence.Should().Contain("log smoke-test: assertion failed");
    }

    [Theory]
    [InlineData("The lifecycle hook ecs-pause-1f timed out at the stage POST_TEST_TRAFFIC_SHIFT.", "BG936")]
    [InlineData("The lifecycle hook arn:aws:lambda:eu-west-1:1:function:smoke timed out at the stage POST_SCALE_UP.", "BG933")]
    [InlineData("The lifecycle hook arn:aws:lambda:eu-west-1:1:function:smoke failed at the stage POST_SCALE_UP.", "BG932")]
    [InlineData("ECS deployment alarms: 5xx in the state ALARM.", "BG930")]
    public void Explain_WordsOfAServiceDeployment_NameTheOneCause(string words, string code) => Seen.Codes(Seen.Told(null, words)).Should().Equal(code);

    [Fact]
    public void Explain_ScalingAfterInstall_IsCertainWithTheActivity()
    {
        var told = Seen.Told("TIMEOUT", "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.");

        Seen.Codes(told).Should().BeEmpty("in Install it is the wait for the new version");
        Seen.Codes(told with { Lifecycle = [new("Install", "Succeeded")] }).Should().Equal("BG937");
        FailureRules.Explain(told with { Lifecycle = [new("Install", "Succeeded")], Scalings = ["03:09:00 UTC: Setting desired count to 4."] })[0].Confidence.Should().Be(Confidence.Certain);
    }

    [Fact]
    public void Explain_StoppedByWhoeverAsks_IsNoCause() => Seen.Codes(Seen.Told("MANUAL_STOP") with { IsStoppedHere = true }).Should().BeEmpty();

    [Fact]
    public void Explain_ListenerThatForwardsElsewhere_IsSeen()
    {
        Seen.Codes(Seen.Nothing with { Listeners = [new("arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c", ["other"], HasOwn: false)] }).Should().Equal("BG919");
        Seen.Codes(Seen.Nothing with { Listeners = [new("arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c", [], HasOwn: true)] }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("INACTIVE")]
    [InlineData("MISSING")]
    [InlineData("DRAINING")]
    public void Explain_AServiceThatIsGone_IsNamed(string status) => Seen.Codes(Seen.Nothing with { Live = new(status, []) }).Should().Equal("BG939");

    [Fact]
    public void Codes_AreEachOfOneRule() => FailureRules.All.Select(rule => rule.Code).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(40);

    [Fact]
    public void ExplainedBy_NamesRules() => FailureRules.All.SelectMany(rule => rule.ExplainedBy).Should().BeSubsetOf(FailureRules.All.Select(rule => rule.Code));
}
