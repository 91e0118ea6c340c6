using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Walks the pages of one operation, once, and leaves the request as it was.</summary>
internal abstract class PageWalk<TRequest, TResponse>(TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call)
    : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse
{
    private int _walks;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    protected TRequest Request => request;

    /// <summary>The token of the page that the request asks for.</summary>
    protected abstract string? Token { get; set; }

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _walks) > 1)
        {
            throw new InvalidOperationException(
                $"The pages of this {typeof(TRequest).Name} are being walked already, or were: ask the client for a new paginator.");
        }

        var first = Token;
        try
        {
            bool isMore;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                var response = await call(request, cancellationToken).ConfigureAwait(false);
                yield return response;
                isMore = Advance(TokenAfter(response));
            }
            while (isMore);
        }
        finally
        {
            Token = first;
        }
    }

    /// <summary>The token of the page that follows a response; null or empty behind the last.</summary>
    protected abstract string? TokenAfter(TResponse response);

    protected IPaginatedEnumerable<TElement> Elements<TElement>(Func<TResponse, List<TElement>?> select) =>
        new PaginatedResultKeyResponse<TResponse, TElement>(this, response => select(response) ?? []);

    private bool Advance(string? next)
    {
        if (string.IsNullOrEmpty(next))
        {
            return false;
        }

        if (string.Equals(next, Token, StringComparison.Ordinal))
        {
            throw new AmazonClientException(
                $"The service answered {typeof(TRequest).Name} with the token that it was asked with, so its pages would never end.");
        }

        Token = next;
        return true;
    }
}
