"""Reads everything of an account's region that a blue/green service stands on, and prints it as one JSON object: path → value.

    python3 describe.py REGION

A path names resources as people do, by name, port or path. Members of lists are named by what tells them apart, else by their place.
"""

import functools
import json
import sys

import boto3
from botocore.exceptions import ClientError

# By which member the things of a list are told apart, where one is; a later one counts where an earlier one is missing.
NAMES = ("Key", "key", "name", "Name", "ZoneName", "PolicyName", "containerPort", "Order", "TargetGroupArn", "GroupId", "CidrIp")

client = functools.cache(lambda service: boto3.client(service, region_name=sys.argv[1]))


def pages(service, operation, member, **arguments):
    """All of a list, page by page."""
    call = client(service)
    if not call.can_paginate(operation):
        return getattr(call, operation)(**arguments).get(member, [])
    return [one for page in call.get_paginator(operation).paginate(**arguments) for one in page.get(member, [])]


def get(service, operation, *absent, **arguments):
    """One answer without the wire's own; what was never set is an error of S3's."""
    try:
        answer = getattr(client(service), operation)(**arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] not in absent:
            raise
        return None
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


def ec2():
    yield "vpcs", {f"{one['CidrBlock']}{' default' if one['IsDefault'] else ''}": one for one in pages("ec2", "describe_vpcs", "Vpcs")}
    yield "subnets", {one["AvailabilityZone"]: one for one in pages("ec2", "describe_subnets", "Subnets")}
    groups = pages("ec2", "describe_security_groups", "SecurityGroups")
    for group in groups:
        for way in ("IpPermissions", "IpPermissionsEgress"):
            group[way] = {f"{rule['IpProtocol']} {rule.get('FromPort', 'all')}-{rule.get('ToPort', 'all')}": rule for rule in group[way]}
    yield "security-groups", {one["GroupName"]: one for one in groups}


def elbv2():
    elb = client("elbv2")
    tags = lambda arn: elb.describe_tags(ResourceArns=[arn])["TagDescriptions"][0]["Tags"]  # noqa: E731
    for balancer in pages("elbv2", "describe_load_balancers", "LoadBalancers"):
        arn, name = balancer["LoadBalancerArn"], balancer["LoadBalancerName"]
        attributes = elb.describe_load_balancer_attributes(LoadBalancerArn=arn)["Attributes"]
        yield f"load-balancers/{name}", {**balancer, "attributes": attributes, "tags": tags(arn)}
        for listener in pages("elbv2", "describe_listeners", "Listeners", LoadBalancerArn=arn):
            where = listener["ListenerArn"]
            attributes = elb.describe_listener_attributes(ListenerArn=where)["Attributes"]
            yield f"listeners/{name}:{listener['Port']}", {**listener, "attributes": attributes, "tags": tags(where)}
            for rule in pages("elbv2", "describe_rules", "Rules", ListenerArn=where):
                yield f"rules/{name}:{listener['Port']}:{rule['Priority']}", {**rule, "tags": tags(rule["RuleArn"])}
    for group in pages("elbv2", "describe_target_groups", "TargetGroups"):
        arn = group["TargetGroupArn"]
        attributes = elb.describe_target_group_attributes(TargetGroupArn=arn)["Attributes"]
        health = elb.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
        yield f"target-groups/{group['TargetGroupName']}", {**group, "attributes": attributes, "tags": tags(arn), "targets": health}


def ecs():
    api = client("ecs")
    for cluster in pages("ecs", "list_clusters", "clusterArns"):
        found = api.describe_clusters(clusters=[cluster], include=["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS"])["clusters"][0]
        yield f"clusters/{found['clusterName']}", found
        for service in pages("ecs", "list_services", "serviceArns", cluster=cluster):
            one = api.describe_services(cluster=cluster, services=[service], include=["TAGS"])["services"][0]
            yield f"services/{one['serviceName']}", one
    for status in ("ACTIVE", "INACTIVE"):
        for arn in pages("ecs", "list_task_definitions", "taskDefinitionArns", status=status):
            yield f"task-definitions/{arn.split('/')[-1]}", get("ecs", "describe_task_definition", taskDefinition=arn, include=["TAGS"])


def ecr():
    for repository in pages("ecr", "describe_repositories", "repositories"):
        tags = client("ecr").list_tags_for_resource(resourceArn=repository["repositoryArn"])["tags"]
        images = pages("ecr", "describe_images", "imageDetails", repositoryName=repository["repositoryName"])
        yield repository["repositoryName"], {**repository, "tags": tags, "images": {",".join(one.get("imageTags", [])): one for one in images}}


def logs():
    for group in pages("logs", "describe_log_groups", "logGroups"):
        yield group["logGroupName"], {**group, "tags": client("logs").list_tags_for_resource(resourceArn=group["logGroupArn"])["tags"]}


def listed(value):
    """What IAM takes as one value or a list of them."""
    return value if isinstance(value, list) else [value]


def statements(document):
    """What a policy allows: an entry for each action and resource with its condition, as their order and grouping mean nothing."""
    return {
        f"{one['Effect']} {action} on {resource}": condition(one.get("Condition", {})) for one in listed(document["Statement"]) for action in listed(one["Action"]) for resource in listed(one["Resource"])
    }


