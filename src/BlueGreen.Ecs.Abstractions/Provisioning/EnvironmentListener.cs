namespace BlueGreen.Ecs;

/// <summary>A listener of an environment's load balancer. Mirrors <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html">CreateListener</see>.</summary>
/// <param name="Port">The port, 1 to 65535.</param>
/// <param name="Protocol"><c>HTTP</c> or <c>HTTPS</c>. Default: HTTP.</param>
/// <param name="CertificateArn">The certificate's ARN, for HTTPS. Default: none.</param>
public sealed record EnvironmentListener(int Port, string Protocol = "HTTP", string? CertificateArn = null);
