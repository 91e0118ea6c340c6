namespace BlueGreen.Ecs;

/// <summary>A placeholder such as <c>&lt;IMAGE1_NAME&gt;</c> that nobody has filled.</summary>
/// <param name="Name">Its name without angle brackets.</param>
/// <param name="Position">The member that holds it.</param>
public sealed record Placeholder(string Name, DocumentPosition Position)
{
    /// <summary><c>taskdef.json:6:16 containerDefinitions[0].image: &lt;IMAGE1_NAME&gt;</c>.</summary>
    public override string ToString() => $"{Position}: <{Name}>";
}
