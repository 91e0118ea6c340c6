namespace BlueGreen.Ecs;

/// <summary>The way in: <c>BlueGreenEnvironment.For("shop")</c>.</summary>
public static class EnvironmentExtensions
{
    extension(BlueGreenEnvironment)
    {
        /// <summary>Begins to describe an environment.</summary>
        /// <param name="name">What it is called; without other names also its service, its repository, its load balancer and what its target groups begin with: 2 to 30 lower-case letters, digits and single hyphens between them.</param>
        /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
        public static EnvironmentBuilder For(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return new(new EnvironmentDraft { Name = name });
        }
    }
}
