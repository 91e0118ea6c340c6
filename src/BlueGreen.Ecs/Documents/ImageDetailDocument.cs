using System.Globalization;
using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads and writes <c>imageDetail.json</c>, in both forms: the URI alone, as a build writes it, and the ECR source action's.</summary>
public static class ImageDetailDocument
{
    // Java's Date.toString, which the ECR source action writes.
    private const string JavaDate = "ddd MMM dd HH:mm:ss 'UTC' yyyy";

    /// <summary>Reads an image's detail from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is no JSON, or names no image.</exception>
    public static ImageDetail Load(string path) => Read(DocumentFile.Read(path));

    /// <summary>Reads an image's detail from JSON text. Members that the model does not know are kept.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What positions in errors shall name. Default: <c>imageDetail.json</c>.</param>
    /// <exception cref="DocumentException">The text is no JSON, or names no image.</exception>
    public static ImageDetail Parse(string json, string source = "imageDetail.json")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(JsonNodes.Parse(json, source));
    }

    /// <summary>Makes the detail of an image from its URI alone, as a build does.</summary>
    /// <param name="image">The image: <c>repository:tag</c> or <c>repository@sha256:…</c>.</param>
    /// <exception cref="ArgumentException">The text is empty, has white space, or is a placeholder that nobody filled.</exception>
    public static ImageDetail FromImage(string image)
    {
        ArgumentException.ThrowIfNullOrEmpty(image);
        return IsImage(image)
            ? new() { Image = image }
            : throw new ArgumentException($"'{image}' names no image. Allowed is repository:tag or repository@sha256:… without white space and angle brackets.", nameof(image));
    }

    /// <summary>Writes an image's detail as JSON on one line, byte for byte as a build or the ECR source action would.</summary>
    /// <param name="detail">The image's detail.</param>
    /// <exception cref="DocumentException">An additional member's value is no JSON.</exception>
    public static string ToJson(ImageDetail detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        return JsonText.Write(indented: false, json => json.WriteObject(w => Write(w, detail)));
    }

    private static ImageDetail Read(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        var uri = reader.Require("ImageURI");
        return new()
        {
            Image = IsImage(ObjectReader.TextOf(uri)) ? uri.Text : throw uri.Error($"Found is {uri.Describe()}; allowed is an image such as repository:tag."),
            ImageDigest = reader.Text("ImageDigest"),
            Version = reader.Text("Version"),
            RegistryId = reader.Text("RegistryId"),
            RepositoryName = reader.Text("RepositoryName"),
            ImageTags = reader.Texts("ImageTags"),
            ImageSizeInBytes = Take(reader, node, "ImageSizeInBytes", ToSize),
            ImagePushedAt = Take(reader, node, "ImagePushedAt", ToDate),
            Additional = reader.Rest(),
        };
    }

    // What is not exactly in the known form stays an additional member, so that it is written as it was read.
    private static T? Take<T>(ObjectReader reader, DocumentNode node, string name, Func<string, T?> read)
        where T : struct =>
        node.Children.Find(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase)) is { Kind: NodeKind.String } found && read(found.Text) is { } value && reader.Find(name) is not null
            ? value
            : null;

    private static long? ToSize(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size.ToString(CultureInfo.InvariantCulture) == text ? size : null;

    private static DateTimeOffset? ToDate(string text) =>
        DateTimeOffset.TryParseExact(text, JavaDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static bool IsImage(string text) => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"');

    private static void Write(Utf8JsonWriter json, ImageDetail detail)
    {
        json.WriteText("ImageSizeInBytes", detail.ImageSizeInBytes?.ToString(CultureInfo.InvariantCulture));
        json.WriteText("ImageDigest", detail.ImageDigest);
        json.WriteText("Version", detail.Version);
        json.WriteText("ImagePushedAt", detail.ImagePushedAt?.ToUniversalTime().ToString(JavaDate, CultureInfo.InvariantCulture));
        json.WriteText("RegistryId", detail.RegistryId);
        json.WriteText("RepositoryName", detail.RepositoryName);
        json.WriteString("ImageURI", detail.Image);
        json.WriteTexts("ImageTags", detail.ImageTags);
        json.WriteAdditional(detail.Additional);
    }
}
