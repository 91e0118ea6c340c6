namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>The pairs of CPU units and MiB that Fargate runs. The 32-vCPU sizes are documented, but refused by the service; so they are left out.</summary>
internal static class FargateSizes
{
    private static readonly Dictionary<int, (int Least, int Most, int Step)> ByCpu = new()
    {
        [512] = (1024, 4096, 1024),
        [1024] = (2048, 8192, 1024),
        [2048] = (4096, 16384, 1024),
        [4096] = (8192, 30720, 1024),
        [8192] = (16384, 61440, 4096),
        [16384] = (32768, 122880, 8192),
    };

    public static bool Has(int cpu, int memory) => cpu == 256
        ? memory is 512 or 1024 or 2048
        : ByCpu.TryGetValue(cpu, out var sizes)
            && memory >= sizes.Least && memory <= sizes.Most && (memory - sizes.Least) % sizes.Step == 0;
}
