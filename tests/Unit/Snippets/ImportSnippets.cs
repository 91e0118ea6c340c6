namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/import.md and docs/migration.md; what it does is tested in <c>Provisioning</c>.</summary>
internal static class ImportSnippets
{
    public static async Task ImportAsync(IProvisioner provisioner, IProvisioner otherAccount, CancellationToken cancellationToken)
    {
        ImportedEnvironment imported = await provisioner.ImportAsync(ServiceReference.Parse("web/shop"), cancellationToken: cancellationToken); // reads only
        foreach (NotCarried note in imported.NotCarried)
        {
            Console.WriteLine(note); // what the description cannot hold, each with its ARN
        }

        await imported.WriteToAsync("deploy", cancellationToken: cancellationToken); // taskdef.json, appspec.yaml, bluegreen.json; replaces nothing
        ProvisionedEnvironment copy = await otherAccount.ApplyAsync(imported.Environment, cancellationToken: cancellationToken);
        Console.WriteLine(copy.HostName);
    }

    public static async Task MigrateAsync(IControllerMigration migration, CancellationToken cancellationToken)
    {
        MigrationPlan plan = await migration.PlanMigrationAsync(ServiceReference.Parse("web/shop"), cancellationToken: cancellationToken); // reads only
        Console.WriteLine(plan); // every call, what becomes of every setting, and what has no counterpart
        MigrationResult result = await migration.MigrateToEcsNativeAsync(plan, cancellationToken);
        Console.WriteLine($"{result.LeftOver} deploys nothing any more.");
    }
}
