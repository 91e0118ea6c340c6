namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The words behind a Docker command, told apart.</summary>
internal sealed class DockerArguments
{
    private readonly List<(string Name, string Value)> _values = [];

    /// <param name="words">The words.</param>
    /// <param name="valueOptions">The options that take a value.</param>
    public DockerArguments(IEnumerable<string> words, string[] valueOptions)
    {
        var rest = new Queue<string>(words);
        while (rest.TryDequeue(out var word))
        {
            if (word is not ['-', _, ..])
            {
                Positional.Add(word);
            }
            else if (word.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
            {
                _values.Add((word[..equals], word[(equals + 1)..]));
            }
            else if (Array.IndexOf(valueOptions, word) >= 0 && rest.TryDequeue(out var value))
            {
                _values.Add((word, value));
            }
            else
            {
                Flags.Add(word);
            }
        }
    }

    public List<string> Positional { get; } = [];

    public HashSet<string> Flags { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Values(params string[] names) => _values.Where(value => Array.IndexOf(names, value.Name) >= 0).Select(value => value.Value);
}
