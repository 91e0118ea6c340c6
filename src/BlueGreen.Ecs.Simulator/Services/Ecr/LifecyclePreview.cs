using System.IO.Enumeration;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>What a lifecycle policy would do to the images that a repository has.</summary>
/// <param name="Policy">The policy's text.</param>
internal sealed record LifecyclePreview(string Policy)
{
    /// <summary>What would happen to which image, and by which rule; none while it is looked for.</summary>
    public IReadOnlyList<(StoredImage Image, JsonObject Action, int Rule)>? Results { get; private set; }

    /// <summary>Applies the rules by their priority; an image that one rule has taken is no longer there for the next.</summary>
    public void Complete(Repository repository, DateTimeOffset now)
    {
        var results = new List<(StoredImage Image, JsonObject Action, int Rule)>();
        foreach (var rule in JsonNode.Parse(Policy)!.AsObject().Objects("rules").OrderBy(rule => rule.Int("rulePriority")))
        {
            var selection = rule.Object("selection")!;
            var left = repository.Images.Values.Where(image => IsSelected(selection, image) && !results.Exists(result => result.Image == image)).OrderByDescending(image => image.Pushed);
            results.AddRange(Beyond(selection, left, now).Select(image => (image, rule.Object("action")!, rule.Int("rulePriority") ?? 1)));
        }

        Results = results;
    }

    private static bool IsSelected(JsonObject selection, StoredImage image)
    {
        var (prefixes, patterns) = (selection.Texts("tagPrefixList"), selection.Texts("tagPatternList"));
        return selection.Text("tagStatus") switch
        {
            "untagged" => image.Tags.Count == 0,
            "tagged" => image.Tags.Count > 0
                && prefixes.All(prefix => image.Tags.Any(tag => tag.StartsWith(prefix, StringComparison.Ordinal)))
                && patterns.All(pattern => image.Tags.Any(tag => FileSystemName.MatchesSimpleExpression(pattern, tag, ignoreCase: false))),
            _ => true,
        };
    }

    private static IEnumerable<StoredImage> Beyond(JsonObject selection, IEnumerable<StoredImage> newestFirst, DateTimeOffset now)
    {
        var count = selection.Int("countNumber") ?? 1;
        return selection.Text("countType") is "imageCountMoreThan"
            ? newestFirst.Skip(count)
            : newestFirst.Where(image => now - image.Pushed > TimeSpan.FromDays(count));
    }
}
