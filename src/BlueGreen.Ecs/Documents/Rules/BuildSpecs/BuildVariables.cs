namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>The variables that a buildspec sets, with their places, wherever their values come from.</summary>
internal static class BuildVariables
{
    public static IEnumerable<(string Path, NamedValue Variable)> Of(BuildSpecEnvironment environment) =>
        from list in new[] { ("variables", environment.Variables), ("parameter-store", environment.ParameterStore), ("secrets-manager", environment.SecretsManager) }
        from variable in list.Item2
        select ($"env.{list.Item1}.{variable.Name}", variable);
}
