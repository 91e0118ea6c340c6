namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG269: the containers' files of variables are there.</summary>
internal sealed class EnvironmentFileCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around) => around.EnvironmentFiles.Where(file => file.Found.IsMissing).Select(file => new Finding(
        "BG269",
        FindingSeverity.Error,
        file.Wanted.Arn,
        $"The file of variables of container {file.Wanted.Container} does not exist; its tasks would stop before they start.",
        "Put the file into the bucket, or correct environmentFiles."));
}
