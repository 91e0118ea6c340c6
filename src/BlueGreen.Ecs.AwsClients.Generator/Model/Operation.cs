namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>An operation of a service, with the shapes of the errors that it names.</summary>
internal sealed class Operation(string name, IReadOnlyList<string> errors)
{
    public string Name => name;

    public string Request => name + "Request";

    public string Response => name + "Response";

    public IReadOnlyList<string> Errors => errors;

    public Page? Page { get; set; }
}
