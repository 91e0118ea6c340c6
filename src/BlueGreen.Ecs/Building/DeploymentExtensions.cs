namespace BlueGreen.Ecs;

/// <summary>The way in: <c>Deployment.For("cluster/service")</c>.</summary>
public static class DeploymentExtensions
{
    extension(Deployment)
    {
        /// <summary>Begins to describe a deployment.</summary>
        /// <param name="service"><c>cluster/service</c>, or a service ARN.</param>
        /// <exception cref="ArgumentNullException"><paramref name="service"/> is <see langword="null"/>.</exception>
        public static DeploymentBuilder For(string service)
        {
            ArgumentNullException.ThrowIfNull(service);
            return new(new DeploymentDraft { Service = service });
        }

        /// <summary>Puts deployments of several services together, in this order: all get through, or all go back.</summary>
        /// <param name="members">The deployments, each of another service.</param>
        /// <exception cref="DeploymentValidationException">There is none, or two are of the same service.</exception>
        public static JointDeployment Group(params IEnumerable<Deployment> members)
        {
            ArgumentNullException.ThrowIfNull(members);
            return JointDeploymentRules.Checked(new() { Members = members.ToEquatableArray() });
        }
    }
}
