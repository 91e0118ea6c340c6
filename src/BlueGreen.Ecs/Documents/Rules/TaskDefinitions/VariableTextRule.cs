using System.Buffers;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG131: variables are written without characters that came along unseen.</summary>
internal sealed class VariableTextRule() : ContainerRule("BG131")
{
    private const string Fix = "Type the text anew; such characters come along when text is copied from a page or from an editor that shows spaces as dots.";

    // A name that needs no second look.
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    protected override void Check(ContainerDefinition container, Report report)
    {
        var environment = container.Environment;
        for (var i = 0; i < environment.Count; i++)
        {
            CheckName("environment", i, environment[i].Name, report);
            CheckValue(i, environment[i], report);
        }

        var secrets = container.Secrets;
        for (var i = 0; i < secrets.Count; i++)
        {
            CheckName("secrets", i, secrets[i].Name, report);
        }
    }

    private static void CheckName(string list, int i, string name, Report report)
    {
        if (name.Length == 0)
        {
            report.Warning($"{list}[{i}].name", $"The variable has no name.", "Name it, or leave it out.");
        }
        else if (name.AsSpan().IndexOfAnyExcept(Plain) is >= 0 and var found && (!char.IsAscii(name[found]) || name[found] <= ' ' || name[found] is '='))
        {
            report.Warning($"{list}[{i}].name", $"The variable's name \"{name}\" holds {StrayCharacters.Describe(name, found)}, by which no program will find it.", Fix);
        }
    }

    // The value itself is never shown: it may be a secret in the wrong place.
    private static void CheckValue(int i, NamedValue variable, Report report)
    {
        if (StrayCharacters.InValue(variable.Value) is { } stray)
        {
            report.Warning($"environment[{i}].value", $"The value of {variable.Name} holds {stray}.", Fix);
        }
    }
}
