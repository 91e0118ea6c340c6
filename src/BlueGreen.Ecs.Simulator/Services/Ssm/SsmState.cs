using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>The parameters of one region.</summary>
internal sealed class SsmState(Region region)
{
    public Region Region => region;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    public static SsmState Of(Region region) => region.Get(one => new SsmState(one));

    /// <summary>The ARN of a parameter; a name without a leading slash gets one.</summary>
    public string Arn(string name) => region.Arn("ssm", $"parameter/{name.TrimStart('/')}");

    /// <summary>Finds a version of a parameter.</summary>
    /// <param name="reference">A name or an ARN, with or without a version behind a colon.</param>
    /// <exception cref="AwsErrorException">There is no such parameter, or no such version.</exception>
    public (Parameter Parameter, ParameterVersion Version, string? Selector) Find(string reference)
    {
        var (name, selector) = Split(reference);
        var parameter = Parameters.GetValueOrDefault(name) ?? Parameters.GetValueOrDefault(name.TrimStart('/')) ?? throw NotFound(name);
        if (selector is null)
        {
            return (parameter, parameter.Last, null);
        }

        var version = parameter.Versions.Find(one => one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == selector)
            ?? throw new AwsErrorException("ParameterVersionNotFound", $"Systems Manager could not find version {selector} of {name}. Verify the version and try again.");
        return (parameter, version, $":{selector}");
    }

    public static AwsErrorException NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");

    private static (string Name, string? Selector) Split(string reference)
    {
        const string Marker = ":parameter/";
        var at = reference.IndexOf(Marker, StringComparison.Ordinal);
        var name = at < 0 ? reference : reference[(at + Marker.Length - 1)..];
        return name.Split(':', 2) is [var first, var selector] ? (first, selector) : (name, null);
    }
}
