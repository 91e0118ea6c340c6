using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Hooks name functions by name or by ARN, with an alias or a version behind it or without.</summary>
internal static class FunctionArn
{
    /// <summary>The ARN of a function.</summary>
    /// <param name="function">The function as it is named.</param>
    /// <param name="region">The region of a function without one.</param>
    /// <param name="account">The account of a function without one.</param>
    public static string Of(string function, string region, string account) => ArnText.IsArn(function) ? function : $"arn:aws:lambda:{region}:{account}:function:{function}";

    /// <summary>Whether a function is of a region and account, as far as either is known.</summary>
    public static bool IsIn(string function, string region, string account) =>
        account.Length == 0 || ArnText.PlaceOf(Of(function, region, account)) == (region, account);
}
