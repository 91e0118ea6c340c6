namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG143: a container has one credential spec at most.</summary>
internal sealed class CredentialSpecsRule() : ContainerRule("BG143")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.CredentialSpecs.Count > 1)
        {
            report.Error($"credentialSpecs", $"Container \"{container.Name}\" has {container.CredentialSpecs.Count} credential specs; allowed is one.", "Keep the one that the container uses.");
        }
    }
}
