namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG127: containers do not wait for each other in a circle.</summary>
internal sealed class DependencyCycleRule() : TaskDefinitionRule("BG127")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        var containers = definition.ContainerDefinitions;
        bool[]? done = null;
        for (var i = 0; i < containers.Count; i++)
        {
            if (containers[i].DependsOn.Count > 0)
            {
                Follow(i, [], done ??= new bool[containers.Count], definition, report);
            }
        }
    }

    // Goes along the dependencies; where the way meets itself is a circle. Self-dependencies have a finding of their own.
    private static void Follow(int container, List<int> way, bool[] done, TaskDefinition definition, Report report)
    {
        if (done[container])
        {
            return;
        }

        way.Add(container);
        var dependencies = definition.ContainerDefinitions[container].DependsOn;
        for (var i = 0; i < dependencies.Count; i++)
        {
            var next = PlaceOf(dependencies[i].ContainerName, definition);
            if (next < 0 || next == container)
            {
                continue;
            }

            var start = way.IndexOf(next);
            if (start < 0)
            {
                Follow(next, way, done, definition, report);
                continue;
            }

            var circle = string.Join(" → ", way.Skip(start).Append(next).Select(place => definition.ContainerDefinitions[place].Name));
            report.Error($"containerDefinitions[{container}].dependsOn[{i}]", $"The containers wait for each other in a circle: {circle}. None of them would start.", "Leave one of these dependencies out.");
        }

        way.RemoveAt(way.Count - 1);
        done[container] = true;
    }

    private static int PlaceOf(string name, TaskDefinition definition)
    {
        var containers = definition.ContainerDefinitions;
        for (var i = 0; i < containers.Count; i++)
        {
            if (containers[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
