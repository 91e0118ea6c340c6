namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG137: a health check has a command that is run as it was meant.</summary>
internal sealed class HealthCheckCommandRule() : ContainerRule("BG137")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.HealthCheck is not { Command: var command })
        {
            return;
        }

        var isShell = command.Count > 0 && command[0] == "CMD-SHELL";
        if (command.Count == 0 || (command.Count == 1 && (isShell || command[0] is "CMD" or "")))
        {
            report.Error($"healthCheck.command", $"The health check of container \"{container.Name}\" has no command.", "Write [\"CMD-SHELL\", \"curl -f http://localhost/ || exit 1\"], or [\"CMD\", \"program\", \"argument\"].");
        }
        else if (isShell && command.Count > 2)
        {
            report.Warning($"healthCheck.command", $"CMD-SHELL is followed by {command.Count - 1} texts; the shell runs the first one and takes the others for its own arguments.", "Write the whole command as one text, or use CMD.");
        }
        else if (!isShell && command[0] != "CMD")
        {
            report.Note($"healthCheck.command[0]", $"The health check begins with \"{command[0]}\", neither CMD nor CMD-SHELL; it is run as if CMD stood before it, without a shell.", "Say which one is meant.");
        }
    }
}
