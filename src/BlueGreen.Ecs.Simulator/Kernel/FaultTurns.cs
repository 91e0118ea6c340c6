namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Which of the calls that a rule counts are meant.</summary>
/// <param name="Skipped">How many pass before any is meant.</param>
/// <param name="Every">Of those that follow, every how many is meant.</param>
/// <param name="Only">The one that is meant, counted after the skipped ones; none for all.</param>
internal sealed record FaultTurns(int Skipped = 0, int Every = 1, int? Only = null)
{
    public bool Include(int call)
    {
        var number = call - Skipped;
        return number > 0 && number % Every == 0 && (Only is null || number == Only * Every);
    }
}
