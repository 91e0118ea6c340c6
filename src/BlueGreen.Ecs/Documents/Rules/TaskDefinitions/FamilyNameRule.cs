namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG110: the family's name is one that ECS takes.</summary>
internal sealed class FamilyNameRule() : TaskDefinitionRule("BG110")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        if (!definition.Family.IsName() && !definition.Family.HasPlaceholder())
        {
            report.Error(
                $"family",
                $"The family is called \"{definition.Family}\", with {definition.Family.Length} characters; allowed are 1 to 255 letters, digits, hyphens and underscores.",
                "Choose another name; revisions are counted anew under it.");
        }
    }
}
