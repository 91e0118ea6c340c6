"""Policy documents for the roles that AWS has no managed policy for, from AWS's pages on the permissions of each action."""


def trust(service):
    return document({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})


def document(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(actions, resources, **condition):
    return {"Effect": "Allow", "Action": actions, "Resource": resources, **({"Condition": condition} if condition else {})}


def artifacts(bucket):
    """What both roles do with the artifacts' bucket."""
    arn = f"arn:aws:s3:::{bucket}"
    return [
        allow(["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], f"{arn}/*"),
        allow(["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"], arn),
    ]


def of_builds(hand, project):
    """Logs of builds, artifacts, and pushing to the image repository as ECR's page on it says."""
    logs = hand.arn("logs", f"log-group:/aws/codebuild/{project}")
    push = ["CompleteLayerUpload", "UploadLayerPart", "InitiateLayerUpload", "BatchCheckLayerAvailability", "PutImage", "BatchGetImage"]
    return document(
        allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], [logs, f"{logs}:*"]),
        *artifacts(hand.bucket),
        allow("ecr:GetAuthorizationToken", "*"),
        allow([f"ecr:{action}" for action in push], hand.arn("ecr", f"repository/{project}")),
    )


def of_pipeline(hand, repository, application):
    """Artifacts, and the permissions of the actions CodeCommit, CodeBuild and CodeDeployToECS."""
    commit = ["CancelUploadArchive", "GetBranch", "GetCommit", "GetUploadArchiveStatus", "UploadArchive"]
    owned = hand.arn("codedeploy", f"application:{application}")
    return document(
        *artifacts(hand.bucket),
        allow([f"codecommit:{action}" for action in commit], hand.arn("codecommit", repository)),
        allow(["codebuild:BatchGetBuilds", "codebuild:StartBuild"], hand.arn("codebuild", f"project/{repository}")),
        allow(["codedeploy:CreateDeployment", "codedeploy:GetDeployment"], hand.arn("codedeploy", f"deploymentgroup:{application}/*")),
        allow(["codedeploy:GetApplication", "codedeploy:GetApplicationRevision", "codedeploy:RegisterApplicationRevision"], [owned, f"{owned}/*"]),
        allow("codedeploy:GetDeploymentConfig", hand.arn("codedeploy", "deploymentconfig:*")),
        allow("ecs:RegisterTaskDefinition", "*"),
        allow("ecs:TagResource", hand.arn("ecs", "task-definition/*"), StringEquals={"ecs:CreateAction": ["RegisterTaskDefinition"]}),
        allow("iam:PassRole", hand.execution, StringEquals={"iam:PassedToService": ["ecs.amazonaws.com", "ecs-tasks.amazonaws.com"]}),
    )
