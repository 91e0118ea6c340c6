namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>The weights of the two target groups in a forward action; only their ratio counts.</summary>
/// <param name="Blue">The old version's, 0 to 999.</param>
/// <param name="Green">The new version's, 0 to 999.</param>
internal sealed record ForwardWeights(int Blue, int Green)
{
    private const int Largest = 999;

    // A percentage that differs by less is only rounded: 7 parts of 100/7 percent.
    private const double Rounding = 1e-9;

    public static ForwardWeights AllBlue { get; } = new(100, 0);

    public static ForwardWeights AllGreen { get; } = new(0, 100);

    public double GreenPercent => Blue + Green == 0 ? 0 : 100.0 * Green / (Blue + Green);

    public bool IsAllBlue => Green == 0 && Blue > 0;

    public bool IsAllGreen => Blue == 0 && Green > 0;

    /// <summary>The weights that come nearest to a percentage: percents where these are exact, else the smallest numbers.</summary>
    /// <param name="greenPercent">The new version's part, 0 to 100. What is neither 0 nor 100 leaves each side something.</param>
    public static ForwardWeights For(double greenPercent)
    {
        if (greenPercent is <= 0 or >= 100)
        {
            return greenPercent <= 0 ? AllBlue : AllGreen;
        }

        var best = At(100, greenPercent);
        for (var total = 2; total <= 2 * Largest && best.Distance(greenPercent) > Rounding; total++)
        {
            var candidate = At(total, greenPercent);
            best = candidate is { Blue: <= Largest, Green: <= Largest } && candidate.Distance(greenPercent) < best.Distance(greenPercent) - Rounding ? candidate : best;
        }

        return best;
    }

    /// <summary>Whether weights up to 999 give exactly that percentage.</summary>
    public static bool IsExact(double greenPercent) => For(greenPercent).Distance(greenPercent) <= Rounding;

    /// <summary>Whether the traffic is shared alike, whatever the numbers.</summary>
    public bool SharesAs(ForwardWeights other) => (long)Blue * other.Green == (long)other.Blue * Green && Blue + Green > 0 && other.Blue + other.Green > 0;

    private static ForwardWeights At(int total, double greenPercent)
    {
        var green = Math.Clamp((int)Math.Round(total * greenPercent / 100), 1, total - 1);
        return new(total - green, green);
    }

    private double Distance(double greenPercent) => Math.Abs(GreenPercent - greenPercent);
}
