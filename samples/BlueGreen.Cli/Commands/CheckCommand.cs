using System.CommandLine;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Cli.Commands;

/// <summary><c>check</c>: checks files by every rule that needs nothing but the files.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Option<string?> _taskDefinition = new("--task-definition") { Description = "A taskdef.json; placeholders in it are nothing wrong." };
    private readonly Option<string?> _appSpec = new("--appspec") { Description = "An appspec.yaml or appspec.json." };
    private readonly Option<string?> _buildSpec = new("--buildspec") { Description = "A buildspec.yml." };

    public CheckCommand()
        : base("check", "Checks files without calling AWS. Exits with 1 when something would fail for certain.")
    {
        Options.Add(_taskDefinition);
        Options.Add(_appSpec);
        Options.Add(_buildSpec);
        SetAction(arguments => Check(arguments.GetValue(_taskDefinition), arguments.GetValue(_appSpec), arguments.GetValue(_buildSpec)));
    }

    private static int Check(string? taskDefinition, string? appSpec, string? buildSpec)
    {
        if (taskDefinition is null && appSpec is null && buildSpec is null)
        {
            return Failure.Tell(ExitCode.BadInput, "Name a file by --task-definition, --appspec or --buildspec.");
        }

        var findings = DocumentChecks.CheckFiles(taskDefinition, appSpec, buildSpec);
        foreach (var finding in findings)
        {
            Console.WriteLine(finding);
        }

        var errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        Console.WriteLine($"errors: {errors}, warnings: {findings.Count(finding => finding.Severity == FindingSeverity.Warning)}");
        return errors == 0 ? ExitCode.Success : ExitCode.BadInput;
    }
}
