using System.CommandLine;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Cli.Commands;

/// <summary><c>diff</c>: tells what changes from one task definition to another, and what that means.</summary>
internal sealed class DiffCommand : Command
{
    private readonly Argument<string> _before = new("before") { Description = "A taskdef.json, or what aws ecs describe-task-definition printed." };
    private readonly Argument<string> _after = new("after") { Description = "Another one." };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Print a Markdown table, such as for the summary of a CI job." };

    public DiffCommand()
        : base("diff", "Tells what changes from one task definition to another. Secrets are masked.")
    {
        Arguments.Add(_before);
        Arguments.Add(_after);
        Options.Add(_markdown);
        SetAction(arguments => Diff(arguments.GetRequiredValue(_before), arguments.GetRequiredValue(_after), arguments.GetValue(_markdown)));
    }

    private static int Diff(string before, string after, bool asMarkdown)
    {
        try
        {
            var diff = TaskDefinitionDocument.Load(before).DiffTo(TaskDefinitionDocument.Load(after));
            Console.Write(asMarkdown ? TaskDefinitionDiffText.ToMarkdown(diff) : TaskDefinitionDiffText.ToText(diff, color: !Console.IsOutputRedirected));
            return ExitCode.Success;
        }
        catch (DocumentException exception)
        {
            return Failure.Tell(ExitCode.BadInput, exception.Message);
        }
    }
}
