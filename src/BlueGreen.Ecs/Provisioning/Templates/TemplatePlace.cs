using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>
/// A place that is known only when a stack is made. What is generated for it holds stand-ins for partition, region and account, in the place of which a template gets CloudFormation's pseudo parameters.
/// </summary>
internal sealed class TemplatePlace
{
    // As long as the longest names of regions: names that are cut to fit stay within their limits.
    private const string Partition = "aws-template";
    private const string Region = "zz-templates-1";
    private readonly (string StandIn, string Parameter)[] _parameters;

    /// <param name="description">Everything that is described: the account's stand-in occurs nowhere in it.</param>
    public TemplatePlace(string description)
    {
        var account = Enumerable.Range(1, int.MaxValue).Select(number => number.ToString("D12", CultureInfo.InvariantCulture)).First(text => !description.Contains(text, StringComparison.Ordinal));
        Known = new KnownParts(new AwsPlace(Partition, Region, account));
        _parameters =
        [
            ($"{account}.dkr.ecr.{Region}.amazonaws.com", "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}"),
            (Partition, "${AWS::Partition}"),
            (Region, "${AWS::Region}"),
            (account, "${AWS::AccountId}"),
        ];
    }

    /// <summary>Nothing but the place is known: no resource is there yet.</summary>
    public KnownParts Known { get; }

    public AwsPlace Place => Known.Place;

    /// <summary>A text for a template, with pseudo parameters in the place of stand-ins.</summary>
    public JsonNode Text(string text)
    {
        var filled = _parameters.Aggregate(text.Replace("${", "${!", StringComparison.Ordinal), (all, one) => all.Replace(one.StandIn, one.Parameter, StringComparison.Ordinal));
        return filled.Contains("${AWS::", StringComparison.Ordinal) ? TemplateValue.Sub(filled) : JsonValue.Create(text);
    }

    /// <summary>A copy of a tree for a template.</summary>
    public JsonNode? Tree(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Tree(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Tree)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Text(text),
        null => null,
        _ => node.DeepClone(),
    };
}
