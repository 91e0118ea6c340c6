using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Diff;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Diff;

public sealed class TaskDefinitionDiffLawTests
{
    private const int Runs = 10_000;

    // Two that are alike, as two revisions are: what is told apart by name often meets its like.
    private static readonly Gen<(TaskDefinition Before, TaskDefinition After)> Pairs = Gen.Select(Samples.TaskDefinition, Samples.TaskDefinition, Gen.Bool, (one, other, isAlike) =>
        (one, isAlike ? one with { Memory = other.Memory, ContainerDefinitions = [other.ContainerDefinitions[0], .. one.ContainerDefinitions.Skip(1)] } : other));

    [Fact]
    public void Canonical_Any_IsIdempotent() => Samples.TaskDefinition.Sample(definition =>
    {
        var canonical = CanonicalTaskDefinition.Of(definition);
        var read = TaskDefinitionDocument.Parse(canonical.ToJsonString());
        return CanonicalTaskDefinition.Of(read).ToJsonString() == CanonicalTaskDefinition.Of(TaskDefinitionDocument.Parse(CanonicalTaskDefinition.Of(read).ToJsonString())).ToJsonString()
            && System.Text.Json.Nodes.JsonNode.DeepEquals(CanonicalTaskDefinition.Of(read), canonical);
    }, iter: Runs);

    [Fact]
    public void Diff_OfAnyWithItself_IsEmpty() => Samples.TaskDefinition.Sample(
        definition => definition.DiffTo(TaskDefinitionDocument.Parse(TaskDefinitionDocument.ToJson(definition))).IsEmpty, iter: Runs);

    [Fact]
    public void Diff_OfAnyTwo_LeadsFromOneToTheOther() => Pairs.Sample(
        pair => pair.Before.DiffTo(pair.After).ApplyTo(pair.Before).HasSameContentAs(pair.After), iter: Runs);

    [Fact]
    public void Diff_OfAnyTwo_IsEmptyWhenTheyHaveTheSameContent() => Pairs.Sample(
        pair => pair.Before.DiffTo(pair.After).IsEmpty == pair.Before.HasSameContentAs(pair.After), iter: Runs);

    [Fact]
    public void Diff_OfAnyTwo_NeverShowsASecret()
    {
        var marks = new[] { "DB_PASSWORD", "API_TOKEN", "clientSecret", "stripe.api.key" };
        Gen.Select(Pairs, Gen.Int[100_000, 999_999], Gen.Int[100_000, 999_999], Gen.Int[0, 3]).Sample((pair, one, other, mark) =>
        {
            var (secret, second) = ($"horse{one}staple", $"horse{other}staple");
            var diff = Hide(pair.Before, marks[mark], secret).DiffTo(Hide(pair.After, marks[mark], second));
            string[] shown = [diff.ToString(), string.Join('\n', diff.Changes), TaskDefinitionDiffText.ToText(diff), TaskDefinitionDiffText.ToMarkdown(diff)];
            return !shown.Any(text => text.Contains("horse", StringComparison.Ordinal)) && (one == other || diff.Changes.Any(change => change.IsSecret));
        }, iter: 2_000);
    }

    private static TaskDefinition Hide(TaskDefinition definition, string name, string secret) => definition with
    {
        ContainerDefinitions =
        [
            .. definition.ContainerDefinitions.Select(container => container with
            {
                Command = [.. container.Command, "--password", secret, $"--token={secret}", $"postgres://user:{secret}@db/shop"],
                Environment = [.. container.Environment.Where(variable => variable.Name != name), new(name, secret)],
                DockerLabels = [.. container.DockerLabels.Where(label => label.Name != name), new(name, secret)],
            }),
        ],
    };
}
