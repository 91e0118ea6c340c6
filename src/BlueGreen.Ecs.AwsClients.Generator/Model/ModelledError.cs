namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>An error that a service names: its shape, and the code by which the query protocol calls it.</summary>
internal sealed class ModelledError(string shape, string code)
{
    private const string Fault = "Fault";
    private const string Exception = "Exception";

    public string Shape => shape;

    public string Code => code;

    /// <summary>The name of the exception: ends in <c>Exception</c>, and no longer in <c>Fault</c>.</summary>
    public string Name
    {
        get
        {
            if (shape.EndsWith(Exception, StringComparison.Ordinal))
            {
                return shape;
            }

            var stem = shape.EndsWith(Fault, StringComparison.Ordinal) ? shape.Substring(0, shape.Length - Fault.Length) : shape;
            return stem + Exception;
        }
    }

    public List<Member> Members { get; } = [];
}
