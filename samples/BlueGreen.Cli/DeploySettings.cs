using System.Text.Json;

namespace BlueGreen.Cli;

/// <summary>What a file of <c>import</c> says of a service's deployments. Its paths are relative to it; members that no option has too are left alone.</summary>
internal sealed record DeploySettings
{
    public string? Service { get; private init; }

    public string? TaskDefinition { get; private init; }

    public string? AppSpec { get; private init; }

    public string? Shift { get; private init; }

    public string? Application { get; private init; }

    public string? DeploymentGroup { get; private init; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not read it.</exception>
    /// <exception cref="JsonException">It is no JSON object, or a member is no text.</exception>
    public static DeploySettings Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object is wanted.");
        }

        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        return new()
        {
            Service = Text(root, "service"),
            TaskDefinition = Beside(folder, Text(root, "taskDefinition")),
            AppSpec = Beside(folder, Text(root, "appspec")),
            Shift = Text(root, "shift"),
            Application = Text(root, "application"),
            DeploymentGroup = Text(root, "deploymentGroup"),
        };
    }

    private static string? Text(JsonElement root, string member) => !root.TryGetProperty(member, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new JsonException($"{member} is no text.");

    private static string? Beside(string folder, string? path) => path is null ? null : Path.Combine(folder, path);
}
