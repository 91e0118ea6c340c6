namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Identifiers in AWS's forms, drawn from one seed: the same calls get the same names in every run.</summary>
internal sealed class IdSource(int seed)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) + 1;

    public string Hex(int length) => Draw(length, "0123456789abcdef");

    public string Digits(int length) => Draw(1, "123456789") + Draw(length - 1, "0123456789");

    /// <summary>Upper-case letters and digits, as in a CodeDeploy deployment id.</summary>
    public string UpperAlphanumeric(int length) => Draw(length, Alphanumeric);

    public string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    /// <summary>A number from 0 up to, and without, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    private string Draw(int length, string alphabet) => string.Create(length, alphabet, (text, letters) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = letters[Below(letters.Length)];
        }
    });

    // SplitMix64: small, and the same on every platform.
    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
