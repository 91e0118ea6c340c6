namespace BlueGreen.Ecs.Documents;

/// <summary>Reads and writes <c>buildspec.yml</c>: what CodeBuild is to do.</summary>
public static class BuildSpecDocument
{
    /// <summary>Reads a buildspec from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is no YAML, or is no buildspec.</exception>
    public static BuildSpec Load(string path) => Open(path).Content;

    /// <summary>Reads a buildspec from text. Names may be written with any capitals; members that the model does not know are kept.</summary>
    /// <param name="text">The text; what begins with a brace is read as JSON.</param>
    /// <param name="source">What positions in errors shall name. Default: <c>buildspec</c>.</param>
    /// <exception cref="DocumentException">The text is no YAML, or is no buildspec.</exception>
    public static BuildSpec Parse(string text, string source = "buildspec") => Read(text, source).Content;

    /// <summary>Reads a buildspec from a file, with the places of its members and what was noticed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is no YAML, or is no buildspec.</exception>
    public static Document<BuildSpec> Open(string path) => BuildSpecFormat.Open(DocumentFile.Read(path));

    /// <summary>Reads a buildspec from text, with the places of its members and what was noticed.</summary>
    /// <param name="text">The text; what begins with a brace is read as JSON.</param>
    /// <param name="source">What positions shall name. Default: <c>buildspec</c>.</param>
    /// <exception cref="DocumentException">The text is no YAML, or is no buildspec.</exception>
    public static Document<BuildSpec> Read(string text, string source = "buildspec")
    {
        ArgumentNullException.ThrowIfNull(text);
        return BuildSpecFormat.Open(DocumentFile.Parse(text, source));
    }

    /// <summary>Writes a buildspec as YAML that <see cref="Parse"/> reads to an equal one; commands of several lines stand in blocks. Equal buildspecs are written byte for byte alike.</summary>
    /// <param name="spec">The buildspec.</param>
    /// <exception cref="DocumentException">An additional member's value is no JSON.</exception>
    public static string ToYaml(BuildSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return YamlText.Write(BuildSpecFormat.Write(spec));
    }
}
