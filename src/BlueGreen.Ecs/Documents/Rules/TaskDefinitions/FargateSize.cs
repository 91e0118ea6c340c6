namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>The memory that Fargate gives with a CPU size.</summary>
/// <param name="Cpu">CPU units.</param>
/// <param name="Least">The least memory, in MiB.</param>
/// <param name="Most">The most memory, in MiB.</param>
/// <param name="Step">How much lies between two sizes, in MiB.</param>
internal sealed record FargateSize(int Cpu, int Least, int Most, int Step)
{
    /// <summary>All sizes, the smallest first.</summary>
    public static IReadOnlyList<FargateSize> All { get; } =
    [
        new(256, 512, 2048, 0),
        new(512, 1024, 4096, 1024),
        new(1024, 2048, 8192, 1024),
        new(2048, 4096, 16384, 1024),
        new(4096, 8192, 30720, 1024),
        new(8192, 16384, 61440, 4096),
        new(16384, 32768, 122880, 8192),
    ];

    /// <summary>Whether this much memory can be had.</summary>
    public bool Allows(int memory) => Step == 0 ? memory is 512 or 1024 or 2048 : memory >= Least && memory <= Most && (memory - Least) % Step == 0;

    /// <summary>The memory that can be had, for a message.</summary>
    public string Memory => Step == 0 ? "512, 1024 or 2048" : FormattableString.Invariant($"{Least} to {Most} in steps of {Step}");
}
