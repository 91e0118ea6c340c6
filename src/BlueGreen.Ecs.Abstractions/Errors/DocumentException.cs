namespace BlueGreen.Ecs;

/// <summary>A document cannot be understood.</summary>
/// <param name="position">Where.</param>
/// <param name="problem">What was found, and what is allowed.</param>
/// <param name="innerException">The cause. Default: none.</param>
public sealed class DocumentException(DocumentPosition position, string problem, Exception? innerException = null)
    : BlueGreenException($"{position}: {problem}", innerException)
{
    /// <summary>Where.</summary>
    public DocumentPosition Position => position;

    /// <summary>What was found, and what is allowed.</summary>
    public string Problem => problem;
}
