using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The errors that CodeDeploy answers in more than one place.</summary>
internal static class CodeDeployErrors
{
    private const int LongestName = 100;
    private const int LongestDescription = 512;

    /// <param name="name">The exception's name without its ending: <c>InvalidRole</c>.</param>
    /// <param name="message">What is wrong.</param>
    public static AwsErrorException Of(string name, string message) => new($"{name}Exception", message);

    /// <summary>Checks how many are asked for in one call.</summary>
    /// <exception cref="AwsErrorException">They are too many.</exception>
    public static void CheckBatch(int count, int most, string what)
    {
        if (count > most)
        {
            throw Of("BatchLimitExceeded", $"{count} {what} were asked for; at most {most} are allowed.");
        }
    }

    /// <exception cref="AwsErrorException">The description is too long.</exception>
    public static void CheckDescription(string? description)
    {
        if (description?.Length > LongestDescription)
        {
            throw Of("DescriptionTooLong", $"The description has {description.Length} characters; at most {LongestDescription} are allowed.");
        }
    }

    /// <summary>Checks an application's, group's or configuration's name.</summary>
    /// <param name="name">The name as given.</param>
    /// <param name="kind"><c>Application</c>, <c>DeploymentGroup</c> or <c>DeploymentConfig</c>, as in the exceptions' names.</param>
    /// <exception cref="AwsErrorException">The name is missing or malformed.</exception>
    public static string RequireName(string? name, string kind)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw Of($"{kind}NameRequired", $"{kind} name is required.");
        }

        return name.Length <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "._+=,@-".Contains(letter, StringComparison.Ordinal))
            ? name
            : throw Of($"Invalid{kind}Name", $"{kind} name {name} is invalid: 1 to {LongestName} letters, digits and . _ + = , @ - are allowed.");
    }
}
