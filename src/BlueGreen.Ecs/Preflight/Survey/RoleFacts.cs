using Amazon.IdentityManagement.Model;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>A role that takes part in the deployment.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Use">What it is for, such as <c>execution role</c>.</param>
/// <param name="Service">The AWS service that takes it on, such as <c>ecs-tasks.amazonaws.com</c>.</param>
/// <param name="Role">The role.</param>
/// <param name="Refused">What its policies do not allow, as far as IAM can tell for sure.</param>
internal sealed record RoleFacts(string Arn, string Use, string Service, Read<Role> Role, Read<IReadOnlyList<Permission>>? Refused);
