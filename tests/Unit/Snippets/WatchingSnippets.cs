using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/watching.md.</summary>
internal static class WatchingSnippets
{
    public static void Add(IServiceCollection services)
    {
        services.AddBlueGreenEcs(options =>
        {
            options.PollInterval = TimeSpan.FromSeconds(1);
            options.LongestPause = TimeSpan.FromSeconds(16);
            options.ToleratedOutage = TimeSpan.FromMinutes(15);
        });
    }
}
