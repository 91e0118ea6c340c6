namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG415: the functions of hooks are there.</summary>
internal sealed class HookFunctionCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around) => around.Functions.Where(function => function.Found.IsMissing).Select(function => new Finding(
        "BG415",
        FindingSeverity.Error,
        function.Function,
        $"The function of the hook {string.Join(", ", around.Plan.Traffic.Hooks.Where(hook => hook.Function == function.Function).Select(hook => hook.When))} does not exist, or has no such alias or version; the deployment would fail there.",
        "Create the function, or correct its name in the hook."));
}
