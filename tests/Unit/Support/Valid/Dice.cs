using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Support.Valid;

/// <summary>Chance, from a seed.</summary>
internal sealed class Dice(PCG source)
{
    public bool Chance(int percent) => source.Next(100) < percent;

    /// <summary>A number from the least to the most, both included.</summary>
    public int Number(int least, int most) => least + (int)source.Next((uint)(most - least + 1));

    public T Of<T>(params ReadOnlySpan<T> items) => items[(int)source.Next((uint)items.Length)];

    public T? Maybe<T>(int percent, Func<T> make)
        where T : class => Chance(percent) ? make() : null;

    public int? MaybeNumber(int percent, int least, int most) => Chance(percent) ? Number(least, most) : null;

    public bool? MaybeFlag(int percent) => Chance(percent) ? Chance(50) : null;

    public EquatableArray<T> Several<T>(int percent, int most, Func<int, T> make) =>
        Chance(percent) ? Enumerable.Range(0, Number(1, most)).Select(make).ToEquatableArray() : [];
}
