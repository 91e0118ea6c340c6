"""Secrets Manager."""

from harness import refused


def drive(harness):
    secrets = harness.client("secretsmanager")
    made = secrets.create_secret(Name="driven", Description="driven", SecretString='{"token": "a"}', Tags=[{"Key": "team", "Value": "web"}])
    with refused("ResourceExistsException"):
        secrets.create_secret(Name="driven", SecretString="b")
    named = {"SecretId": made["ARN"]}
    secrets.put_secret_value(**named, SecretString="b", VersionStages=["AWSCURRENT", "live"])
    assert secrets.get_secret_value(**named, VersionStage="AWSPREVIOUS")["SecretString"] == '{"token": "a"}'
    secrets.put_secret_value(**named, SecretBinary=b"c")
    assert secrets.get_secret_value(**named)["SecretBinary"] == b"c"
    secrets.update_secret(**named, Description="changed", SecretString="d")
    secrets.tag_resource(**named, Tags=[{"Key": "stage", "Value": "test"}])
    secrets.untag_resource(**named, TagKeys=["stage"])
    secrets.describe_secret(**named)
    secrets.delete_secret(**named, RecoveryWindowInDays=7)
    with refused("InvalidRequestException"):
        secrets.get_secret_value(**named)
    secrets.list_secrets(IncludePlannedDeletion=True)
    secrets.restore_secret(**named)
    secrets.list_secrets(Filters=[{"Key": "name", "Values": ["driven"]}])
    secrets.delete_secret(**named, ForceDeleteWithoutRecovery=True)
    with refused("ResourceNotFoundException"):
        secrets.get_secret_value(SecretId="absent")
