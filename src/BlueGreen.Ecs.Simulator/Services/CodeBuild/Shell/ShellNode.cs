namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>A piece of a shell script. Words are kept as written, and expanded when they are reached.</summary>
internal abstract record ShellNode
{
    public sealed record Command(IReadOnlyList<string> Words, IReadOnlyList<Redirection> Redirections) : ShellNode;

    public sealed record Pipe(IReadOnlyList<ShellNode> Parts) : ShellNode;

    /// <param name="Left">What runs first.</param>
    /// <param name="WhenDone">Whether the right runs after success (<c>&amp;&amp;</c>), or after failure (<c>||</c>).</param>
    /// <param name="Right">What may run second.</param>
    public sealed record Chain(ShellNode Left, bool WhenDone, ShellNode Right) : ShellNode;

    public sealed record Sequence(IReadOnlyList<ShellNode> Parts) : ShellNode;

    public sealed record Subshell(ShellNode Body, IReadOnlyList<Redirection> Redirections) : ShellNode;

    public sealed record If(ShellNode Condition, ShellNode Then, ShellNode? Else) : ShellNode;

    public sealed record Not(ShellNode Body) : ShellNode;

    /// <param name="Operator"><c>&gt;</c>, <c>&gt;&gt;</c>, <c>&lt;</c>, or one with a descriptor: <c>2&gt;</c>, <c>&gt;&amp;</c>.</param>
    /// <param name="Target">The word behind it.</param>
    public sealed record Redirection(string Operator, string Target);
}
