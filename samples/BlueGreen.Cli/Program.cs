using System.CommandLine;
using BlueGreen.Cli.Commands;

var root = new RootCommand("Deploys Amazon ECS services blue/green, checks and compares their files, and serves a simulated AWS to try it on.")
{
    new PlanCommand(),
    new DeployCommand(),
    new SimulateCommand(),
    new CheckCommand(),
    new DiffCommand(),
    new ImportCommand(),
};

return await root.Parse(args).InvokeAsync(new InvocationConfiguration
{
    // Ctrl-C and SIGTERM cancel the command, which then has this long to carry out its cancel policy.
    ProcessTerminationTimeout = TimeSpan.FromMinutes(10),
    EnableDefaultExceptionHandler = false,
});
