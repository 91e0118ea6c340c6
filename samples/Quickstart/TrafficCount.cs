namespace BlueGreen.Quickstart;

/// <summary>Who answered how many requests.</summary>
internal sealed record TrafficCount(int Requests, int Failed, int V1, int V2)
{
    public const string Failure = "failed";

    public static TrafficCount Of(IReadOnlyCollection<string> answers)
    {
        var counts = answers.CountBy(answer => answer, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new(answers.Count, counts.GetValueOrDefault(Failure), counts.GetValueOrDefault("v1"), counts.GetValueOrDefault("v2"));
    }

    public override string ToString() => $"requests: {Requests}, failed: {Failed}, v1: {V1}, v2: {V2}";
}
