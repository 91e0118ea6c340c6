namespace BlueGreen.Ecs;

/// <summary>How severe a finding of ECR's image scan is. Mirrors <see href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanFinding.html">FindingSeverity</see>, the least first.</summary>
public enum ImageScanSeverity
{
    /// <summary><c>UNDEFINED</c>.</summary>
    Undefined,

    /// <summary><c>INFORMATIONAL</c>.</summary>
    Informational,

    /// <summary><c>LOW</c>.</summary>
    Low,

    /// <summary><c>MEDIUM</c>.</summary>
    Medium,

    /// <summary><c>HIGH</c>.</summary>
    High,

    /// <summary><c>CRITICAL</c>.</summary>
    Critical,
}
