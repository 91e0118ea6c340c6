using System.Globalization;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG148: a range of ports stands alone, is understood, and overlaps with no other one.</summary>
internal sealed class PortRangeRule() : ContainerRule("BG148")
{
    private const int MostPort = 65535;
    private const int MostRanges = 100;

    protected override void Check(ContainerDefinition container, Report report)
    {
        List<(int First, int Last)>? ranges = null;
        var mappings = container.PortMappings;
        for (var i = 0; i < mappings.Count; i++)
        {
            if (mappings[i].ContainerPortRange is not { } text)
            {
                continue;
            }

            Check(mappings[i], i, report);
            if (Parse(text) is not { } range)
            {
                report.Error($"portMappings[{i}].containerPortRange", $"The range is \"{text}\"; understood is FIRST-LAST, such as 8000-8010, within 1 to {MostPort}.", "Write the first and the last port with a hyphen between them.");
                continue;
            }

            foreach (var (first, last) in ranges ??= [])
            {
                if (range.First <= last && first <= range.Last)
                {
                    report.Error($"portMappings[{i}].containerPortRange", $"The range {text} overlaps with {first}-{last} of the same container.", "Let the ranges lie side by side.");
                    break;
                }
            }

            ranges.Add(range);
        }

        if (ranges is { Count: > MostRanges })
        {
            report.Error($"portMappings", $"Container \"{container.Name}\" has {ranges.Count} ranges of ports; allowed are {MostRanges}.", "Join ranges that lie side by side.");
        }
    }

    private static void Check(PortMapping mapping, int i, Report report)
    {
        if (mapping.ContainerPort is not null || mapping.HostPort is not (null or 0))
        {
            report.Error($"portMappings[{i}]", $"A port mapping has containerPortRange beside {(mapping.ContainerPort is null ? "hostPort" : "containerPort")}; allowed is one of both.", "Write the single port as a mapping of its own.");
        }

        if (report.Definition.NetworkMode is { } mode && mode != NetworkMode.Bridge && mode != NetworkMode.Awsvpc)
        {
            report.Error($"portMappings[{i}].containerPortRange", $"The network mode is {mode}; ranges of ports go with bridge and awsvpc.", "Map each port by itself.");
        }
    }

    private static (int First, int Last)? Parse(string text)
    {
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0
            && int.TryParse(text.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(text.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first >= 1 && first <= last && last <= MostPort
            ? (first, last)
            : null;
    }
}
