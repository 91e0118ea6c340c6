namespace BlueGreen.Ecs;

/// <summary>What a pipeline watches: <see cref="CodeCommitSource"/>, <see cref="S3Source"/>, <see cref="EcrSource"/> or <see cref="ConnectionSource"/>.</summary>
public abstract record PipelineSource
{
    private protected PipelineSource()
    {
    }
}
