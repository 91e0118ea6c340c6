using System.Formats.Cbor;
using System.Net.Http.Headers;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Wire;

public sealed class CborWireTests
{
    [Fact]
    public async Task Post_SetAlarmStateAndDescribe_RoundTrips()
    {
        await using var simulator = new AwsSimulator();
        simulator.SetAlarmState("5xx", "OK");
        var set = new CborWriter();
        set.WriteStartMap(3);
        foreach (var (name, value) in new[] { ("AlarmName", "5xx"), ("StateValue", "ALARM"), ("StateReason", "too many") })
        {
            set.WriteTextString(name);
            set.WriteTextString(value);
        }

        set.WriteEndMap();

        await PostAsync(simulator, "SetAlarmState", set.Encode());
        var answer = await PostAsync(simulator, "DescribeAlarms", []);

        var members = Members(new CborReader(answer));
        members.Should().Contain("StateValue=ALARM").And.Contain("StateReason=too many").And.Contain("ActionsEnabled=True").And.Contain("StateUpdatedTimestamp=@1767225600");
    }

    private static async Task<byte[]> PostAsync(AwsSimulator simulator, string operation, byte[] body)
    {
        using var client = new HttpClient(simulator.CreateHandler());
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cbor");
        using var response = await client.PostAsync(new Uri("https://aws.invalid/service/GraniteServiceVersion20100801/operation/" + operation), content, TestContext.Current.CancellationToken);
        response.Headers.GetValues("smithy-protocol").Should().Equal("rpc-v2-cbor");
        response.IsSuccessStatusCode.Should().BeTrue();
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static List<string> Members(CborReader reader)
    {
        var found = new List<string>();
        Read(string.Empty);
        return found;

        void Read(string name)
        {
            switch (reader.PeekState())
            {
                case CborReaderState.StartMap:
                    for (var left = reader.ReadStartMap(); left > 0; left--)
                    {
                        Read(reader.ReadTextString());
                    }

                    reader.ReadEndMap();
                    break;
                case CborReaderState.StartArray:
                    for (var left = reader.ReadStartArray(); left > 0; left--)
                    {
                        Read(name);
                    }

                    reader.ReadEndArray();
                    break;
                case CborReaderState.Tag:
                    reader.ReadTag().Should().Be(CborTag.UnixTimeSeconds);
                    found.Add($"{name}=@{reader.ReadDouble()}");
                    break;
                case CborReaderState.Boolean:
                    found.Add($"{name}={reader.ReadBoolean()}");
                    break;
                default:
                    found.Add($"{name}={reader.ReadTextString()}");
                    break;
            }
        }
    }
}
