using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>Independent clients' opinion of the simulator's REST wires: Lambda's and S3's.</summary>
public sealed class RestWireTests
{
    private const string Fails =
        """
        import boto3, io, json, zipfile
        from botocore.exceptions import ClientError
        def fails(code, status, call, **given):
            try:
                call(**given)
            except ClientError as e:
                assert (e.response['Error']['Code'], e.response['ResponseMetadata']['HTTPStatusCode']) == (code, status), e.response
                return
            assert False, code
        def archive(name, text):
            data = io.BytesIO()
            with zipfile.ZipFile(data, 'w') as z:
                z.writestr(name, text)
            return data.getvalue()
        wait = {'Delay': 1, 'MaxAttempts': 60}

        """;

    private const string Functions = Fails +
        """
        f = boto3.client('lambda')
        fails('ResourceNotFoundException', 404, f.get_function, FunctionName='hook')
        made = dict(FunctionName='hook', Runtime='python3.12', Handler='index.handler', Role='arn:aws:iam::123456789012:role/hook',
            Code={'ZipFile': archive('index.py', 'def handler(event, context): pass')}, Tags={'a': 'b'}, Environment={'Variables': {'A': '1'}})
        created = f.create_function(**made)
        assert created['State'] == 'Pending' and created['ResponseMetadata']['HTTPStatusCode'] == 201, created
        for waiter in ('function_exists', 'function_active', 'function_active_v2', 'function_updated', 'function_updated_v2'):
            f.get_waiter(waiter).wait(FunctionName='hook', WaiterConfig=wait)
        fails('ResourceConflictException', 409, f.create_function, **made)
        answer = f.invoke(FunctionName='hook', Payload=b'{"a": 1}', LogType='Tail')
        assert (answer['StatusCode'], json.load(answer['Payload']), answer['ExecutedVersion']) == (200, {'got': 1}, '$LATEST'), answer
        failed = f.invoke(FunctionName=created['FunctionArn'], Payload=b'{}')
        assert failed['FunctionError'] == 'Unhandled' and json.load(failed['Payload'])['errorMessage'] == 'no a', failed
        assert f.invoke(FunctionName='hook', InvocationType='DryRun')['StatusCode'] == 204
        assert f.invoke(FunctionName='hook', InvocationType='Event', Payload=b'{"a": 2}')['StatusCode'] == 202
        f.update_function_configuration(FunctionName='hook', MemorySize=256)
        f.get_waiter('function_updated_v2').wait(FunctionName='hook', WaiterConfig=wait)
        f.update_function_code(FunctionName='hook', ZipFile=archive('index.py', 'pass'))
        f.get_waiter('function_updated_v2').wait(FunctionName='hook', WaiterConfig=wait)
        version = f.publish_version(FunctionName='hook')['Version']
        f.get_waiter('published_version_active').wait(FunctionName='hook', Qualifier=version, WaiterConfig=wait)
        f.create_alias(FunctionName='hook', Name='live', FunctionVersion=version)
        assert f.get_alias(FunctionName='hook', Name='live')['FunctionVersion'] == '1'
        assert f.invoke(FunctionName='hook', Qualifier='live', Payload=b'{"a": 1}')['ExecutedVersion'] == '1'
        statement = f.add_permission(FunctionName='hook', StatementId='s', Action='lambda:InvokeFunction', Principal='codedeploy.amazonaws.com')['Statement']
        assert json.loads(f.get_policy(FunctionName='hook')['Policy'])['Statement'] == [json.loads(statement)]
        f.remove_permission(FunctionName='hook', StatementId='s')
        f.tag_resource(Resource=created['FunctionArn'], Tags={'c': 'd'})
        f.untag_resource(Resource=created['FunctionArn'], TagKeys=['a'])
        assert f.list_tags(Resource=created['FunctionArn'])['Tags'] == {'c': 'd'}
        assert [one['FunctionName'] for page in f.get_paginator('list_functions').paginate() for one in page['Functions']] == ['hook']
        fails('UnknownOperationException', 404, f.list_layers)
        lines = boto3.client('logs').filter_log_events(logGroupName='/aws/lambda/hook', filterPattern='REPORT')['events']
        assert len(lines) >= 3, lines
        f.delete_function(FunctionName='hook')
        print('done')
        """;

