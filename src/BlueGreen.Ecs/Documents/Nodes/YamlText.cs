using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BlueGreen.Ecs.Documents;

/// <summary>Writes nodes as YAML as AWS's own samples look: two spaces, lists set in, quotes only where a text would be read as something else, lines never folded.</summary>
internal static partial class YamlText
{
    private const string Indicators = ",[]{}#&*!|>'\"%@`";

    private static readonly EmitterSettings Settings = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: true, newLine: "\n");

    public static string Write(DocumentNode root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>How a text is written so that any reader, of YAML 1.1 or 1.2, reads the same text and nothing else.</summary>
    public static ScalarStyle StyleOf(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal) && text[0] is not (' ' or '\t' or '\n') && !text.EndsWith("\n\n", StringComparison.Ordinal) && text.All(c => c is '\n' or '\t' || IsPlain(c)))
        {
            return ScalarStyle.Literal;
        }

        return !text.All(IsPlain) ? ScalarStyle.DoubleQuoted
            : IsText(text) ? ScalarStyle.Plain
            : text.Contains('\'', StringComparison.Ordinal) && text.AsSpan().IndexOfAny('"', '\\') < 0 ? ScalarStyle.DoubleQuoted
            : ScalarStyle.SingleQuoted;
    }

    private static void Write(Emitter emitter, DocumentNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                emitter.Emit(new MappingStart());
                foreach (var child in node.Children)
                {
                    var style = StyleOf(child.Name!);
                    emitter.Emit(ScalarOf(child.Name!, style == ScalarStyle.Literal ? ScalarStyle.DoubleQuoted : style));
                    Write(emitter, child);
                }

                emitter.Emit(new MappingEnd());
                break;
            case NodeKind.Array:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                node.Children.ForEach(child => Write(emitter, child));
                emitter.Emit(new SequenceEnd());
                break;
            case NodeKind.Null:
                emitter.Emit(ScalarOf("null", ScalarStyle.Plain));
                break;
            default:
                emitter.Emit(ScalarOf(node.Text, node.Kind == NodeKind.Plain ? ScalarStyle.Plain : StyleOf(node.Text)));
                break;
        }
    }

    private static Scalar ScalarOf(string text, ScalarStyle style) => new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);

    // Letters and signs of any language; no control, no space but the common one, nothing invisible, no half of a pair.
    private static bool IsPlain(char c) => c is ' ' || c is > ' ' and <= '~' || (c > '\u00A0' && (char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c)));

    private static bool IsText(string text) =>
        text.Length > 0 &&
        text[0] != ' ' && text[^1] is not (' ' or ':') &&
        !Indicators.Contains(text[0], StringComparison.Ordinal) &&
        !(text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] == ' ')) &&
        !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) &&
        !OtherThanText.IsMatch(text);

    // What YAML 1.1 or 1.2 takes for a number, a date, a boolean, null, a merge or the edge of a document.
    [GeneratedRegex(@"^(?:[-+]?\.?[0-9].*|[-+]?\.(?:inf|nan)|~|null|true|false|yes|no|on|off|y|n|<<|=|---.*|\.\.\..*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherThanText { get; }
}
