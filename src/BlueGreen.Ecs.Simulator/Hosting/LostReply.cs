using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>What a client sees that gets no answer, as <see cref="HttpClient"/> tells it.</summary>
internal static class LostReply
{
    /// <exception cref="HttpRequestException">The connection broke before the answer.</exception>
    /// <exception cref="TaskCanceledException">No answer came in time.</exception>
    public static void ThrowIf(FaultKind? lost)
    {
        switch (lost)
        {
            case FaultKind.TimedOut:
                throw new TaskCanceledException("The request was given up: no answer came in time.", new TimeoutException("The simulator did not answer, as its fault plan says."));
            case FaultKind.LostReply:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "An error occurred while sending the request.",
                    new IOException("The response ended prematurely: the simulator has lost it, as its fault plan says."));
        }
    }
}