    private const string Objects = Fails +
        """
        import hashlib, socket
        from botocore.config import Config
        s3 = boto3.client('s3')
        bucket = dict(Bucket='web', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
        s3.create_bucket(**bucket)
        s3.get_waiter('bucket_exists').wait(Bucket='web')
        fails('BucketAlreadyOwnedByYou', 409, s3.create_bucket, **bucket)
        assert [b['Name'] for b in s3.list_buckets()['Buckets']] == ['web']
        assert s3.get_bucket_location(Bucket='web')['LocationConstraint'] == 'eu-west-1'
        key = 'a b/\u00fc+%2F.txt'
        stored = s3.put_object(Bucket='web', Key=key, Body=b'hello', Metadata={'who': 'me'}, ContentType='text/plain')
        assert stored['ETag'] == '"%s"' % hashlib.md5(b'hello').hexdigest() and stored['ChecksumCRC32'], stored
        found = s3.get_object(Bucket='web', Key=key)
        assert (found['Body'].read(), found['Metadata'], found['ContentType']) == (b'hello', {'who': 'me'}, 'text/plain'), found
        assert s3.head_object(Bucket='web', Key=key)['ContentLength'] == 5
        assert [o['Key'] for o in s3.list_objects_v2(Bucket='web')['Contents']] == [key]
        fails('404', 404, s3.head_object, Bucket='web', Key='none')
        fails('NoSuchKey', 404, s3.get_object, Bucket='web', Key='none')
        fails('NoSuchBucket', 404, s3.get_object, Bucket='none', Key='none')
        fails('MethodNotAllowed', 405, s3.get_bucket_cors, Bucket='web')
        s3.put_bucket_versioning(Bucket='web', VersioningConfiguration={'Status': 'Enabled'})
        first = s3.put_object(Bucket='web', Key='v', Body=b'1')['VersionId']
        for algorithm in ('CRC32', 'SHA1', 'SHA256'):
            s3.put_object(Bucket='web', Key='v', Body=io.BytesIO(b'2' * 100000), ChecksumAlgorithm=algorithm)
        part = s3.get_object(Bucket='web', Key='v', Range='bytes=1-3')
        assert (part['ResponseMetadata']['HTTPStatusCode'], part['Body'].read()) == (206, b'222'), part
        assert s3.delete_object(Bucket='web', Key='v')['DeleteMarker']
        s3.get_waiter('object_not_exists').wait(Bucket='web', Key='v')
        s3.copy_object(Bucket='web', Key='copy', CopySource={'Bucket': 'web', 'Key': 'v', 'VersionId': first})
        s3.get_waiter('object_exists').wait(Bucket='web', Key='copy')
        hosts, lookup = boto3.client('s3', endpoint_url=s3.meta.endpoint_url.replace('127.0.0.1', 'localhost'), config=Config(s3={'addressing_style': 'virtual'})), socket.getaddrinfo
        socket.getaddrinfo = lambda host, *rest, **more: lookup('127.0.0.1' if str(host).endswith('localhost') else host, *rest, **more)
        assert hosts.get_object(Bucket='web', Key='copy')['Body'].read() == b'1'
        s3.put_bucket_tagging(Bucket='web', Tagging={'TagSet': [{'Key': 'a', 'Value': 'b'}]})
        assert s3.get_bucket_tagging(Bucket='web')['TagSet'] == [{'Key': 'a', 'Value': 'b'}]
        s3.put_bucket_policy(Bucket='web', Policy='{"Version":"2012-10-17","Statement":[]}')
        assert json.loads(s3.get_bucket_policy(Bucket='web')['Policy'])['Statement'] == []
        s3.delete_bucket_policy(Bucket='web')
        s3.put_public_access_block(Bucket='web', PublicAccessBlockConfiguration={'BlockPublicAcls': True})
        assert not s3.get_public_access_block(Bucket='web')['PublicAccessBlockConfiguration']['BlockPublicPolicy']
        rules = [{'ApplyServerSideEncryptionByDefault': {'SSEAlgorithm': 'aws:kms', 'KMSMasterKeyID': 'k'}, 'BucketKeyEnabled': True}]
        s3.put_bucket_encryption(Bucket='web', ServerSideEncryptionConfiguration={'Rules': rules})
        assert s3.get_bucket_encryption(Bucket='web')['ServerSideEncryptionConfiguration']['Rules'] == rules
        fails('BucketNotEmpty', 409, s3.delete_bucket, Bucket='web')
        for page in s3.get_paginator('list_object_versions').paginate(Bucket='web', PaginationConfig={'PageSize': 2}):
            gone = [{'Key': o['Key'], 'VersionId': o['VersionId']} for o in page.get('Versions', []) + page.get('DeleteMarkers', [])]
            assert len(s3.delete_objects(Bucket='web', Delete={'Objects': gone})['Deleted']) == len(gone)
        s3.delete_bucket(Bucket='web')
        s3.get_waiter('bucket_not_exists').wait(Bucket='web')
        print('done')
        """;

    [Fact]
    public async Task Lambda_ByBoto3_IsMadeInvokedUpdatedAndPublished()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 60 });
        simulator.Functions["hook"] = call => new() { ["got"] = call.Payload["a"]?.DeepClone() ?? throw new InvalidOperationException("no a") };
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        (await PythonScript.RunWithBoto3Async(Functions, endpoint, cancellation)).Trim().Should().Be("done");
    }

    [Fact]
    public async Task S3_ByBoto3_KeepsObjectsVersionsAndSettings()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        (await PythonScript.RunWithBoto3Async(Objects, endpoint, cancellation)).Trim().Should().Be("done");
    }

    [Fact]
    public async Task S3AndLambda_ByTheAwsCli_CopyFilesAndInvoke()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await AwsCli.SkipUnlessInstalledAsync(cancellation);
        await using var simulator = new AwsSimulator();
        simulator.Functions["echo"] = call => call.Payload.DeepClone().AsObject();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);
        var folder = Directory.CreateTempSubdirectory("aws-cli-");
        try
        {
            var (source, copy, reply) = (Path.Combine(folder.FullName, "a.json"), Path.Combine(folder.FullName, "b.json"), Path.Combine(folder.FullName, "reply.json"));
            await File.WriteAllTextAsync(source, "{\"a\":1}", cancellation);

            await Aws("s3", "mb", "s3://web");
            await Aws("s3", "cp", source, "s3://web/folder/a.json");
            await Aws("s3", "cp", "s3://web/folder/a.json", copy);
            await Aws("lambda", "invoke", "--function-name", "echo", "--payload", $"fileb://{source}", reply);

            (await File.ReadAllTextAsync(copy, cancellation)).Should().Be("{\"a\":1}");
            (await File.ReadAllTextAsync(reply, cancellation)).Should().Be("{\"a\":1}");
            (await Aws("s3", "ls", "s3://web/")).Should().Contain("PRE folder/");
            await Aws("s3", "rb", "s3://web", "--force");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task<string> Aws(params string[] arguments) => AwsCli.RunAsync(endpoint, "eu-west-1", cancellation, arguments);
    }
}
