"""Parameter Store."""

from harness import refused


def drive(harness):
    ssm = harness.client("ssm")
    ssm.put_parameter(
        Name="/driven/url", Value="http://a", Type="String", Description="driven", AllowedPattern="^http.*", Tier="Standard",
        Tags=[{"Key": "team", "Value": "web"}],
    )
    with refused("ParameterAlreadyExists"):
        ssm.put_parameter(Name="/driven/url", Value="http://b", Type="String")
    ssm.put_parameter(Name="/driven/url", Value="http://b", Type="String", Overwrite=True)
    ssm.put_parameter(Name="/driven/token", Value="secret", Type="SecureString")
    ssm.put_parameter(Name="/driven/deep/list", Value="a,b", Type="StringList")
    assert ssm.get_parameter(Name="/driven/token", WithDecryption=True)["Parameter"]["Value"] == "secret"
    ssm.get_parameter(Name="/driven/url:1")
    with refused("ParameterNotFound"):
        ssm.get_parameter(Name="/absent")
    assert ssm.get_parameters(Names=["/driven/url", "/absent"])["InvalidParameters"] == ["/absent"]
    assert len(ssm.get_parameters_by_path(Path="/driven", Recursive=True)["Parameters"]) == 3
    ssm.describe_parameters(ParameterFilters=[{"Key": "Name", "Option": "BeginsWith", "Values": ["/driven"]}])
    named = {"ResourceType": "Parameter", "ResourceId": "/driven/url"}
    ssm.add_tags_to_resource(**named, Tags=[{"Key": "stage", "Value": "test"}])
    assert len(ssm.list_tags_for_resource(**named)["TagList"]) == 2
    ssm.remove_tags_from_resource(**named, TagKeys=["stage"])
    ssm.delete_parameter(Name="/driven/deep/list")
    ssm.delete_parameters(Names=["/driven/url", "/driven/token", "/absent"])
