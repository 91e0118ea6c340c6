namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>One check of what stands around a deployment. Pure: it looks at the surroundings, and at nothing else.</summary>
internal interface ISurveyCheck
{
    IEnumerable<Finding> Check(Surroundings around);
}
