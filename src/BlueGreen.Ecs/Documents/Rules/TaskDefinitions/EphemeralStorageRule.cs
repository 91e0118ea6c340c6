namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG119: ephemeral storage has a size that can be had.</summary>
internal sealed class EphemeralStorageRule() : TaskDefinitionRule("BG119")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        if (definition.EphemeralStorage is { SizeInGiB: < 21 or > 200 } storage)
        {
            report.Error($"ephemeralStorage.sizeInGiB", $"The size is {storage.SizeInGiB} GiB; allowed are 21 to 200.", "Leave ephemeralStorage out for the 20 GiB that every task has.");
        }
    }
}
