using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using BlueGreen.Ecs.AwsClients.Protocol;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

public sealed class QueryErrorTests
{
    [Fact]
    public void Error_WithMembersInXml_IsFilled()
    {
        const string Body = """
            <ErrorResponse xmlns="https://x/"><Error><Type>Sender</Type><Code>Busy</Code><Message>wait</Message>
              <Owners><entry><key>entry</key><value>1</value></entry><entry><key>b</key><value>2</value></entry></Owners>
            </Error><RequestId>r-1</RequestId></ErrorResponse>
            """;
        var service = new ServiceDescription
        {
            ServiceName = "Amazon.Test",
            ServiceId = "Test",
            Version = "1",
            CreateException = (code, error) => code is "Busy" ? new BusyException(error.Message) : new AmazonServiceException(error.Message),
        };
        var operation = new QueryOperation<AnyRequest, AmazonWebServiceResponse>(service, "Any", (ref reader) => new(), "Busy");
        using var context = new XmlUnmarshallerContext(new MemoryStream(Encoding.UTF8.GetBytes(Body)), maintainResponseBody: false, responseData: null, isException: true);

        var exception = operation.UnmarshallException(context, innerException: null!, HttpStatusCode.BadRequest);

        exception.Should().BeOfType<BusyException>().Which.Owners.Should().Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["entry"] = 1, ["b"] = 2 });
    }

    private sealed class AnyRequest : AmazonWebServiceRequest, IWritableShape
    {
        public void Write(ShapeWriter writer)
        {
        }
    }

    private sealed class BusyException(string message) : AmazonServiceException(message), IErrorShape
    {
        public Dictionary<string, int> Owners { get; private set; } = [];

        public void Read<TReader>(ref TReader reader)
            where TReader : struct, IShapeReader, allows ref struct
        {
            var scope = reader.BeginStructure();
            while (reader.NextMember(scope, out var member))
            {
                if (member is "Owners")
                {
                    Owners = reader.ReadMap(static (ref reader) => reader.ReadInteger());
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }
}
