using BlueGreen.Ecs;

namespace BlueGreen.Cli;

/// <summary>Asks whoever sits at the terminal whether a deployment goes on.</summary>
internal static class ConsoleApproval
{
    // Reading a line cannot be broken off; a thread of its own waits for it, and the process ends without it.
    public static Task AskAsync(Approval approval, CancellationToken cancellationToken) => Task.Run(() => Ask(approval, cancellationToken), cancellationToken);

    private static void Ask(Approval approval, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Console.Write($"{approval.Context.Plan.Service.Reference}: may production traffic move to the new version? [y/n] ");
            switch (Console.ReadLine()?.Trim().ToLowerInvariant())
            {
                case "y" or "yes":
                    approval.Approve(Environment.UserName);
                    return;
                case "n" or "no":
                    approval.Reject(Environment.UserName, "They said no at the terminal.");
                    return;
                case null:
                    approval.Reject(Environment.UserName, "The terminal was closed.");
                    return;
            }
        }
    }
}
