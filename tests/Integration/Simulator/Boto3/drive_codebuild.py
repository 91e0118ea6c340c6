"""CodeBuild."""

from harness import refused, until

ROLE = "arn:aws:iam::123456789012:role/build"
SPEC = "\n".join(["version: 0.2", "env:", "  exported-variables: [TAG]", "phases:", "  build:", "    commands:", "      - echo built $TAG", "artifacts:", "  files: ['**/*']", ""])


def drive(harness):
    builds = harness.client("codebuild")
    commits = harness.client("codecommit")
    url = commits.create_repository(repositoryName="built")["repositoryMetadata"]["cloneUrlHttp"]
    commits.create_commit(repositoryName="built", branchName="main", putFiles=[{"filePath": "buildspec.yml", "fileContent": SPEC.encode()}])
    project(builds, url)
    build = builds.start_build(projectName="driven", environmentVariablesOverride=[{"name": "TAG", "value": "v2", "type": "PLAINTEXT"}], timeoutInMinutesOverride=20)["build"]["id"]
    look = lambda: builds.batch_get_builds(ids=[build, "driven:absent"])["builds"][0]["buildStatus"]
    until(look, "SUCCEEDED".__eq__)
    again = builds.retry_build(id=build)["build"]["id"]
    builds.stop_build(id=again)
    assert len(builds.list_builds(sortOrder="DESCENDING")["ids"]) == 2
    builds.list_builds_for_project(projectName="driven")
    builds.batch_get_builds(ids=[again])
    builds.delete_project(name="driven")
    with refused("ResourceNotFoundException"):
        builds.start_build(projectName="driven")


def project(builds, url):
    variables = [{"name": "TAG", "value": "v1", "type": "PLAINTEXT"}]
    machine = {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0", "computeType": "BUILD_GENERAL1_SMALL", "privilegedMode": True, "environmentVariables": variables}
    wanted = {
        "name": "driven",
        "description": "driven",
        "source": {"type": "CODECOMMIT", "location": url, "gitCloneDepth": 1, "gitSubmodulesConfig": {"fetchSubmodules": False}},
        "sourceVersion": "refs/heads/main",
        "artifacts": {"type": "NO_ARTIFACTS"},
        "cache": {"type": "LOCAL", "modes": ["LOCAL_DOCKER_LAYER_CACHE"]},
        "environment": machine,
        "serviceRole": ROLE,
        "timeoutInMinutes": 30,
        "queuedTimeoutInMinutes": 60,
        "tags": [{"key": "team", "value": "web"}],
        "logsConfig": {"cloudWatchLogs": {"status": "ENABLED", "groupName": "/driven/build"}},
    }
    builds.create_project(**wanted)
    with refused("ResourceAlreadyExistsException"):
        builds.create_project(**wanted)
    builds.update_project(name="driven", description="changed", badgeEnabled=False)
    assert builds.list_projects(sortBy="NAME", sortOrder="ASCENDING")["projects"] == ["driven"]
    assert builds.batch_get_projects(names=["driven", "absent"])["projectsNotFound"] == ["absent"]
