using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Hooks name functions by name or by ARN, with an alias or a version behind it or without.</summary>
internal static class FunctionArn
{
    /// <summary>The ARN of a function.</summary>
    /// <param name="function">The function as it is named.</param>
    /// <param name="place">Where a function is that is called by its name.</param>
    public static string Of(string function, AwsPlace place) => ArnText.IsArn(function) ? function : place.Arn("lambda", $"function:{function}");

    /// <summary>Whether a function is in a place, as far as that is known.</summary>
    public static bool IsIn(string function, AwsPlace place) => place.Account.Length == 0 || AwsPlace.Of(Of(function, place)) == place;
}
