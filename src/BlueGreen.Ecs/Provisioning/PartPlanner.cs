namespace BlueGreen.Ecs.Provisioning;

/// <summary>Decides what is to be done with a part: what is wanted, and what was found. Pure.</summary>
internal static class PartPlanner
{
    /// <summary>What brings it about.</summary>
    /// <param name="part">What is wanted.</param>
    /// <param name="found">What is there.</param>
    /// <param name="known">What is there of the others.</param>
    /// <param name="obstacle">Why AWS would not let it be made. Default: nothing is known.</param>
    public static PlannedResource Decide(EnvironmentPart part, FoundPart? found, KnownParts known, string? obstacle = null)
    {
        if (found is null)
        {
            return part.IsExisting ? Plan(part, ResourceAction.Conflict, arn: null, part.WhenMissing)
                : obstacle is not null ? Plan(part, ResourceAction.Conflict, arn: null, obstacle)
                : Plan(part, ResourceAction.Create, arn: null, "There is none of that name.");
        }

        if (found.IsGoing && IsFree(part, found))
        {
            return Plan(part, ResourceAction.Create, found.Arn, "The former one is being removed; its end is waited for.");
        }

        var differences = part.Compare(found, known).ToList();
        if (!IsFree(part, found))
        {
            differences.Insert(0, new(Foreign(part, found), IsForGood: true));
        }

        return differences.Find(one => one.IsForGood) is { } forGood
            ? Plan(part, ResourceAction.Conflict, forGood.Arn ?? found.Arn, Join(differences.Where(one => one.IsForGood)))
            : differences.Count == 0 ? Plan(part, ResourceAction.InPlace, found.Arn, part.IsExisting ? "It is used as it is." : "It is as it is wanted.")
            : part.IsExisting ? Plan(part, ResourceAction.Conflict, found.Arn, $"It is used as it is, and does not fit. {Join(differences)}")
            : Plan(part, ResourceAction.Update, found.Arn, Join(differences));
    }

    /// <summary>What removes it; nothing when there is nothing.</summary>
    public static PlannedResource? DecideRemoval(EnvironmentPart part, FoundPart? found) => found is null ? null
        : part.IsExisting ? Plan(part, ResourceAction.InPlace, found.Arn, "It was there before the environment, and stays.")
        : !IsFree(part, found) ? Plan(part, ResourceAction.Conflict, found.Arn, Foreign(part, found))
        : Plan(part, ResourceAction.Delete, found.Arn, "It carries the environment's tag.");

    private static bool IsFree(EnvironmentPart part, FoundPart found) => part.IsExisting || found.Tags is null || EnvironmentTags.OwnerOf(found.Tags) == part.Environment.Name;

    private static string Foreign(EnvironmentPart part, FoundPart found) => EnvironmentTags.OwnerOf(found.Tags!) is { } owner
        ? $"It belongs to the environment '{owner}'. Give this one's another name."
        : $"The name is taken by something that does not carry the tag {BlueGreenEnvironment.TagKey}={part.Environment.Name}. Give it as existing where that can be, or choose another name.";

    private static string Join(IEnumerable<Difference> differences) => string.Join(' ', differences.Select(one => one.Text));

    private static PlannedResource Plan(EnvironmentPart part, ResourceAction action, string? arn, string reason) =>
        new() { Kind = part.Kind, Name = part.Name, Action = action, Arn = arn, Reason = reason, DependsOn = [.. part.DependsOn] };
}
