namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>An operation of a service: its name, in REST its method and URI, and the shapes of the errors that it names.</summary>
internal sealed class Operation(IReadOnlyList<string> words, IReadOnlyList<string> errors)
{
    public string Name => words[0];

    public string Request => Name + "Request";

    public string Response => Name + "Response";

    public bool IsRouted => words.Count > 2;

    public string Method => words[1];

    public string Path => words[2];

    public IReadOnlyList<string> Errors => errors;

    public Page? Page { get; set; }
}
