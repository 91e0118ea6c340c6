using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The Describe operations: what is asked for by id, or all, through filters and by pages.</summary>
internal static class Listing
{
    private const int PageSize = 1000;

    /// <summary>Answers resources with their tags.</summary>
    /// <param name="operation">The operation, whose answer has one list.</param>
    /// <param name="input">The request.</param>
    /// <param name="ids">The request's member with ids.</param>
    /// <param name="all">What there is.</param>
    /// <exception cref="AwsErrorException">An id is not there, a filter is unknown, or the token is none that was given out.</exception>
    public static JsonObject Of<T>(string operation, JsonObject input, string ids, IEnumerable<T> all)
        where T : Ec2Resource
    {
        var asked = input.Texts(ids);
        var known = all.ToList();
        if (asked.FirstOrDefault(id => !known.Exists(one => one.Id == id)) is { } missing)
        {
            throw Ec2Errors.NotFound(missing);
        }

        return Of(operation, input, known.Where(one => asked.Count == 0 || asked.Contains(one.Id, StringComparer.Ordinal)).Select(View));
    }

    /// <summary>Answers views.</summary>
    public static JsonObject Of(string operation, JsonObject input, IEnumerable<JsonObject> views)
    {
        var list = AwsApi.Models["ec2"].Operations[operation].Output.Members.First(member => member.Shape.Kind is ShapeKind.List);
        var filters = input["Filters"] is null ? "Filter" : "Filters";
        var found = views.Where(Filters.Of(input.Objects(filters), list.Shape.Element!)).ToList();
        var (page, next) = TokenPaging.Take(found, input.Text("NextToken"), input.Int("MaxResults") ?? PageSize, "InvalidNextToken");
        var output = new JsonObject { [list.Name] = page.ToJson() };
        output.SetUnlessNull("NextToken", next);
        return output;
    }

    public static JsonObject View(Ec2Resource resource)
    {
        var view = resource.View();
        view["Tags"] = TagList.ToJson(resource.Tags);
        return view;
    }
}
