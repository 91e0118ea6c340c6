namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG950: a newer deployment took its place.</summary>
internal sealed class SupersededRule() : ToldRule("BG950", CauseDepth.Course, "superseded", "Somebody has made another task set", "was begun before")
{
    protected override string Fix =>
        "Nothing is wrong when that was meant; else deploy a service from one place only, or have it wait: WhenRunning(ConcurrencyPolicy.Wait).";

    protected override string Message(string line) => $"A newer deployment of the service took this one's place: {Cause.Sentence(line)}";
}
