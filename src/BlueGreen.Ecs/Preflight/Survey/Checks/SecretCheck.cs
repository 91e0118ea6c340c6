namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG268: the containers' secrets and parameters are there.</summary>
internal sealed class SecretCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around) => around.Secrets.Where(secret => secret.Found.IsMissing).Select(secret => new Finding(
        "BG268",
        FindingSeverity.Error,
        secret.Wanted.Arn,
        $"{(secret.Wanted.IsParameter ? "The parameter" : "The secret")} that {secret.Wanted.Name} is read from does not exist, or is about to be deleted; tasks would stop before they start.",
        "Create it, or correct valueFrom."));
}
