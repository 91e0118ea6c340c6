namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>
/// Reads what lines of AWS's about tasks complain of. Their wording differs by registry, agent and year, so that only telling words count, the most telling first. Each
/// line has one trouble, or none. Pure.
/// </summary>
internal static class TaskTroubles
{
    // It stands before every refusal of a start, whatever was refused.
    private const string Preface = "unable to pull secrets or registry auth:";

    private static readonly string[] Limits = ["toomanyrequests", "pull rate limit", "429 Too Many"];
    private static readonly string[] Platforms = ["descriptor matching platform", "no matching manifest", "no match for platform", "does not match the specified platform", "exec format error"];
    private static readonly string[] Denials =
    [
        "access denied", "AccessDenied", "is not authorized to perform", "not authorized", "unauthorized", "403 Forbidden", "forbidden", "no basic auth credentials", "authentication required",
        "has the permissions to pull", "denied: ", "KMS", "decrypt",
    ];
    private static readonly string[] Absences =
    [
        "manifest unknown", "not found", "NotFound", "does not exist", "can't find the specified", "404", "no such image", "name unknown", "invalid reference format", "invalid parameters",
        "did not contain json key", "wasn't found",
    ];
    private static readonly string[] Unreachables =
    [
        "connection issue", "task network configuration", "i/o timeout", "timed out", "dial tcp", "no such host", "connection refused", "connection reset", "network is unreachable", "no route to host",
        "RequestError", "deadline exceeded", "request canceled", "TLS handshake", "server misbehaving", "has been retried 5 time",
    ];
    private static readonly string[] Roles = ["unable to assume", "cannot assume", "can't be assumed", "sts:AssumeRole", "assume the role", "trust relationship"];
    private static readonly string[] Logs = ["log group", "log stream", "logger args", "logging driver", "log driver", "logs:CreateLog"];
    private static readonly string[] Registries = ["ecr registry auth", "ecr:", "GetAuthorizationToken"];
    private static readonly string[] Secrets = ["secret", "ssm", "parameter", "asm"];
    private static readonly string[] Starts = ["ResourceInitializationError", "CannotStartContainer", "CannotCreateContainer", "CannotInspectContainer", "unable to pull secrets"];
    private static readonly string[] Addresses = ["RESOURCE:ENI", "unexpected EC2 error", "InsufficientFreeAddresses", "free addresses", "free IP", "network interface provisioning", "NetworkInterfaceLimit", "insufficient IP"];

    /// <summary>What the line complains of.</summary>
    public static TaskTrouble Of(string line) =>
        Has(line, "CannotPull") || Has(line, "can't pull the image") ? OfPull(line)
        : Has(line, "OutOfMemory") ? TaskTrouble.Memory
        : Has(line, "failed container health checks") ? TaskTrouble.ContainerHealth
        : Has(line, "failed ELB health checks") || Has(line, "is unhealthy in (target-group") ? TaskTrouble.TargetHealth
        : Has(line, "limit on the number of vCPUs") ? TaskTrouble.ProcessorLimit
        : Has(line, "Capacity is unavailable") || Has(line, "capacity unavailable") ? TaskTrouble.NoFargate
        : HasAny(line, Addresses) ? TaskTrouble.NoAddress
        : Has(line, "no container instance met all of its requirements") || Has(line, "No Container Instances were found") ? TaskTrouble.NoInstance
        : HasAny(line, Roles) ? TaskTrouble.Role
        : Has(line, "exec format error") ? TaskTrouble.Platform
        : HasAny(line, Starts) ? OfStart(line.Replace(Preface, string.Empty, StringComparison.OrdinalIgnoreCase))
        : Has(line, "operations are being throttled") || Has(line, "Rate exceeded") || line.StartsWith("THROTTLED", StringComparison.Ordinal) ? TaskTrouble.Throttled
        : TaskTrouble.None;

    private static TaskTrouble OfPull(string line) =>
        HasAny(line, Limits) ? TaskTrouble.PullLimit
        : HasAny(line, Platforms) ? TaskTrouble.Platform
        : HasAny(line, Denials) ? TaskTrouble.PullDenied
        : HasAny(line, Absences) ? TaskTrouble.ImageMissing
        : HasAny(line, Unreachables) ? TaskTrouble.Unreachable
        : TaskTrouble.Pull;

    private static TaskTrouble OfStart(string line) =>
        HasAny(line, Logs) ? HasAny(line, Unreachables) ? TaskTrouble.Unreachable : TaskTrouble.Log
        : HasAny(line, Registries) && HasAny(line, Denials) ? TaskTrouble.PullDenied
        : HasAny(line, Secrets) && HasAny(line, Denials) ? TaskTrouble.SecretDenied
        : HasAny(line, Unreachables) ? TaskTrouble.Unreachable
        : HasAny(line, Secrets) && HasAny(line, Absences) ? TaskTrouble.SecretMissing
        : HasAny(line, Denials) ? TaskTrouble.PullDenied
        : TaskTrouble.Start;

    private static bool Has(string line, string text) => line.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static bool HasAny(string line, string[] texts) => Array.Exists(texts, text => Has(line, text));
}
