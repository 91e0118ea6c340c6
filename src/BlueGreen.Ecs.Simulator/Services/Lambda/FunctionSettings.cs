using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>A function's configuration: from requests, with their checks, into the form of answers.</summary>
internal static partial class FunctionSettings
{
    private const int LongestTimeout = 900;
    private static readonly string[] Plain = ["Runtime", "Role", "Handler", "Description", "Timeout", "MemorySize", "PackageType", "DeadLetterConfig", "Environment", "KMSKeyArn",
        "TracingConfig", "FileSystemConfigs", "Architectures", "EphemeralStorage", "LoggingConfig"];

    /// <returns>The configuration of a new function.</returns>
    /// <exception cref="AwsErrorException">Something is missing or not allowed.</exception>
    public static JsonObject Of(JsonObject input)
    {
        var name = input.Text("FunctionName")!;
        var isImage = input.Text("PackageType") is "Image";
        if (!isImage && (input["Runtime"] is null || input["Handler"] is null))
        {
            throw LambdaErrors.Invalid("Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        }

        if (isImage != input.Object("Code")!.Text("ImageUri") is not null)
        {
            throw LambdaErrors.Invalid(isImage ? "Please provide ImageUri when creating a function with packageType Image." : "Please don't provide ImageUri when creating a function with packageType Zip.");
        }

        var settings = new JsonObject
        {
            ["Description"] = string.Empty,
            ["Timeout"] = 3,
            ["MemorySize"] = 128,
            ["PackageType"] = "Zip",
            ["TracingConfig"] = new JsonObject { ["Mode"] = "PassThrough" },
            ["Architectures"] = new JsonArray("x86_64"),
            ["EphemeralStorage"] = new JsonObject { ["Size"] = 512 },
            ["SnapStart"] = new JsonObject { ["ApplyOn"] = "None", ["OptimizationStatus"] = "Off" },
            ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "Text", ["LogGroup"] = $"/aws/lambda/{name}" },
        };
        Apply(settings, input);
        return settings;
    }

    /// <summary>Takes over what a request says.</summary>
    /// <exception cref="AwsErrorException">Something is not allowed.</exception>
    public static void Apply(JsonObject settings, JsonObject input)
    {
        if (input.Text("Role") is { } role && !Role().IsMatch(role))
        {
            throw LambdaErrors.Constraint(role, "role", @"Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+");
        }

        if (input.Int("Timeout") is > LongestTimeout and var timeout)
        {
            throw LambdaErrors.Constraint(timeout.ToString(System.Globalization.CultureInfo.InvariantCulture), "timeout", $"Member must have value less than or equal to {LongestTimeout}");
        }

        var group = settings.Object("LoggingConfig")?.Text("LogGroup");
        input.CopyTo(settings, Plain);
        if (settings.Object("LoggingConfig") is { } logging)
        {
            logging["LogGroup"] ??= group;
        }

        if (input["Layers"] is not null)
        {
            settings["Layers"] = input.Texts("Layers").ToJson(layer => new JsonObject { ["Arn"] = layer });
        }

        settings.SetUnlessNull("VpcConfig", input["VpcConfig"]?.DeepClone());
        settings.SetUnlessNull("ImageConfigResponse", input["ImageConfig"] is { } image ? new JsonObject { ["ImageConfig"] = image.DeepClone() } : null);
        settings.SetUnlessNull("SnapStart", input.Object("SnapStart")?.Text("ApplyOn") is { } apply ? new JsonObject { ["ApplyOn"] = apply, ["OptimizationStatus"] = "Off" } : null);
    }

    [GeneratedRegex(@"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Role();
}
