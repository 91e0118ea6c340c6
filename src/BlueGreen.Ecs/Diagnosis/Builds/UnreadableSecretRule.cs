namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG705: a variable's value cannot be had from Parameter Store or Secrets Manager.</summary>
internal sealed class UnreadableSecretRule : IBuildRule
{
    private static readonly string[] Words = ["parameter does not exist", "Secrets Manager can't find", "ssm:GetParameter", "secretsmanager:GetSecretValue", "ParameterNotFound"];

    public FailureCause? Explain(BuildEvidence evidence)
    {
        if (evidence.Failed.FirstOrDefault(IsMeant) is not { } phase)
        {
            return null;
        }

        var isDenied = Denial.IsIn(phase.Message);
        return Cause.Certain(
            "BG705",
            isDenied ? evidence.Role : evidence.Project,
            $"{(isDenied ? "The build's role may not read" : "There is not")} what a variable takes from Parameter Store or Secrets Manager: {phase.Message}",
            isDenied
                ? "Allow ssm:GetParameters or secretsmanager:GetSecretValue on it to the role, and kms:Decrypt where it is encrypted with a key of your own."
                : "Compare the reference with the parameter's or secret's name, in the build's region, its JSON key too; a space or a character that looks like another counts.",
            evidence.OddVariables.Prepend(phase.ToString()));
    }

    /// <summary>Whether a phase failed because of such a variable.</summary>
    public static bool IsMeant(BuildPhaseSeen phase) => phase.Code.Contains("Variables Error", StringComparison.OrdinalIgnoreCase)
        || phase.Code.Replace('_', ' ').Contains("Secrets Manager", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(Words, word => phase.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
