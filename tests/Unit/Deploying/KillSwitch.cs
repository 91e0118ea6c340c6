namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Ends a process as <c>kill -9</c> does, as far as AWS sees it: behind one call there is no other. Counts the calls up to then.</summary>
internal sealed class KillSwitch(CancellationTokenSource killed)
{
    private int _calls;
    private int _last = int.MaxValue;
    private bool _isHeard;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Whether there was a call behind the last one.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Names the last call that AWS gets; whether its answer is still heard.</summary>
    public void KillAt(int call, bool isHeard) => (_last, _isHeard) = (call, isHeard);

    /// <summary>A handler through which all calls of the process go.</summary>
    public DelegatingHandler Over(HttpMessageHandler inner) => new Handler(this) { InnerHandler = inner };

    private async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        var number = Interlocked.Increment(ref _calls);
        if (number > _last)
        {
            throw Dead();
        }

        var answer = await send();
        return number < _last || _isHeard ? answer : throw Dead();
    }

    private HttpRequestException Dead()
    {
        IsDead = true;
        killed.Cancel();
        return new HttpRequestException("This process is dead.");
    }

    private sealed class Handler(KillSwitch owner) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            owner.SendAsync(() => base.SendAsync(request, cancellationToken));
    }
}
