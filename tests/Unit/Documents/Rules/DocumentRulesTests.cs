using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Tests.Unit.Support;
using BlueGreen.Ecs.Tests.Unit.Support.Valid;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

/// <summary>What holds for all rules together.</summary>
public sealed class DocumentRulesTests
{
    [Fact]
    public void Seed_OfTheWalkThrough_HasNoFindings() =>
        DocumentChecks.Check(new() { TaskDefinition = TaskDefinitionDocument.Open(Seed.TaskDef), AppSpec = AppSpecDocument.Open(Seed.AppSpec) }).Should().BeEmpty();

    [Fact]
    public void TaskDefinition_ThatEcsTakes_HasNoFindings() => ValidTaskDefinitions.Take(400, seed: 20)
        .SelectMany(definition => DocumentChecks.Check(new() { TaskDefinition = new(WithGoodHabits(definition), DocumentMap.None(definition.Family)) })).Should().BeEmpty();

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

    // What ECS takes and is no good habit has findings of its own: images without a version, pulled anonymously; credentials without a role.
    private static TaskDefinition WithGoodHabits(TaskDefinition definition) => definition with
    {
        ExecutionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
        ContainerDefinitions = definition.ContainerDefinitions.Select((container, i) => container with
        {
            Image = i % 2 == 0 ? "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web:v2" : "registry.example.com:5000/a/b_c-d.e:1.0-rc.1",
        }).ToEquatableArray(),
    };
}
