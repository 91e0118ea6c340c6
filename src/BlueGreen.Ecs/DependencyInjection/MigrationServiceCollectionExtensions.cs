using BlueGreen.Ecs;
using BlueGreen.Ecs.Migration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what hands services from CodeDeploy to ECS.</summary>
internal static class MigrationServiceCollectionExtensions
{
    public static void AddMigration(this IServiceCollection services)
    {
        services.TryAddSingleton<MigrationFactsReader>();
        services.TryAddSingleton<MigrationExecutor>();
        services.TryAddSingleton<IControllerMigration, ControllerMigration>();
    }
}
