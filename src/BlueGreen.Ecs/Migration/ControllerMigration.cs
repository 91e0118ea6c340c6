using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Provisioning.Import;

namespace BlueGreen.Ecs.Migration;

/// <summary>Looks, plans, looks again, and has it done.</summary>
internal sealed class ControllerMigration(ServiceFinder services, MigrationFactsReader reader, MigrationExecutor executor, TimeProvider clock) : IControllerMigration
{
    public async Task<MigrationPlan> PlanMigrationAsync(ServiceReference service, MigrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return (await PlanAsync(service, options ?? new(), cancellationToken).ConfigureAwait(false)).Plan;
    }

    public async Task<MigrationResult> MigrateToEcsNativeAsync(MigrationPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (now, facts) = await PlanAsync(plan.Service, plan.Options, cancellationToken).ConfigureAwait(false);
        if (now != plan)
        {
            throw new MigrationRefusedException(plan.Service, $"What the plan rests on has changed. Plan again; it would be now:\n{now}");
        }

        return facts is null ? new() { Plan = plan } : await executor.ExecuteAsync(plan, facts, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(MigrationPlan Plan, MigrationFacts? Facts)> PlanAsync(ServiceReference reference, MigrationOptions options, CancellationToken cancellationToken)
    {
        var live = await RepeatAsync(() => services.FindAsync(reference, cancellationToken)).ConfigureAwait(false);
        var service = await RepeatAsync(() => services.FindRawAsync(reference, cancellationToken)).ConfigureAwait(false);
        switch (ImportSource.ControllerOf(service))
        {
            case EnvironmentController.EcsNative when IsBlueGreen(service):
                return (MigrationPlanning.Nothing(live, options), null);
            case EnvironmentController.CodeDeploy:
                var facts = await RepeatAsync(() => reader.ReadAsync(reference, options, cancellationToken)).ConfigureAwait(false);
                return (MigrationPlanning.Of(facts), facts);
            default:
                throw new MigrationRefusedException(reference, $"Its deployment controller is {live.DeploymentController}{(live.DeploymentController is "ECS" ? ", with the strategy ROLLING" : string.Empty)}; only what CodeDeploy deploys, CODE_DEPLOY, is handed over.");
        }

        Task<T> RepeatAsync<T>(Func<Task<T>> read) => PatientCalls.RepeatAsync(read, clock, cancellationToken);
    }

    private static bool IsBlueGreen(Service service) => service.DeploymentConfiguration?.Strategy?.Value is not (null or "ROLLING");
}
