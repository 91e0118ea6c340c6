"""Identity and Access Management."""

import json

from harness import refused

TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
READ = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecr:GetAuthorizationToken", "s3:GetObject"], "Resource": "*"}]}
MANAGED = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
TAGS = [{"Key": "team", "Value": "web"}]


def drive(harness):
    iam = harness.client("iam")
    trust = json.dumps(TRUST)
    role = iam.create_role(RoleName="driven", Path="/web/", AssumeRolePolicyDocument=trust, Description="driven", MaxSessionDuration=7200, Tags=TAGS)["Role"]
    with refused("EntityAlreadyExists"):
        iam.create_role(RoleName="driven", AssumeRolePolicyDocument=trust)
    with refused("MalformedPolicyDocument"):
        iam.create_role(RoleName="other", AssumeRolePolicyDocument="{")
    assert iam.get_role(RoleName="driven")["Role"]["AssumeRolePolicyDocument"] == TRUST
    iam.update_role(RoleName="driven", Description="changed", MaxSessionDuration=3600)
    assert [found["RoleName"] for found in iam.list_roles(PathPrefix="/web/")["Roles"]] == ["driven"]
    assert iam.list_role_tags(RoleName="driven")["Tags"] == TAGS
    iam.list_instance_profiles_for_role(RoleName="driven")
    iam.update_assume_role_policy(RoleName="driven", PolicyDocument=trust)
    iam.tag_role(RoleName="driven", Tags=[{"Key": "stage", "Value": "test"}])
    iam.untag_role(RoleName="driven", TagKeys=["stage"])
    policies(iam, role["Arn"])
    own = own_policy(iam, role["Arn"])
    with refused("DeleteConflict"):
        iam.delete_role(RoleName="driven")
    for policy in iam.list_attached_role_policies(RoleName="driven")["AttachedPolicies"]:
        iam.detach_role_policy(RoleName="driven", PolicyArn=policy["PolicyArn"])
    iam.delete_policy(PolicyArn=own)
    iam.delete_role_policy(RoleName="driven", PolicyName="read")
    iam.delete_role(RoleName="driven")
    with refused("NoSuchEntity"):
        iam.get_role(RoleName="driven")
    iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com", Description="driven")


def policies(iam, role):
    iam.put_role_policy(RoleName="driven", PolicyName="read", PolicyDocument=json.dumps(READ))
    assert iam.get_role_policy(RoleName="driven", PolicyName="read")["PolicyDocument"] == READ
    assert iam.list_role_policies(RoleName="driven")["PolicyNames"] == ["read"]
    iam.attach_role_policy(RoleName="driven", PolicyArn=MANAGED)
    results = iam.simulate_principal_policy(
        PolicySourceArn=role,
        ActionNames=["s3:GetObject", "s3:PutObject", "ecr:BatchGetImage"],
        ResourceArns=["arn:aws:s3:::bucket/key"],
        ContextEntries=[{"ContextKeyName": "aws:SourceIp", "ContextKeyValues": ["10.0.0.1"], "ContextKeyType": "ip"}],
    )["EvaluationResults"]
    assert [result["EvalDecision"] for result in results] == ["allowed", "implicitDeny", "allowed"], results


def own_policy(iam, role):
    """A policy of the account, attached, changed by a second version."""
    write = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}}
    arn = iam.create_policy(PolicyName="driven", Path="/web/", PolicyDocument=json.dumps(READ), Description="driven", Tags=TAGS)["Policy"]["Arn"]
    with refused("EntityAlreadyExists"):
        iam.create_policy(PolicyName="driven", PolicyDocument=json.dumps(READ))
    iam.attach_role_policy(RoleName="driven", PolicyArn=arn)
    assert iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"] == 1
    assert iam.list_entities_for_policy(PolicyArn=arn)["PolicyRoles"][0]["RoleName"] == "driven"
    assert iam.list_policies(Scope="Local", OnlyAttached=True)["Policies"][0]["Arn"] == arn
    assert MANAGED in [policy["Arn"] for page in iam.get_paginator("list_policies").paginate(Scope="AWS") for policy in page["Policies"]]
    named = {"PolicyArn": arn, "VersionId": iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(write))["PolicyVersion"]["VersionId"]}
    assert iam.get_policy_version(**named)["PolicyVersion"]["Document"] == write
    iam.set_default_policy_version(**named)
    result = iam.simulate_principal_policy(PolicySourceArn=role, ActionNames=["s3:PutObject"])["EvaluationResults"][0]
    assert result["EvalDecision"] == "allowed" and result["MatchedStatements"][0]["SourcePolicyType"] == "user-managed", result
    with refused("DeleteConflict"):
        iam.delete_policy_version(**named)
    iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    assert len(iam.list_policy_versions(PolicyArn=arn)["Versions"]) == 1
    with refused("DeleteConflict"):
        iam.delete_policy(PolicyArn=arn)
    return arn
