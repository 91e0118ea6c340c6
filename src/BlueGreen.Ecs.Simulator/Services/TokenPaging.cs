using System.Globalization;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Pages of a listing by token. The token is the position at which the next page starts.</summary>
internal static class TokenPaging
{
    /// <summary>Takes one page.</summary>
    /// <returns>The page, and the token of the next one, if there is one.</returns>
    /// <exception cref="AwsErrorException">The token is none that was given out.</exception>
    public static (IReadOnlyList<T> Page, string? Next) Take<T>(IEnumerable<T> items, string? token, int size, string invalidToken)
    {
        if (!int.TryParse(token ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            throw new AwsErrorException(invalidToken, $"The token '{token}' is not valid.");
        }

        var rest = items.Skip(start).ToList();
        return ([.. rest.Take(size)], rest.Count > size ? (start + size).ToString(CultureInfo.InvariantCulture) : null);
    }
}
