namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>The files of the walk-through that started this project.</summary>
internal static class Seed
{
    public const string Container = "labo-terraform-admin";
    public const string Image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v2";

    public static string TaskDef => PathOf("taskdef.json");

    public static string AppSpec => PathOf("appspec.yaml");

    public static string BuildSpec => PathOf("buildspec.yml");

    public static string ImageDetail => PathOf("imageDetail.json");

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed", name);
}
