namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG266: the containers' log groups are there.</summary>
internal sealed class LogGroupCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around) => around.LogGroups.Where(log => log.Found.IsMissing).Select(log => new Finding(
        "BG266",
        FindingSeverity.Error,
        log.Wanted.Group,
        $"The log group of container {log.Wanted.Container} does not exist; its tasks would stop before they start.",
        "Create the log group, or set awslogs-create-group to true and allow the execution role logs:CreateLogGroup."));
}
