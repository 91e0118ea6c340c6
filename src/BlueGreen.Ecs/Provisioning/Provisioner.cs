using System.Collections.Concurrent;
using Amazon.ECR.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Provisioning.Import;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>Looks at everything, decides, and has it done. All memory is in AWS: names and tags.</summary>
internal sealed class Provisioner(EnvironmentParts environments, EnvironmentImporter importer, AwsPlaceReader places, TimeProvider clock) : IProvisioner
{
    public async Task<EnvironmentPlan> PlanAsync(BlueGreenEnvironment environment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return (await LookAsync(environment, environments.Of(environment), cancellationToken).ConfigureAwait(false)).Plan;
    }

    public async Task<ProvisionedEnvironment> ApplyAsync(BlueGreenEnvironment environment, IProgress<ProvisioningEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var (plan, known) = await ApplyAsync(environment, approved: null, progress, cancellationToken).ConfigureAwait(false);
        var test = environment.TestListener is { } listener ? known.Get(PartIds.Listener(environment, listener)).Arn : null;
        return new()
        {
            Plan = plan,
            HostName = known.Get(PartIds.LoadBalancer(environment)).As<LoadBalancer>().DNSName,
            ProductionListenerArn = known.Get(PartIds.Listener(environment, environment.ProductionListener)).Arn,
            TestListenerArn = test,
            ImageRepository = known.Find<Repository>(PartIds.Repository(environment))?.RepositoryUri,
        };
    }

    public async Task<EnvironmentPlan> ExecuteAsync(EnvironmentPlan plan, IProgress<ProvisioningEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RefuseConflicts(plan);
        return plan.IsOfRemoval
            ? await DestroyAsync(plan.Environment, plan, progress, cancellationToken).ConfigureAwait(false)
            : (await ApplyAsync(plan.Environment, plan, progress, cancellationToken).ConfigureAwait(false)).Plan;
    }

    public async Task<EnvironmentPlan> PlanDestroyAsync(BlueGreenEnvironment environment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return (await LookForRemovalAsync(environment, environments.Of(environment), cancellationToken).ConfigureAwait(false)).Plan;
    }

    public Task<EnvironmentPlan> DestroyAsync(BlueGreenEnvironment environment, IProgress<ProvisioningEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return DestroyAsync(environment, approved: null, progress, cancellationToken);
    }

    public Task<ImportedEnvironment> ImportAsync(ServiceReference service, bool asExisting = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return importer.ImportAsync(service, asExisting, cancellationToken);
    }

    private async Task<(EnvironmentPlan Plan, KnownParts Known)> ApplyAsync(BlueGreenEnvironment environment, EnvironmentPlan? approved, IProgress<ProvisioningEvent>? progress, CancellationToken cancellationToken)
    {
        var parts = environments.Of(environment);
        var (plan, known) = await LookAsync(environment, parts, cancellationToken).ConfigureAwait(false);
        RefuseConflicts(PlanChanges.Refuse(plan, approved));
        var due = plan.Changes.Select(resource => resource.Id).ToHashSet(StringComparer.Ordinal);
        var worker = new PartWorker(known, clock, progress);
        var done = new ConcurrentDictionary<string, PlannedResource>(StringComparer.Ordinal);
        await PartGraph.RunAsync([.. parts.Where(part => due.Contains(part.Id))], async part =>
        {
            var result = await worker.BringAboutAsync(part, cancellationToken).ConfigureAwait(false);
            RefuseConflicts(plan with { Resources = [result] });
            done[part.Id] = result;
        }).ConfigureAwait(false);
        if (environment.WaitsUntilSteady)
        {
            await PartGraph.RunAsync(parts, part => worker.AwaitAsync(part, cancellationToken)).ConfigureAwait(false);
        }

        return (plan with { Resources = plan.Resources.Select(resource => done.GetValueOrDefault(resource.Id) ?? resource).ToEquatableArray() }, known);
    }

    private async Task<EnvironmentPlan> DestroyAsync(BlueGreenEnvironment environment, EnvironmentPlan? approved, IProgress<ProvisioningEvent>? progress, CancellationToken cancellationToken)
    {
        var parts = environments.Of(environment);
        var (plan, known) = await LookForRemovalAsync(environment, parts, cancellationToken).ConfigureAwait(false);
        RefuseConflicts(PlanChanges.Refuse(plan, approved));
        var due = plan.Changes.Select(resource => resource.Id).ToHashSet(StringComparer.Ordinal);
        var worker = new PartWorker(known, clock, progress);
        await PartGraph.RunBackAsync([.. parts.Where(part => due.Contains(part.Id))], part => worker.RemoveAsync(part, cancellationToken)).ConfigureAwait(false);
        return plan;
    }

    private async Task<(EnvironmentPlan Plan, KnownParts Known)> LookAsync(BlueGreenEnvironment environment, IReadOnlyList<EnvironmentPart> parts, CancellationToken cancellationToken)
    {
        var known = await BeginAsync(cancellationToken).ConfigureAwait(false);
        var planned = new ConcurrentDictionary<string, PlannedResource>(StringComparer.Ordinal);
        await PartGraph.RunAsync(parts, async part =>
        {
            var found = await ReadAsync(() => part.ReadAsync(known, cancellationToken), cancellationToken).ConfigureAwait(false);
            var obstacle = found is null && !part.IsExisting ? await ReadAsync(() => part.FindObstacleAsync(known, cancellationToken), cancellationToken).ConfigureAwait(false) : null;
            known.Set(part.Id, found is { IsGoing: true } ? null : found);
            planned[part.Id] = PartPlanner.Decide(part, found, known, obstacle);
        }).ConfigureAwait(false);
        return (Describe(environment, known, parts.Select(part => planned[part.Id])), known);
    }

    // What is looked up by what it hangs on is known before; what is removed is listed the other way.
    private async Task<(EnvironmentPlan Plan, KnownParts Known)> LookForRemovalAsync(BlueGreenEnvironment environment, IReadOnlyList<EnvironmentPart> parts, CancellationToken cancellationToken)
    {
        var known = await BeginAsync(cancellationToken).ConfigureAwait(false);
        var planned = new ConcurrentDictionary<string, PlannedResource>(StringComparer.Ordinal);
        await PartGraph.RunAsync(parts, async part =>
        {
            var found = await ReadAsync(() => part.ReadRemainsAsync(known, cancellationToken), cancellationToken).ConfigureAwait(false);
            known.Set(part.Id, found);
            if (PartPlanner.DecideRemoval(part, found) is { } one)
            {
                planned[part.Id] = one;
            }
        }).ConfigureAwait(false);
        return (Describe(environment, known, parts.Reverse().Select(part => planned.GetValueOrDefault(part.Id)).OfType<PlannedResource>()) with { IsOfRemoval = true }, known);
    }

    private async Task<KnownParts> BeginAsync(CancellationToken cancellationToken) =>
        new(await ReadAsync(() => places.ReadAsync(cancellationToken), cancellationToken).ConfigureAwait(false));

    private Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => PatientCalls.RepeatAsync(read, clock, cancellationToken);

    private static EnvironmentPlan Describe(BlueGreenEnvironment environment, KnownParts known, IEnumerable<PlannedResource> resources) =>
        new() { Environment = environment, Account = known.Place.Account, Region = known.Place.Region, Resources = resources.ToEquatableArray() };

    private static void RefuseConflicts(EnvironmentPlan plan)
    {
        if (plan.Conflicts.Any())
        {
            throw new ProvisioningConflictException(plan);
        }
    }
}
