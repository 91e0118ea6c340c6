using System.Reflection;

namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>The facts of one AWS service that its wire needs.</summary>
internal sealed class ServiceModel(
    string name,
    IReadOnlyDictionary<string, string> facts,
    IReadOnlyDictionary<string, Operation> operations)
{
    private const string Extension = ".awsmodel";

    /// <summary>The model's name, also botocore's: <c>elbv2</c>.</summary>
    public string Name => name;

    /// <summary>The API's version, which a query request names: <c>2015-12-01</c>.</summary>
    public string Version => Fact("version");

    /// <summary>What precedes the operation in the header X-Amz-Target, and names the service in a path of rpc-v2-cbor.</summary>
    public string Target => Fact("target");

    /// <summary>The service in a credential scope: <c>elasticloadbalancing</c>.</summary>
    public string SigningName => Fact("signing");

    /// <summary>The version of the JSON protocol: 1.0 or 1.1.</summary>
    public string JsonVersion => facts.GetValueOrDefault("json", "1.1");

    /// <summary>Whether the service's own protocol is query, with its error codes.</summary>
    public bool IsQuery => string.Equals(Fact("protocol"), "query", StringComparison.Ordinal);

    /// <summary>Whether the service speaks EC2's own kind of query.</summary>
    public bool IsEc2 => string.Equals(Fact("protocol"), "ec2", StringComparison.Ordinal);

    /// <summary>Whether each operation has a method and a path of its own.</summary>
    public bool IsRest => Fact("protocol").StartsWith("rest-", StringComparison.Ordinal);

    /// <summary>Whether it is a REST service whose bodies are XML.</summary>
    public bool IsRestXml => string.Equals(Fact("protocol"), "rest-xml", StringComparison.Ordinal);

    /// <summary>The namespace of XML answers.</summary>
    public string XmlNamespace => $"{(name is "iam" or "sts" ? "https" : "http")}://{SigningName}.amazonaws.com/doc/{Version}/";

    public IReadOnlyDictionary<string, Operation> Operations => operations;

    /// <summary>Every model in this assembly, by name.</summary>
    public static IReadOnlyDictionary<string, ServiceModel> LoadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var models = new Dictionary<string, ServiceModel>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var model = ModelParser.Parse(resource[..^Extension.Length], reader.ReadToEnd());
            models.Add(model.Name, model);
        }

        return models;
    }

    private string Fact(string key) => facts.GetValueOrDefault(key, "");
}
