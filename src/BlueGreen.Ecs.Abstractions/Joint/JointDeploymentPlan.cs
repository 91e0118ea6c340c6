namespace BlueGreen.Ecs;

/// <summary>What will happen to each of several services. Making it only reads.</summary>
/// <param name="Deployment">What is wanted.</param>
/// <param name="Members">Each member's plan, in order.</param>
public sealed record JointDeploymentPlan(JointDeployment Deployment, EquatableArray<DeploymentPlan> Members)
{
    /// <summary>Whether all plans may be carried out; else none will be.</summary>
    public bool CanStart => Members.All(member => member.CanStart);
}
