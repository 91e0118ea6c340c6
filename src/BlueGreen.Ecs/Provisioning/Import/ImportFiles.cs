using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>The files of an imported service, as text. Pure.</summary>
internal static class ImportFiles
{
    public static ImportedEnvironment Of(ImportSource source, BlueGreenEnvironment environment, IEnumerable<NotCarried> notes) => new()
    {
        Environment = environment,
        TaskDefinitionJson = TaskDefinitionDocument.ToJson(environment.TaskDefinition),
        AppSpecYaml = AppSpecDocument.ToYaml(AppSpecDocument.DeriveFrom(source.Live) with { Hooks = source.LastSpec?.Hooks ?? [] }),
        Settings = Settings(environment),
        NotCarried = notes.Distinct().ToEquatableArray(),
    };

    // The members that options of the command line tool have too are called as these.
    private static string Settings(BlueGreenEnvironment environment) => JsonText.Write(indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("service", environment.ServiceReference.ToString());
        json.WriteString("controller", environment.Service.Controller.ToString());
        json.WriteString("taskDefinition", ImportedEnvironmentExtensions.TaskDefinitionFile);
        json.WriteString("appspec", ImportedEnvironmentExtensions.AppSpecFile);
        json.WriteString("imageTag", environment.ImageTag);
        json.WriteString("shift", environment.Deployments.Configuration ?? environment.Deployments.Shift.ToString());
        json.WriteNumber("readyWaitMinutes", (int)environment.Deployments.ReadyWait.TotalMinutes);
        json.WriteNumber("bakeMinutes", (int)environment.Deployments.Bake.TotalMinutes);
        json.WriteBoolean("rollsBack", environment.Deployments.RollsBack);
        json.WriteStartArray("alarms");
        foreach (var alarm in environment.Alarms)
        {
            json.WriteStringValue(alarm.Name);
        }

        json.WriteEndArray();
        if (environment.CodeDeploy is { } target)
        {
            json.WriteString("application", target.Application);
            json.WriteString("deploymentGroup", target.DeploymentGroup);
        }

        json.WriteEndObject();
    }) + "\n";
}
