using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>The operations on pipelines and their tags.</summary>
internal static class PipelineOperations
{
    private const int PageSize = 1000;

    /// <summary>Makes a pipeline, which starts at once.</summary>
    public static JsonObject Create(CodePipelineState state, JsonObject input)
    {
        var declaration = input.Object("pipeline")!;
        var name = declaration.Text("name")!;
        CheckName(name);
        if (state.Pipelines.ContainsKey(name))
        {
            throw PipelineErrors.Of("PipelineNameInUse", $"A pipeline with the name '{name}' already exists in account '{state.World.Account}'");
        }

        PipelineRules.Check(declaration);
        var pipeline = new Pipeline(state.Region.Arn("codepipeline", name), declaration, state.World.Now);
        Add(pipeline, input.Objects("tags"));
        state.Pipelines.Add(name, pipeline);
        state.Flow.Start(pipeline, new ExecutionStart("CreatePipeline", Caller(state)));
        return new JsonObject { ["pipeline"] = pipeline.Declaration.Copy(), ["tags"] = TagsOf(pipeline) };
    }

    public static JsonObject Update(CodePipelineState state, JsonObject input)
    {
        var declaration = input.Object("pipeline")!;
        var pipeline = state.Pipelines.GetValueOrDefault(declaration.Text("name")!)
            ?? throw PipelineErrors.Of("InvalidStructure", $"Account '{state.World.Account}' does not have a pipeline with name '{declaration.Text("name")}'");
        PipelineRules.Check(declaration);
        pipeline.Change(declaration, state.World.Now);
        return new JsonObject { ["pipeline"] = pipeline.Declaration.Copy() };
    }

    public static JsonObject Get(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("name")!);
        var version = input.Int("version") ?? pipeline.Versions.Count;
        return version <= pipeline.Versions.Count
            ? new JsonObject
            {
                ["pipeline"] = pipeline.Versions[version - 1].Copy(),
                ["metadata"] = new JsonObject { ["pipelineArn"] = pipeline.Arn, ["created"] = pipeline.Created.ToJson(), ["updated"] = pipeline.Updated.ToJson() },
            }
            : throw PipelineErrors.Of("PipelineVersionNotFound", $"The pipeline '{pipeline.Name}' has no version {version}");
    }

    public static JsonObject List(CodePipelineState state, JsonObject input)
    {
        var (page, next) = TokenPaging.Take(state.Pipelines.Values, input.Text("nextToken"), input.Int("maxResults") ?? PageSize, "InvalidNextTokenException");
        return new JsonObject
        {
            ["pipelines"] = page.ToJson(pipeline => new JsonObject
            {
                ["name"] = pipeline.Name,
                ["version"] = pipeline.Versions.Count,
                ["pipelineType"] = pipeline.Declaration.Text("pipelineType"),
                ["executionMode"] = pipeline.Declaration.Text("executionMode"),
                ["created"] = pipeline.Created.ToJson(),
                ["updated"] = pipeline.Updated.ToJson(),
            }),
            ["nextToken"] = next,
        };
    }

    /// <summary>Deletes a pipeline; an unknown one is passed over. What its actions have begun goes on by itself.</summary>
    public static JsonObject Delete(CodePipelineState state, JsonObject input)
    {
        if (state.Pipelines.Remove(input.Text("name")!, out var removed))
        {
            foreach (var action in removed.Executions.Values.SelectMany(execution => execution.Actions).Where(action => !action.IsOver))
            {
                action.Status = Statuses.Abandoned;
            }
        }

        return [];
    }

    public static JsonObject Tag(CodePipelineState state, JsonObject input)
    {
        Add(state.ByArn(input.Text("resourceArn")!), input.Objects("tags"));
        return [];
    }

    public static JsonObject Untag(CodePipelineState state, JsonObject input)
    {
        TagList.Remove(state.ByArn(input.Text("resourceArn")!).Tags, input.Texts("tagKeys"));
        return [];
    }

    public static JsonObject ListTags(CodePipelineState state, JsonObject input) => new() { ["tags"] = TagsOf(state.ByArn(input.Text("resourceArn")!)) };

    public static string Caller(CodePipelineState state) => $"arn:aws:iam::{state.World.Account}:root";

    private static void Add(Pipeline pipeline, IReadOnlyList<JsonObject> tags)
    {
        foreach (var tag in tags)
        {
            pipeline.Tags[tag.Text("key")!] = tag.Text("value", "");
        }
    }

    private static JsonArray TagsOf(Pipeline pipeline) => pipeline.Tags.ToJson(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value });

    private static void CheckName(string name)
    {
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || ".@_-".Contains(letter, StringComparison.Ordinal)))
        {
            throw PipelineErrors.Of("Validation", $"1 validation error detected: Value '{name}' at 'pipeline.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+");
        }
    }
}
