namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>One thing that is checked before a deployment by task sets. Pure: it looks at what was read, and at nothing else.</summary>
internal interface ITaskSetCheck
{
    IEnumerable<Finding> Check(TaskSetFacts facts);
}
