using System.Buffers;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG131: variables are written without characters that came along unseen.</summary>
internal sealed class VariableTextRule() : ContainerRule("BG131")
{
    private const string Fix = "Type the text anew; such characters come along when text is copied from a page or from an editor that shows spaces as dots.";

    // Spaces that are none, and characters without width.
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u00A0\u00AD\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202F\u2060\u3000\uFEFF");

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
            report.Warning($"{list}[{i}].name", $"The variable's name \"{name}\" holds {StrayCharacter.Describe(name[found])}, by which no program will find it.", Fix);
        }
    }

    // The value itself is never shown: it may be a secret in the wrong place.
    private static void CheckValue(int i, NamedValue variable, Report report)
    {
        var value = variable.Value;
        if (value.Length == 0)
        {
            return;
        }

        if (IsMargin(value[0]) || IsMargin(value[^1]))
        {
            var (end, stray) = IsMargin(value[0]) ? ("begins", value[0]) : ("ends", value[^1]);
            report.Warning($"environment[{i}].value", $"The value of {variable.Name} {end} with {StrayCharacter.Describe(stray)}.", Fix);
        }
        else if (value.AsSpan().IndexOfAny(Unseen) is >= 0 and var found)
        {
            report.Warning($"environment[{i}].value", $"The value of {variable.Name} holds {StrayCharacter.Describe(value[found])}, which cannot be seen.", Fix);
        }
    }

    private static bool IsMargin(char c) => char.IsWhiteSpace(c) || c is '\u00B7' || Unseen.Contains(c);
}
