namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>How an operation returns its result in pages.</summary>
internal sealed class Page(string inputToken, string outputToken, IReadOnlyList<string> results)
{
    public string InputToken => Names.Upper(inputToken);

    public string OutputToken => Names.Upper(outputToken);

    /// <summary>The wire names of the members that continue from page to page.</summary>
    public IReadOnlyList<string> Results => results;
}