def condition(tests):
    return "; ".join(f"if {test} {key} {' or '.join(sorted(listed(values)))}" for test, keys in sorted(tests.items()) for key, values in sorted(keys.items())) or "always"


def iam():
    for role in pages("iam", "list_roles", "Roles"):
        name = {"RoleName": role["RoleName"]}
        inline = {
            policy: statements(client("iam").get_role_policy(**name, PolicyName=policy)["PolicyDocument"]) for policy in pages("iam", "list_role_policies", "PolicyNames", **name)
        }
        attached = pages("iam", "list_attached_role_policies", "AttachedPolicies", **name)
        yield role["RoleName"], {**get("iam", "get_role", **name)["Role"], "attached": attached, "inline": inline}


def cloudwatch():
    api = client("cloudwatch")
    for alarm in api.describe_alarms(AlarmTypes=["MetricAlarm", "CompositeAlarm"])["MetricAlarms"]:
        yield alarm["AlarmName"], {**alarm, "tags": api.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"]}


def codedeploy():
    api, here = client("codedeploy"), f"arn:aws:codedeploy:{sys.argv[1]}:{client('sts').get_caller_identity()['Account']}"
    tags = lambda resource: api.list_tags_for_resource(ResourceArn=f"{here}:{resource}")["Tags"]  # noqa: E731
    for name in pages("codedeploy", "list_applications", "applications"):
        yield f"applications/{name}", {**api.get_application(applicationName=name)["application"], "tags": tags(f"application:{name}")}
        for group in pages("codedeploy", "list_deployment_groups", "deploymentGroups", applicationName=name):
            found = api.get_deployment_group(applicationName=name, deploymentGroupName=group)["deploymentGroupInfo"]
            yield f"groups/{name}/{group}", {**found, "tags": tags(f"deploymentgroup:{name}/{group}")}
    own = [name for name in pages("codedeploy", "list_deployment_configs", "deploymentConfigsList") if not name.startswith("CodeDeployDefault.")]
    yield "configs", {name: api.get_deployment_config(deploymentConfigName=name)["deploymentConfigInfo"] for name in own}


def codecommit():
    api = client("codecommit")
    for name in (one["repositoryName"] for one in pages("codecommit", "list_repositories", "repositories")):
        found = api.get_repository(repositoryName=name)["repositoryMetadata"]
        yield f"repositories/{name}", {**found, "tags": api.list_tags_for_resource(resourceArn=found["Arn"])["tags"]}
        for branch in pages("codecommit", "list_branches", "branches", repositoryName=name):
            head = api.get_branch(repositoryName=name, branchName=branch)["branch"]
            yield f"branches/{name}/{branch}", {**head, "commit": api.get_commit(repositoryName=name, commitId=head["commitId"])["commit"], "files": dict(files(name, branch, "/"))}


def files(repository, branch, folder):
    found = client("codecommit").get_folder(repositoryName=repository, commitSpecifier=branch, folderPath=folder)
    for one in found["files"]:
        path = one["absolutePath"]
        content = client("codecommit").get_file(repositoryName=repository, commitSpecifier=branch, filePath=path)
        yield path, {**one, "content": content["fileContent"].decode()}
    for one in found["subFolders"]:
        yield from files(repository, branch, one["absolutePath"])


def s3():
    for bucket in client("s3").list_buckets()["Buckets"]:
        name = {"Bucket": bucket["Name"]}
        yield bucket["Name"], {
            **bucket,
            "location": get("s3", "get_bucket_location", **name),
            "versioning": get("s3", "get_bucket_versioning", **name),
            "public-access-block": get("s3", "get_public_access_block", "NoSuchPublicAccessBlockConfiguration", **name),
            "tags": (get("s3", "get_bucket_tagging", "NoSuchTagSet", **name) or {}).get("TagSet"),
        }


def codebuild():
    names = pages("codebuild", "list_projects", "projects")
    for project in client("codebuild").batch_get_projects(names=names)["projects"] if names else []:
        yield project["name"], project


def codepipeline():
    for name in (one["name"] for one in pages("codepipeline", "list_pipelines", "pipelines")):
        found = get("codepipeline", "get_pipeline", name=name)
        yield name, {**found, "tags": client("codepipeline").list_tags_for_resource(resourceArn=found["metadata"]["pipelineArn"])["tags"]}


def flat(path, value):
    """A value's leaves. An empty list or object is a leaf too: what is there and empty is not what is missing."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from flat(f"{path}/{name}", inner)
    elif isinstance(value, list) and value:
        for i, inner in enumerate(value):
            yield from flat(f"{path}/{told_apart(inner, value) or i}", inner)
    else:
        yield path, value


def told_apart(one, among):
    for name in NAMES if isinstance(one, dict) else ():
        if isinstance(one.get(name), (str, int)) and len({json.dumps(other.get(name)) for other in among}) == len(among):
            return one[name]
    return None


def main():
    described = {}
    for read in (ec2, elbv2, ecs, ecr, logs, iam, cloudwatch, codedeploy, codecommit, s3, codebuild, codepipeline):
        for name, thing in read():
            described |= flat(f"{read.__name__}/{name}", thing)
    json.dump(described, sys.stdout, default=str, indent=0)


if __name__ == "__main__":
    main()
