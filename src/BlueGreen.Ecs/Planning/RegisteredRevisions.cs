using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Planning;

/// <summary>What ECS has of a family before a deployment.</summary>
/// <param name="NewestArn">The ARN of the newest active revision; none when the family is new.</param>
/// <param name="Newest">That revision.</param>
/// <param name="Running">The task definition that runs; none when it was deleted.</param>
internal sealed record RegisteredRevisions(string? NewestArn, TaskDefinition? Newest, TaskDefinition? Running)
{
    /// <summary>The ARN of the newest revision, when its content is the same.</summary>
    public string? FindEqual(TaskDefinition definition) => Newest?.HasSameContentAs(definition) is true ? NewestArn : null;

    /// <summary>What changes on the way from what runs; none when that is not known.</summary>
    public TaskDefinitionDiff? DiffTo(TaskDefinition definition) => Running?.DiffTo(definition);
}
