namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Something that a principal must be allowed to do.</summary>
/// <param name="Action">The IAM action, such as <c>ecr:BatchGetImage</c>.</param>
/// <param name="Resource">The ARN of what it is done to, or <c>*</c> for actions that know no resources.</param>
internal readonly record struct Permission(string Action, string Resource);
