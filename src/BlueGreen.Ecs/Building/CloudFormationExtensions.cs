using BlueGreen.Ecs.Provisioning.Templates;

namespace BlueGreen.Ecs;

/// <summary>Environments for accounts that AWS CloudFormation manages: <c>environment.ToCloudFormation()</c>.</summary>
public static class CloudFormationExtensions
{
    /// <summary>
    /// Writes an environment as a template: the same names, policies and tags that <see cref="IProvisioner"/> makes. VPC, subnets and an existing load balancer are its parameters,
    /// with what is described as defaults. Mirrors the <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">template anatomy</see>.
    /// </summary>
    /// <param name="environment">What is wanted.</param>
    /// <returns>The template, as JSON. A stack of it needs the capability <c>CAPABILITY_NAMED_IAM</c> where it makes roles.</returns>
    public static string ToCloudFormation(this BlueGreenEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return EnvironmentTemplate.Text(EnvironmentTemplate.Of(environment));
    }
}
