extern alias ours;

using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Our assembly, the official ones, and who stands for whom.</summary>
internal static class Peers
{
    public static IReadOnlyList<Assembly> Official { get; } =
    [
        typeof(Amazon.KeyManagementService.AmazonKeyManagementServiceClient).Assembly,
        typeof(Amazon.SecurityToken.AmazonSecurityTokenServiceClient).Assembly,
        typeof(Amazon.SimpleSystemsManagement.AmazonSimpleSystemsManagementClient).Assembly,
        typeof(Amazon.SQS.AmazonSQSClient).Assembly,
    ];

    public static Assembly Ours { get; } = typeof(ours::Amazon.SQS.AmazonSQSClient).Assembly;

    public static IReadOnlyList<Type> OurTypes { get; } =
    [
        .. Ours.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Amazon.", StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    public static IEnumerable<Type> OurConfigs => OurTypes.Where(type => type.IsSubclassOf(typeof(ClientConfig)));

    /// <summary>The requests of all operations.</summary>
    public static IEnumerable<Type> OurRequests => OurTypes.Where(type => type.IsSubclassOf(typeof(AmazonWebServiceRequest)) && IsModel(type));

    /// <summary>The responses of all operations.</summary>
    public static IEnumerable<Type> OurResponses => OurTypes.Where(type => type.IsSubclassOf(typeof(AmazonWebServiceResponse)));

    public static bool IsModel(Type type) => type.Namespace!.EndsWith(".Model", StringComparison.Ordinal);

    public static Type? FindOfficial(Type ours) => Official.Select(assembly => assembly.GetType(ours.FullName!)).FirstOrDefault(type => type is not null);

    public static Type OfficialOf(Type ours) => FindOfficial(ours) ?? throw new InvalidOperationException($"There is no official {ours.FullName}.");

    /// <summary>The name of the operation that a request or a response belongs to.</summary>
    public static string OperationOf(Type type) => type.Name[..type.Name.LastIndexOf('R')];

    public static IMarshaller<IRequest, AmazonWebServiceRequest> OurMarshaller(Type type) =>
        (IMarshaller<IRequest, AmazonWebServiceRequest>)OurOperation(type);

    public static ResponseUnmarshaller OurUnmarshaller(Type type) => (ResponseUnmarshaller)OurOperation(type);

    public static IMarshaller<IRequest, AmazonWebServiceRequest> OfficialMarshaller(Type type) =>
        (IMarshaller<IRequest, AmazonWebServiceRequest>)OfficialTransformation(type, "RequestMarshaller");

    public static ResponseUnmarshaller OfficialUnmarshaller(Type type) => (ResponseUnmarshaller)OfficialTransformation(type, "ResponseUnmarshaller");

    private static object OurOperation(Type type)
    {
        var operations = Ours.GetTypes().Single(candidate =>
            IsIn(candidate, RootNamespace(type)) && candidate.Name.EndsWith("Operations", StringComparison.Ordinal));
        return operations.GetField(OperationOf(type), BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(obj: null)!;
    }

    private static object OfficialTransformation(Type type, string suffix)
    {
        var name = $"{type.Namespace}.Internal.MarshallTransformations.{OperationOf(type)}{suffix}";
        return OfficialOf(type).Assembly.GetType(name)!.GetProperty("Instance")!.GetValue(obj: null)!;
    }

    private static bool IsIn(Type type, string name) => string.Equals(type.Namespace, name, StringComparison.Ordinal);

    private static string RootNamespace(Type type) => type.Namespace![..^".Model".Length];
}
