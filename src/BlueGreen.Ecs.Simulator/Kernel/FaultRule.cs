using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>A fault and the calls that meet it. It counts the calls that its pattern names, from the moment it is made.</summary>
internal sealed class FaultRule(FaultPattern pattern, FaultTurns turns, Fault fault)
{
    private int _calls;

    /// <returns>The fault when it is this call's turn, told with the call's number; <see langword="null"/> otherwise.</returns>
    public Fault? Meet(string service, string operation)
    {
        if (!pattern.Names(service, operation))
        {
            return null;
        }

        _calls++;
        return turns.Include(_calls)
            ? fault with { Told = string.Create(CultureInfo.InvariantCulture, $"call {_calls}: {fault.Told}") }
            : null;
    }
}
