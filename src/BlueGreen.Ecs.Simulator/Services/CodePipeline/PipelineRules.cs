using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>What a pipeline's declaration must be like.</summary>
internal static class PipelineRules
{
    private const int LeastStages = 2;
    private const int MostStages = 50;
    private const int MostActions = 1000;

    /// <exception cref="AwsErrorException">It is not like that.</exception>
    public static void Check(JsonObject pipeline)
    {
        var stages = pipeline.Objects("stages");
        if (stages.Count < LeastStages)
        {
            throw Structure($"Pipeline has only {stages.Count} stage(s). There should be a minimum of {LeastStages} stages in a pipeline");
        }

        var actions = stages.SelectMany(stage => stage.Objects("actions")).ToList();
        if (stages.Count > MostStages || actions.Count > MostActions)
        {
            throw PipelineErrors.Of("LimitExceeded", $"The pipeline has {stages.Count} stages and {actions.Count} actions; at most {MostStages} and {MostActions} are allowed.");
        }

        if (Twice(stages.Select(stage => stage.Text("name")!)) is { } stage)
        {
            throw PipelineErrors.Of("InvalidStageDeclaration", $"Stage name must be unique. '{stage}' is used more than once");
        }

        foreach (var one in stages)
        {
            CheckStage(one);
        }

        CheckSources(stages);
        CheckArtifacts(stages);
        CheckStore(pipeline);
    }

    private static void CheckStage(JsonObject stage)
    {
        var (name, actions) = (stage.Text("name")!, stage.Objects("actions"));
        if (actions.Count == 0)
        {
            throw PipelineErrors.Of("InvalidStageDeclaration", $"Stage '{name}' has no actions");
        }

        if (Twice(actions.Select(action => action.Text("name")!)) is { } twice)
        {
            throw PipelineErrors.Of("InvalidActionDeclaration", $"Action name must be unique within a stage. '{twice}' is used more than once in stage '{name}'");
        }

        foreach (var action in actions)
        {
            CheckAction(action);
        }
    }

    private static void CheckAction(JsonObject action)
    {
        var (name, id) = (action.Text("name")!, action.Object("actionTypeId")!);
        var shown = $"{id.Text("category")}/{id.Text("owner")}/{id.Text("provider")}/{id.Text("version")}";
        var type = ActionTypes.Find(id) ?? throw Action($"ActionType ({shown}) of action '{name}' is not available in the simulator. Available are {ActionTypes.Names}, of owner AWS and version 1.");
        var keys = (action.Object("configuration") ?? []).Select(pair => pair.Key).ToList();
        if (Array.Find(type.Required, key => !keys.Contains(key)) is { } missing)
        {
            throw Action($"Action configuration for action '{name}' is missing required configuration '{missing}'");
        }

        if (keys.Find(key => !type.Required.Contains(key, StringComparer.Ordinal) && !type.Optional.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            throw Action($"Action configuration for action '{name}' contains unknown configuration '{unknown}'");
        }

        CheckCount(name, "input", action.Objects("inputArtifacts").Count, type.Inputs);
        CheckCount(name, "output", action.Objects("outputArtifacts").Count, type.Outputs);
        CheckConfiguration(name, type, action);
    }

    private static void CheckConfiguration(string name, ActionType type, JsonObject action)
    {
        var configuration = action.Object("configuration") ?? [];
        var inputs = action.Objects("inputArtifacts").Select(input => input.Text("name")!).ToList();
        if (type.Provider is "CodeBuild" && inputs.Count > 1 && configuration["PrimarySource"] is null)
        {
            throw Action($"Action configuration for action '{name}' is missing required configuration 'PrimarySource', because it has {inputs.Count} input artifacts");
        }

        foreach (var (key, value) in configuration.Where(pair => pair.Key.EndsWith("Artifact", StringComparison.Ordinal) || pair.Key.EndsWith("ArtifactName", StringComparison.Ordinal) || pair.Key is "PrimarySource"))
        {
            if (!inputs.Contains(value!.GetValue<string>()))
            {
                throw Action($"The configuration '{key}' of action '{name}' names the artifact '{value}', which is none of its input artifacts: {string.Join(", ", inputs)}");
            }
        }

        foreach (var key in configuration.Select(pair => pair.Key).Where(key => key.StartsWith("Image", StringComparison.Ordinal) && type.Provider is "CodeDeployToECS"))
        {
            var other = key.EndsWith("ArtifactName", StringComparison.Ordinal) ? key.Replace("ArtifactName", "ContainerName", StringComparison.Ordinal) : key.Replace("ContainerName", "ArtifactName", StringComparison.Ordinal);
            if (configuration[other] is null)
            {
                throw Action($"Action configuration for action '{name}' is missing required configuration '{other}', because it has '{key}'");
            }
        }
    }

    private static void CheckCount(string action, string what, int count, (int Least, int Most) allowed)
    {
        if (count < allowed.Least || count > allowed.Most)
        {
            throw Action($"Action '{action}' has {count} {what} artifacts; {allowed.Least} to {allowed.Most} are allowed");
        }
    }

    private static void CheckSources(IReadOnlyList<JsonObject> stages)
    {
        if (!stages[0].Objects("actions").All(IsSource))
        {
            throw Structure("Pipeline should start with a stage that only contains source actions");
        }

        if (stages.Skip(1).FirstOrDefault(stage => stage.Objects("actions").Any(IsSource)) is { } late)
        {
            throw Structure($"Source actions are only allowed in the first stage; stage '{late.Text("name")}' has one");
        }
    }

    // An output is there for what runs after it: in a later stage, or later in its own.
    private static void CheckArtifacts(IReadOnlyList<JsonObject> stages)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in stages.SelectMany(stage => stage.Objects("actions").GroupBy(ActionRun.OrderOf).OrderBy(same => same.Key)))
        {
            foreach (var action in group)
            {
                if (action.Objects("inputArtifacts").Select(input => input.Text("name")!).FirstOrDefault(name => !made.Contains(name)) is { } unknown)
                {
                    throw Structure($"Input Artifact Bundle {unknown} in action {action.Text("name")} is not declared as Output Artifact Bundle in any of the preceding actions");
                }
            }

            foreach (var name in group.SelectMany(action => action.Objects("outputArtifacts")).Select(output => output.Text("name")!))
            {
                if (!made.Add(name))
                {
                    throw Structure($"Output Artifact Bundle name must be unique within the pipeline. {name} has been used more than once");
                }
            }
        }
    }

    private static void CheckStore(JsonObject pipeline)
    {
        if (pipeline["artifactStore"] is null == pipeline["artifactStores"] is null)
        {
            throw Structure("Pipeline must have either artifactStore or artifactStores, and not both");
        }

        if (pipeline.Text("executionMode") is "PARALLEL" or "QUEUED" && pipeline.Text("pipelineType") is not "V2")
        {
            throw Structure($"The execution mode {pipeline.Text("executionMode")} is only for pipelines of type V2");
        }
    }

    private static bool IsSource(JsonObject action) => action.Object("actionTypeId")!.Text("category") is "Source";

    private static string? Twice(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key;

    private static AwsErrorException Structure(string message) => PipelineErrors.Of("InvalidStructure", message);

    private static AwsErrorException Action(string message) => PipelineErrors.Of("InvalidActionDeclaration", message);
}
