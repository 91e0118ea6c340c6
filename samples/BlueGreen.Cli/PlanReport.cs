using BlueGreen.Ecs;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Cli;

/// <summary>Prints what will happen, and what was found.</summary>
internal static class PlanReport
{
    public static void Print(DeploymentPlan plan)
    {
        PrintSteps(plan);
        foreach (var finding in plan.Findings.Where(finding => !finding.PreventsStart))
        {
            Console.WriteLine(finding);
        }
    }

    public static void PrintSteps(DeploymentPlan plan)
    {
        Console.WriteLine($"{plan.Service.Reference}: {plan.Deployment.Shift} by {plan.Engine}{(plan.CodeDeploy is { } target ? $" ({target})" : "")}");
        Console.WriteLine($"  task definition: {plan.EqualRevisionArn ?? $"a new revision of {plan.TaskDefinition.Family}"}");
        foreach (var line in plan.Changes is { } changes ? TaskDefinitionDiffText.ToText(changes).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            Console.WriteLine($"    {line}");
        }

        Console.WriteLine($"  at the peak: {plan.Capacity}");
        foreach (var step in plan.Steps)
        {
            Console.WriteLine($"  {step.Stage,-17} green {step.GreenPercent,3:0.#} %  {step.What}");
        }
    }
}
