using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>What all runs of pipelines use.</summary>
internal sealed class PipelineTools(
    PipelineExecutionReader reader,
    PipelineControl control,
    PipelineApprovals approvals,
    DeploymentJoiner joiner,
    PipelineExplainer explainer,
    IOptions<DeployerOptions> options,
    Rhythm rhythm,
    TimeProvider clock,
    ILogger<PipelineTools>? logger = null)
{
    public PipelineExecutionReader Reader => reader;

    public PipelineControl Control => control;

    public PipelineApprovals Approvals => approvals;

    public DeploymentJoiner Joiner => joiner;

    public PipelineExplainer Explainer => explainer;

    public DeployerOptions Options => options.Value;

    public TimeProvider Clock => clock;

    public ILogger Logger { get; } = logger ?? NullLogger<PipelineTools>.Instance;

    public Pace NewPace() => new(Options, rhythm, clock);
}
