namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG731: a template is not in the artifact, or the artifact is larger than 3 MB.</summary>
internal sealed class TemplateMissingRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence)
    {
        var isDefinition = evidence.Message.Contains("read the task definition artifact file", StringComparison.OrdinalIgnoreCase);
        if (!isDefinition && !evidence.Message.Contains("read the appspec artifact file", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var file = isDefinition ? evidence.Setting("TaskDefinitionTemplatePath") ?? "taskdef.json" : evidence.Setting("AppSpecTemplatePath") ?? "appspec.yaml";
        var artifact = evidence.Setting(isDefinition ? "TaskDefinitionTemplateArtifact" : "AppSpecTemplateArtifact") ?? "its artifact";
        return Cause.Certain(
            "BG731",
            evidence.Subject,
            $"The deploy action cannot read {file} of the artifact {artifact}: the file is not in it under this name, or the artifact's archive is larger than 3 MB.",
            $"List {file} under artifacts in the buildspec, or name its path in the action; and have a build hand on nothing but the templates and imageDetail.json.",
            evidence.Line);
    }
}
