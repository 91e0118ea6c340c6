using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>GetParameter, GetParameters, GetParametersByPath and DescribeParameters.</summary>
internal static class ParameterReading
{
    private const int PathPage = 10;
    private const int DescribePage = 50;

    public static JsonObject Get(SsmState state, JsonObject input)
    {
        var (parameter, version, selector) = state.Find(input.Text("Name")!);
        return new JsonObject { ["Parameter"] = parameter.View(version, selector, input.Flag("WithDecryption") == true) };
    }

    public static JsonObject GetSeveral(SsmState state, JsonObject input)
    {
        var (found, missing) = (new List<JsonObject>(), new List<string>());
        foreach (var name in input.Texts("Names").Distinct(StringComparer.Ordinal))
        {
            try
            {
                var (parameter, version, selector) = state.Find(name);
                found.Add(parameter.View(version, selector, input.Flag("WithDecryption") == true));
            }
            catch (AwsErrorException error) when (error.Code is "ParameterNotFound" or "ParameterVersionNotFound")
            {
                missing.Add(name);
            }
        }

        return new JsonObject { ["Parameters"] = found.ToJson(), ["InvalidParameters"] = missing.ToJson() };
    }

    public static JsonObject GetByPath(SsmState state, JsonObject input)
    {
        var path = input.Text("Path")!;
        if (path[0] is not '/')
        {
            throw new AwsErrorException("ValidationException", "The parameter path must begin with a forward slash \"/\".");
        }

        var found = state.Parameters.Values.Where(parameter => IsBelow(parameter.Name, path, input.Flag("Recursive") == true)).Where(Filter(input.Objects("ParameterFilters"), "Option"));
        var (page, next) = TokenPaging.Take(found, input.Text("NextToken"), input.Int("MaxResults") ?? PathPage, "InvalidNextToken");
        var output = new JsonObject { ["Parameters"] = page.ToJson(parameter => parameter.View(parameter.Last, null, input.Flag("WithDecryption") == true)) };
        output.SetUnlessNull("NextToken", next);
        return output;
    }

    public static JsonObject Describe(SsmState state, JsonObject input)
    {
        var found = state.Parameters.Values.Where(Filter(input.Objects("ParameterFilters"), "Option")).Where(Filter(input.Objects("Filters"), ""));
        var (page, next) = TokenPaging.Take(found, input.Text("NextToken"), input.Int("MaxResults") ?? DescribePage, "InvalidNextToken");
        var output = new JsonObject { ["Parameters"] = page.ToJson(parameter => parameter.Metadata(state.Region.World.Account)) };
        output.SetUnlessNull("NextToken", next);
        return output;
    }

    private static bool IsBelow(string name, string path, bool isRecursive)
    {
        var prefix = path.TrimEnd('/') + "/";
        return name.StartsWith(prefix, StringComparison.Ordinal) && (isRecursive || !name[prefix.Length..].Contains('/', StringComparison.Ordinal));
    }

    private static Func<Parameter, bool> Filter(IReadOnlyList<JsonObject> filters, string optionMember)
    {
        var tests = filters.Select(filter => Test(filter.Text("Key")!, filter.Text(optionMember), filter.Texts("Values"))).ToList();
        return parameter => tests.TrueForAll(test => test(parameter));
    }

    // The older kind of filter has no options; there a name need only begin so.
    private static Func<Parameter, bool> Test(string key, string? option, IReadOnlyList<string> values) => key switch
    {
        "Path" => parameter => values.Any(value => IsBelow(parameter.Name, value, option is "Recursive")),
        "Name" => parameter => values.Any(value => Fits(parameter.Name, option ?? "BeginsWith", value)),
        "Type" or "KeyId" or "Tier" or "DataType" => parameter => values.Any(value => Fits(parameter.Settings.Text(key, ""), option ?? "Equals", value)),
        _ when key.StartsWith("tag:", StringComparison.Ordinal) => parameter =>
            parameter.Tags.TryGetValue(key[4..], out var tag) && (values.Count == 0 || values.Any(value => Fits(tag, option ?? "Equals", value))),
        _ => throw new AwsErrorException("InvalidFilterKey", $"The following filter key is not valid: {key}. Valid filter keys include: [Path, Name, Type, KeyId, Tier, DataType, tag:]."),
    };

    private static bool Fits(string text, string option, string value) => option switch
    {
        "Equals" => text == value,
        "BeginsWith" => text.StartsWith(value, StringComparison.Ordinal),
        "Contains" => text.Contains(value, StringComparison.Ordinal),
        _ => throw new AwsErrorException("InvalidFilterOption", $"The following filter option is not valid: {option}. Valid options include: [BeginsWith, Equals, Contains]."),
    };
}
