namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The action Manual: waits for PutApprovalResult, for seven days.</summary>
internal static class ManualApproval
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void Start(ActionContext context)
    {
        context.Run.Token = context.World.Ids.Uuid();
        context.After(Longest, () => context.Fail("JobFailed", "The approval request has expired: nobody has answered it within 7 days."));
    }

    public static void Answer(ActionContext context, bool approved, string summary, string by)
    {
        context.Run.UpdatedBy = by;
        context.Run.Summary = summary;
        if (approved)
        {
            context.Succeed(summary);
        }
        else
        {
            context.Fail("JobFailed", summary.Length == 0 ? "The approval was rejected." : $"The approval was rejected: {summary}");
        }
    }
}
