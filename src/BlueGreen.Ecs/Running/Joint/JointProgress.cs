using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Running.Joint;

/// <summary>Tells the events of all members to one listener, one at a time.</summary>
internal sealed class JointProgress(IProgress<JointDeploymentEvent>? listener, ILogger logger)
{
    private readonly Lock _lock = new();

    public void Report(JointMember member, DeploymentEvent happened)
    {
        try
        {
            lock (_lock)
            {
                listener?.Report(new(member.Service, happened));
            }
        }
#pragma warning disable CA1031 // A listener that fails must not take the deployments down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            JointLog.ListenerFailed(logger, member.Service, exception);
        }
    }

    /// <summary>For a run of one member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="note">Is told of every event behind the listener.</param>
    public IProgress<DeploymentEvent> Of(JointMember member, Action<DeploymentEvent> note) => new MemberProgress(this, member, note);

    private sealed class MemberProgress(JointProgress all, JointMember member, Action<DeploymentEvent> note) : IProgress<DeploymentEvent>
    {
        public void Report(DeploymentEvent value)
        {
            all.Report(member, value);
            note(value);
        }
    }
}
