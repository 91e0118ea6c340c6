namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>What may be in a valid environment.</summary>
internal enum CleanTwist
{
    ImageByDigest,
    ImageForTwoPlatforms,
    ArmTasks,
    ImageElsewhere,
    SecretInManager,
    ParameterInStore,
    TaskRole,
    LogGroupToBeMade,
    GreenAlarm,
    SmallerTasks,
    HookThatExists,
    FileOfVariables,
}
