using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Diff;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Diff;

public sealed class TaskDefinitionDiffLawTests
{
    private const int Models = 10_000;

    private static readonly string[] SecretNames = ["DB_PASSWORD", "API_TOKEN", "clientSecret", "stripe.api.key"];

    private static readonly Gen<(TaskDefinition One, TaskDefinition Other, uint Seed)> Any = Gen.Select(Samples.TaskDefinition, Samples.TaskDefinition, Gen.UInt);

    // Mostly a revision of the first: what is told apart by name then meets its like.
    private static readonly Gen<(TaskDefinition Before, TaskDefinition After)> Pairs = Any.Select((one, other, seed) => (one, seed % 8 == 0 ? other : Mutant.Of(one, other, seed)));

    [Fact]
    public void Edits_OfAnyTwo_LeadFromOneFormToTheOther() => Any.Sample((one, other, seed) =>
    {
        var (before, after) = (CanonicalTaskDefinition.Tree(one), CanonicalTaskDefinition.Tree(other));
        after = seed % 8 == 0 ? after : Mutant.Of(before, after, seed);
        CanonicalTaskDefinition.Normalize(before);
        CanonicalTaskDefinition.Normalize(after);
        var edits = ContentDiffer.Compare(before, after);
        var isSame = JsonNode.DeepEquals(before, after);
        ContentPatch.Apply(before, edits);
        CanonicalTaskDefinition.Normalize(before);
        return (edits.Count == 0) == isSame && JsonNode.DeepEquals(before, after);
    }, iter: 1_000);

    [Fact]
    public void Normalize_Any_IsIdempotent() => Samples.TaskDefinition.Sample(definition =>
    {
        var once = CanonicalTaskDefinition.Of(definition);
        var twice = once.DeepClone().AsObject();
        CanonicalTaskDefinition.Normalize(twice);
        return twice.ToJsonString() == once.ToJsonString() && ContentDiffer.Compare(once, twice).Count == 0;
    }, iter: Models);

    [Fact]
    public void Canonical_Any_IsReadAsTheSame() => Samples.TaskDefinition.Sample(definition =>
        TaskDefinitionDocument.Parse(CanonicalTaskDefinition.Of(definition).ToJsonString()).HasSameContentAs(definition), iter: 1_000);

    [Fact]
    public void Diff_OfAnyTwo_LeadsFromOneToTheOtherAndIsEmptyForTheSameContent() => Pairs.Sample(pair =>
    {
        var (before, after) = pair;
        var diff = before.DiffTo(after);
        var isSame = before.HasSameContentAs(after);
        return diff.IsEmpty == isSame && before.DiffTo(before).IsEmpty && diff.ApplyTo(before).HasSameContentAs(after);
    }, iter: Models);

    [Fact]
    public void Diff_OfAnyTwo_NeverShowsASecret() => Gen.Select(Pairs, Gen.Int[100_000, 999_999], Gen.Int[0, 3]).Sample((pair, number, mark) =>
    {
        var diff = Hide(pair.Before, SecretNames[mark], $"horse{number}staple").DiffTo(Hide(pair.After, SecretNames[mark], $"horse{number + 1}staple"));
        string[] shown = [diff.ToString(), string.Join('\n', diff.Changes), TaskDefinitionDiffText.ToText(diff), TaskDefinitionDiffText.ToMarkdown(diff)];
        return !Array.Exists(shown, text => text.Contains("horse", StringComparison.Ordinal)) && diff.Changes.Any(change => change.IsSecret);
    }, iter: 300);

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
