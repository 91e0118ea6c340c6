namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG708: Docker Hub refuses further anonymous pulls.</summary>
internal sealed class DockerHubLimitRule() : LogWordsRule("BG708", "toomanyrequests", "reached your pull rate limit", "reached your unauthenticated pull rate limit")
{
    protected override string Fix => "Log in to Docker Hub before docker build, with a token from Secrets Manager, or take base images from ECR Public or a pull-through cache.";

    protected override string Message(BuildEvidence evidence) => "Docker Hub refuses the pull of a base image: its limit is reached, which all anonymous builds behind one address share";
}
