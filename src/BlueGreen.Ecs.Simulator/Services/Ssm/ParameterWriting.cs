using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>PutParameter, DeleteParameter and DeleteParameters.</summary>
internal static partial class ParameterWriting
{
    private const int MostVersions = 100;
    private const int MostLevels = 15;
    private const int StandardSize = 4096;
    private const int AdvancedSize = 8192;

    public static JsonObject Put(SsmState state, JsonObject input)
    {
        var name = input.Text("Name")!;
        RequireName(name);
        var existing = state.Parameters.GetValueOrDefault(name);
        RequireFitting(existing, input);
        var parameter = existing ?? new Parameter(name, state.Arn(name));
        var type = input.Text("Type") ?? (existing is null ? throw Invalid("A parameter type is required when you create a parameter.") : existing.Type);
        var tier = input.Text("Tier") is "Advanced" or "Intelligent-Tiering" ? "Advanced" : existing?.Settings.Text("Tier") ?? "Standard";
        RequireValue(input.Text("Value")!, tier, input.Text("AllowedPattern"));
        input.CopyTo(parameter.Settings, "Description", "AllowedPattern", "DataType");
        (parameter.Settings["Type"], parameter.Settings["Tier"]) = (type, tier);
        parameter.Settings["DataType"] ??= "text";
        if (type == Parameter.Secure)
        {
            parameter.Settings["KeyId"] = input.Text("KeyId") ?? parameter.Settings.Text("KeyId") ?? "alias/aws/ssm";
        }

        parameter.Versions.Add(new ParameterVersion(existing is null ? 1 : existing.Last.Number + 1, input.Text("Value")!, state.Region.World.Now));
        if (parameter.Versions.Count > MostVersions)
        {
            parameter.Versions.RemoveAt(0);
        }

        TagList.Add(parameter.Tags, input.Objects("Tags"));
        state.Parameters[name] = parameter;
        return new JsonObject { ["Version"] = parameter.Last.Number, ["Tier"] = tier };
    }

    public static JsonObject Delete(SsmState state, JsonObject input) =>
        state.Parameters.Remove(input.Text("Name")!) ? [] : throw SsmState.NotFound(input.Text("Name")!);

    public static JsonObject DeleteSeveral(SsmState state, JsonObject input)
    {
        var names = input.Texts("Names").ToLookup(state.Parameters.Remove);
        return new JsonObject { ["DeletedParameters"] = names[true].ToJson(), ["InvalidParameters"] = names[false].ToJson() };
    }

    private static void RequireName(string name)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw Invalid("Invalid parameter name. Please use correct syntax for referencing a version/label: only a mix of letters, numbers and the following symbols .-_/ is allowed.");
        }

        if (name.Contains('/', StringComparison.Ordinal) && name[0] is not '/')
        {
            throw Invalid("Parameter name must be a fully qualified name.");
        }

        if (name.Count(letter => letter is '/') > MostLevels)
        {
            throw new AwsErrorException("HierarchyLevelLimitExceededException", $"Hierarchy exceeds {MostLevels} levels: {name}");
        }

        var bare = name.TrimStart('/');
        if (bare.StartsWith("aws", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("ssm", StringComparison.OrdinalIgnoreCase))
        {
            throw bare.StartsWith("aws/", StringComparison.OrdinalIgnoreCase)
                ? new AwsErrorException("AccessDeniedException", $"No access to reserved parameter name: {name}.")
                : Invalid("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }
    }

    private static void RequireFitting(Parameter? existing, JsonObject input)
    {
        if (existing is not null && input.Flag("Overwrite") != true)
        {
            throw new AwsErrorException("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }

        if (input.Flag("Overwrite") == true && input.Objects("Tags").Count > 0)
        {
            throw Invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. "
                + "To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        }

        if (existing is not null && input.Text("Type") is { } type && (type == Parameter.Secure) != (existing.Type == Parameter.Secure))
        {
            throw Invalid($"The type of a parameter cannot be changed from {existing.Type} to {type}. Delete the parameter, and create it again.");
        }
    }

    // Refusals never show the value.
    private static void RequireValue(string value, string tier, string? pattern)
    {
        var most = tier is "Standard" ? StandardSize : AdvancedSize;
        if (value.Length == 0)
        {
            throw Invalid("1 validation error detected: Value at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1");
        }

        if (Encoding.UTF8.GetByteCount(value) > most)
        {
            throw Invalid($"{tier} tier parameters support a maximum parameter value of {most} characters.");
        }

        if (pattern is not null && !Matches(pattern, value))
        {
            throw new AwsErrorException("ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");
        }
    }

    private static bool Matches(string pattern, string value)
    {
        try
        {
            return new Regex($"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch(value);
        }
        catch (ArgumentException)
        {
            throw new AwsErrorException("InvalidAllowedPatternException", $"The request does not meet the regular expression requirement: {pattern}");
        }
    }

    private static AwsErrorException Invalid(string message) => new("ValidationException", message);

    [GeneratedRegex(@"^[A-Za-z0-9_./-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
