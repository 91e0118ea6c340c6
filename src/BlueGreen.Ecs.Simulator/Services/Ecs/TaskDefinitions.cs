using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A region's task definitions: every revision of every family, which are never forgotten and never numbered again.</summary>
internal sealed class TaskDefinitions(Region region)
{
    private readonly SortedDictionary<string, List<TaskDefinition>> _families = new(StringComparer.Ordinal);

    public IEnumerable<TaskDefinition> All => _families.Values.SelectMany(revisions => revisions);

    public TaskDefinition Register(string family, JsonObject document)
    {
        if (!_families.TryGetValue(family, out var revisions))
        {
            _families.Add(family, revisions = []);
        }

        var revision = revisions.Count + 1;
        var arn = region.Arn("ecs", $"task-definition/{family}:{revision}");
        var registered = new TaskDefinition(arn, family, revision, document, region.World.Now);
        revisions.Add(registered);
        return registered;
    }

    /// <summary>Looks up a family (its newest active revision), <c>family:revision</c>, or an ARN.</summary>
    /// <returns>The revision, active or not, or <see langword="null"/>.</returns>
    /// <exception cref="AwsErrorException">The revision is no number.</exception>
    public TaskDefinition? Find(string reference)
    {
        var name = reference.StartsWith("arn:", StringComparison.Ordinal) ? reference[(reference.LastIndexOf('/') + 1)..] : reference;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return _families.GetValueOrDefault(name)?.LastOrDefault(revision => revision.IsActive);
        }

        var number = name[(colon + 1)..];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            throw EcsErrors.InvalidParameter($"Invalid revision number. Number: {number}");
        }

        return _families.GetValueOrDefault(name[..colon])?.ElementAtOrDefault(wanted - 1);
    }

    /// <summary>Looks up a task definition that is about to be run.</summary>
    /// <exception cref="AwsErrorException">There is none, or it has been deregistered.</exception>
    public TaskDefinition Runnable(string? reference)
    {
        var found = (string.IsNullOrEmpty(reference) ? null : Find(reference)) ?? throw EcsErrors.Client("TaskDefinition not found.");
        return found.IsActive ? found : throw EcsErrors.Client("TaskDefinition is inactive");
    }
}
