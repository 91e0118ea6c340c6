namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>The facts of one AWS service: its operations, structures, enumerations, errors and hosts.</summary>
internal sealed class ServiceModel
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>The namespace below <c>Amazon</c>.</summary>
    public string Namespace { get; set; } = string.Empty;

    public List<Operation> Operations { get; } = [];

    public SortedDictionary<string, Structure> Structures { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string[]> Enums { get; } = new(StringComparer.Ordinal);

    public List<ModelledError> Errors { get; } = [];

    public List<EndpointRule> Endpoints { get; } = [];

    public string RootNamespace => "Amazon." + Namespace;

    public string Client => this["client"];

    public string ServiceId => this["id"].Replace('_', ' ');

    public bool IsJson => Is("protocol", "json");

    public bool IsQuery => Is("protocol", "query");

    public bool IsRestJson => Is("protocol", "rest-json");

    /// <summary>Whether the service once spoke the query protocol, and still tells the error codes of that time.</summary>
    public bool IsQueryCompatible => Is("mode", "query-compatible");

    public IEnumerable<Operation> PagedOperations => Operations.Where(operation => operation.Page is not null);

    public string this[string fact] => _facts.TryGetValue(fact, out var value)
        ? value
        : throw new FormatException($"The service line lacks '{fact}='.");

    public void Add(string fact, string value) => _facts[fact] = value;

    public ModelledError Error(string shape) =>
        Errors.Find(error => string.Equals(error.Shape, shape, StringComparison.Ordinal))
        ?? throw new FormatException($"The error '{shape}' is not described.");

    /// <summary>The code by which a response names the error: query responses carry the code, others the shape.</summary>
    public string CodeOf(ModelledError error) => IsQuery ? error.Code : error.Shape;

    private bool Is(string fact, string value) => _facts.TryGetValue(fact, out var found) && string.Equals(found, value, StringComparison.Ordinal);
}
