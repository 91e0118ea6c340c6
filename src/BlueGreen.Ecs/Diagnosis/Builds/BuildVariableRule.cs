namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG710: a variable is missing, empty, or has a character that slipped in, so that an image's name is none.</summary>
internal sealed class BuildVariableRule : IBuildRule
{
    private const string Fix = "Set the variable in the project, the pipeline's action or the buildspec, and type its value anew; it was probably copied from a page.";

    public FailureCause? Explain(BuildEvidence evidence)
    {
        var lines = evidence.LinesWith("invalid reference format", "is not a valid repository/tag").ToList();
        var odd = evidence.OddVariables.Count == 0 ? string.Empty : $" {string.Join("; ", evidence.OddVariables)}.";
        if (lines.Count > 0)
        {
            var cause = $"The name of an image is none, mostly because a variable in it is missing or has a character that slipped in: {Cause.Sentence(lines[0])}{odd}";
            return evidence.OddVariables.Count > 0 ? Cause.Certain("BG710", evidence.Project, cause, Fix, lines) : Cause.Likely("BG710", evidence.Project, cause, Fix, lines);
        }

        return evidence.OddVariables.Count > 0 && evidence.Failed.Any(phase => phase.Code == "COMMAND_EXECUTION_ERROR")
            ? Cause.Possible("BG710", evidence.Project, $"Variables have odd values, which commands are given as they stand:{odd}", Fix, evidence.Failed.Select(phase => phase.ToString()))
            : null;
    }
}
