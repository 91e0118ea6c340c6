namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG142: tags are as ECS takes them.</summary>
internal sealed class TagRule() : TaskDefinitionRule("BG142")
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Reserved = "aws:";

    protected override void Check(TaskDefinition definition, Report report)
    {
        var tags = definition.Tags;
        if (tags.Count > Most)
        {
            report.Error($"tags", $"There are {tags.Count} tags; allowed are {Most}.", "Leave some out.");
        }

        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Key.Length is 0 or > LongestKey)
            {
                report.Error($"tags[{i}].key", $"The tag's key has {tags[i].Key.Length} characters; allowed are 1 to {LongestKey}.", "Choose another key.");
            }
            else if (tags[i].Key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase))
            {
                report.Error($"tags[{i}].key", $"The tag's key is \"{tags[i].Key}\"; keys that begin with aws: are AWS's own.", "Choose another key.");
            }

            if (tags[i].Value.Length > LongestValue)
            {
                report.Error($"tags[{i}].value", $"The value of tag \"{tags[i].Key}\" has {tags[i].Value.Length} characters; allowed are {LongestValue}.", "Shorten it.");
            }
        }
    }
}
