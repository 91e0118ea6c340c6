namespace BlueGreen.Ecs.Documents;

/// <summary>Reads and writes the AppSpec file of an ECS deployment, in YAML or JSON.</summary>
public static class AppSpecDocument
{
    /// <summary>Reads an AppSpec from a file; <c>.json</c> is read as JSON, anything else as YAML.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static AppSpec Load(string path) => AppSpecFormat.Read(DocumentFile.Read(path));

    /// <summary>Reads an AppSpec from YAML or JSON text. Names may be written with any capitals; members that the model does not know are kept.</summary>
    /// <param name="text">The text; what begins with a brace is read as JSON.</param>
    /// <param name="source">What positions in errors shall name. Default: <c>AppSpec</c>.</param>
    /// <exception cref="DocumentException">The text is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static AppSpec Parse(string text, string source = "AppSpec")
    {
        ArgumentNullException.ThrowIfNull(text);
        return AppSpecFormat.Read(DocumentFile.Parse(text, source));
    }

    /// <summary>Reads an AppSpec from a file, with the places of its members and what was noticed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static Document<AppSpec> Open(string path) => Open(DocumentFile.Read(path));

    /// <summary>Reads an AppSpec from YAML or JSON text, with the places of its members and what was noticed.</summary>
    /// <param name="text">The text; what begins with a brace is read as JSON.</param>
    /// <param name="source">What positions shall name. Default: <c>AppSpec</c>.</param>
    /// <exception cref="DocumentException">The text is neither YAML nor JSON, or is no AppSpec for ECS.</exception>
    public static Document<AppSpec> Read(string text, string source = "AppSpec")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Open(DocumentFile.Parse(text, source));
    }

    /// <summary>Writes an AppSpec as JSON that CodeDeploy takes and <see cref="Parse"/> reads to an equal one.</summary>
    /// <param name="spec">The AppSpec.</param>
    /// <param name="indented">Whether to write it in lines. Default: yes.</param>
    public static string ToJson(AppSpec spec, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return JsonText.Write(indented, json => AppSpecFormat.Write(json, spec));
    }

    internal static Document<AppSpec> Open(DocumentNode root) => new(AppSpecFormat.Read(root), root.Map());
}
