using BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;
using BlueGreen.Ecs.Simulator.Services.Iam;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The command <c>aws</c> in a build: what image builds need of it.</summary>
internal sealed class AwsCommand(CodeBuildState state, RoleSession permissions)
{
    /// <summary>What <c>docker login</c> must be given for the account's registry.</summary>
    public static string Password(string account, string region) => $"simulated-{account}-{region}";

    public int Run(ShellCall call)
    {
        var words = call.Arguments.Where((word, index) => !word.StartsWith('-') && (index == 0 || !call.Arguments[index - 1].StartsWith("--", StringComparison.Ordinal))).ToList();
        return (words.ElementAtOrDefault(0), words.ElementAtOrDefault(1)) switch
        {
            _ when call.Arguments is ["--version"] => call.Print("aws-cli/2.31.0 Python/3.13.7 Linux/6.1 exec-env/AWS_ECS_EC2"),
            ("ecr", "get-login-password") => LogIn(call),
            ("sts", "get-caller-identity") => Identify(call),
            _ => call.Fail($"(the simulator does not run aws {string.Join(' ', words.Take(2))}; it counts as done)", 0),
        };
    }

    private int LogIn(ShellCall call)
    {
        const string Action = "ecr:GetAuthorizationToken";
        return permissions.FindDenialOfKnown(Action, "*") is { } denial
            ? call.Fail($"An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: {denial}", 254)
            : call.Print(Password(state.World.Account, Option(call, "--region") ?? state.Region.Name));
    }

    private int Identify(ShellCall call)
    {
        var account = state.World.Account;
        return Option(call, "--query") is "Account"
            ? call.Print(Option(call, "--output") is "text" ? account : $"\"{account}\"")
            : call.Print($$"""{"UserId":"AROASIMULATED:build","Account":"{{account}}","Arn":"arn:aws:sts::{{account}}:assumed-role/build/build"}""");
    }

    private static string? Option(ShellCall call, string name)
    {
        var at = call.Arguments.ToList().IndexOf(name);
        return at < 0 ? null : call.Arguments.ElementAtOrDefault(at + 1);
    }
}
