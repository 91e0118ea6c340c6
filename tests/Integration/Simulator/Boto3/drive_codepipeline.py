"""CodePipeline: source, build, approval."""

from harness import refused, until

ROLE = "arn:aws:iam::123456789012:role/pipeline"
NAMED = {"pipelineName": "driven"}
SPEC = "\n".join(["version: 0.2", "phases:", "  build:", "    commands:", "      - test -f good", "artifacts:", "  files: ['**/*']", ""])
TAGS = [{"key": "team", "value": "web"}]


def action(category, provider, configuration, inputs=(), outputs=()):
    return {
        "name": provider,
        "actionTypeId": {"category": category, "owner": "AWS", "provider": provider, "version": "1"},
        "configuration": configuration,
        "inputArtifacts": [{"name": name} for name in inputs],
        "outputArtifacts": [{"name": name} for name in outputs],
        "runOrder": 1,
        "namespace": provider,
    }


def definition():
    source = action("Source", "CodeCommit", {"RepositoryName": "piped", "BranchName": "main", "PollForSourceChanges": "true"}, outputs=["S"])
    build = action("Build", "CodeBuild", {"ProjectName": "piped"}, ["S"], ["B"])
    approval = action("Approval", "Manual", {"CustomData": "look at it", "ExternalEntityLink": "https://example.com/"})
    stages = [{"name": name, "actions": [one]} for name, one in (("Source", source), ("Build", build), ("Approve", approval))]
    return {
        "name": "driven",
        "roleArn": ROLE,
        "artifactStore": {"type": "S3", "location": "artifacts"},
        "pipelineType": "V2",
        "executionMode": "QUEUED",
        "stages": stages,
        "variables": [{"name": "stage", "defaultValue": "test", "description": "where to"}],
    }


def drive(harness):
    pipelines = harness.client("codepipeline")
    commits = harness.client("codecommit")
    first = prepare(harness, commits)
    pipelines.create_pipeline(pipeline=definition(), tags=TAGS)
    with refused("PipelineNameInUseException"):
        pipelines.create_pipeline(pipeline=definition())
    arn = pipelines.get_pipeline(name="driven")["metadata"]["pipelineArn"]
    pipelines.list_pipelines()
    failed = until(lambda: last(pipelines), lambda one: one["status"] == "Failed")["pipelineExecutionId"]
    pipelines.get_pipeline_state(name="driven")
    pipelines.retry_stage_execution(**NAMED, stageName="Build", pipelineExecutionId=failed, retryMode="FAILED_ACTIONS")
    until(lambda: last(pipelines), lambda one: one["status"] == "Failed")
    commits.put_file(repositoryName="piped", branchName="main", filePath="good", fileContent=b"", parentCommitId=first)
    approve(pipelines, until(lambda: token(pipelines)))
    until(lambda: last(pipelines), lambda one: one["status"] == "Succeeded")
    stop(pipelines)
    pipelines.list_action_executions(**NAMED, filter={"pipelineExecutionId": failed})
    pipelines.update_pipeline(pipeline={**definition(), "executionMode": "SUPERSEDED"})
    pipelines.tag_resource(resourceArn=arn, tags=[{"key": "stage", "value": "test"}])
    assert len(pipelines.list_tags_for_resource(resourceArn=arn)["tags"]) == 2
    pipelines.untag_resource(resourceArn=arn, tagKeys=["stage"])
    pipelines.delete_pipeline(name="driven")
    with refused("PipelineNotFoundException"):
        pipelines.get_pipeline(name="driven")


def prepare(harness, commits):
    commits.create_repository(repositoryName="piped")
    harness.client("codebuild").create_project(
        name="piped",
        source={"type": "CODEPIPELINE", "buildspec": SPEC},
        artifacts={"type": "CODEPIPELINE"},
        environment={"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0", "computeType": "BUILD_GENERAL1_SMALL"},
        serviceRole=ROLE,
    )
    return commits.create_commit(repositoryName="piped", branchName="main", putFiles=[{"filePath": "page.html", "fileContent": b"1"}])["commitId"]


def last(pipelines):
    runs = pipelines.list_pipeline_executions(**NAMED)["pipelineExecutionSummaries"]
    return pipelines.get_pipeline_execution(**NAMED, pipelineExecutionId=runs[0]["pipelineExecutionId"])["pipelineExecution"] if runs else {"status": None}


def token(pipelines):
    states = pipelines.get_pipeline_state(name="driven")["stageStates"][2]["actionStates"]
    return states[0].get("latestExecution", {}).get("token")


def approve(pipelines, approval):
    where = {**NAMED, "stageName": "Approve", "actionName": "Manual"}
    with refused("InvalidApprovalTokenException"):
        pipelines.put_approval_result(**where, result={"summary": "no", "status": "Approved"}, token="00000000-0000-0000-0000-000000000000")
    pipelines.put_approval_result(**where, result={"summary": "good", "status": "Approved"}, token=approval)


def stop(pipelines):
    pipelines.disable_stage_transition(**NAMED, stageName="Build", transitionType="Inbound", reason="driven")
    pipelines.get_pipeline_state(name="driven")
    run = pipelines.start_pipeline_execution(name="driven", variables=[{"name": "stage", "value": "prod"}])["pipelineExecutionId"]
    pipelines.enable_stage_transition(**NAMED, stageName="Build", transitionType="Inbound")
    until(lambda: token(pipelines))
    pipelines.stop_pipeline_execution(**NAMED, pipelineExecutionId=run, abandon=True, reason="driven")
    until(lambda: last(pipelines), lambda one: one["status"] == "Stopped")
