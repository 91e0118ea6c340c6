using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

/// <summary>What holds for all rules together.</summary>
public sealed class DocumentRulesTests
{
    [Fact]
    public void Seed_OfTheWalkThrough_HasNoFindings() =>
        DocumentChecks.Check(new() { TaskDefinition = TaskDefinitionDocument.Open(Seed.TaskDef), AppSpec = AppSpecDocument.Open(Seed.AppSpec) }).Should().BeEmpty();

    [Fact]
    public void TaskDefinition_ThatEcsTakes_HasNoFindings() => ValidTaskDefinitions.Any.Sample(
        definition => DocumentChecks.Check(new() { TaskDefinition = new(definition, DocumentMap.None("task definition")) }).Should().BeEmpty(),
        iter: 200);

    // Rules look at what they get; a document may be as wrong as it likes.
    [Fact]
    public void TaskDefinition_Any_IsLookedAtWithoutException() => Samples.TaskDefinition.Sample(
        definition => DocumentChecks.Check(new() { TaskDefinition = new(definition, DocumentMap.None("task definition")) }).Should().OnlyContain(finding => finding.Position!.Line == 0),
        iter: 300);

    [Fact]
    public void Findings_OfAnyTaskDefinition_StandInItsText() => Samples.TaskDefinition.Sample(
        definition =>
        {
            var document = TaskDefinitionDocument.Read(TaskDefinitionDocument.ToJson(definition), "taskdef.json");
            DocumentChecks.Check(new() { TaskDefinition = document }).Should().OnlyContain(finding => finding.Position!.Line > 0 && finding.Subject.StartsWith("taskdef.json:"));
        },
        iter: 50);

    [Fact]
    public void Documents_None_HaveNoFindings() => DocumentChecks.Check(new()).Should().BeEmpty();

    [Fact]
    public void All_EachRuleOnce() => DocumentRules.All.Select(rule => rule.GetType()).Should().OnlyHaveUniqueItems()
        .And.BeEquivalentTo(typeof(DocumentRules).Assembly.GetTypes().Where(type => typeof(IDocumentRule).IsAssignableFrom(type) && !type.IsAbstract));
}
