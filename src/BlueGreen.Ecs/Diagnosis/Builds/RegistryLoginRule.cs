namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG711: a registry does not accept the build's login, or there was none.</summary>
internal sealed class RegistryLoginRule() : LogWordsRule(
    "BG711", "no basic auth credentials", "login attempt to", "incorrect username or password", "authorization token has expired", "requested access to the resource is denied", "Cannot perform an interactive login")
{
    protected override string Fix =>
        "Log in to each registry in pre_build: to ECR by aws ecr get-login-password --region REGION | docker login --username AWS --password-stdin HOST, with the host and region that are pushed to.";

    protected override string Message(BuildEvidence evidence) => "A registry does not accept the build's login, or the build has not logged in to it";
}
