using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// Who calls, by access key id. Calls that are signed with a key that is here are made by an IAM role, and are allowed only where the role's identity policies
/// allow them; all other keys are the account's root, which may do everything.
/// </summary>
public sealed partial class SimulatedCallers
{
    private readonly ConcurrentDictionary<string, string> _roles = new(StringComparer.Ordinal);

    internal SimulatedCallers()
    {
    }

    /// <summary>
    /// The role that calls with an access key, such as <c>arn:aws:iam::123456789012:role/deployer</c>, or <see langword="null"/> for root. The role's session
    /// has the access key's id as its name. A role that IAM does not have may do nothing.
    /// </summary>
    /// <param name="accessKeyId">The access key id with which clients sign.</param>
    /// <exception cref="ArgumentException">The access key id is empty, or the value is no ARN of a role.</exception>
    public string? this[string accessKeyId]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
            return _roles.GetValueOrDefault(accessKeyId);
        }

        set
        {
            ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
            if (value is null)
            {
                _roles.TryRemove(accessKeyId, out _);
                return;
            }

            if (!RoleArn().IsMatch(value))
            {
                throw new ArgumentException($"'{value}' is no ARN of an IAM role, such as arn:aws:iam::123456789012:role/deployer.", nameof(value));
            }

            _roles[accessKeyId] = value;
        }
    }

    /// <summary>Makes every caller root again.</summary>
    public void Clear() => _roles.Clear();

    internal string? Find(string accessKeyId) => accessKeyId.Length == 0 ? null : _roles.GetValueOrDefault(accessKeyId);

    [GeneratedRegex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.*[^/]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoleArn();
}
