"""Simple Storage Service."""

import json

from harness import refused

BUCKET = {"Bucket": "driven-bucket"}


def drive(harness):
    s3 = harness.client("s3", s3={"addressing_style": "path"})
    s3.create_bucket(**BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    with refused("BucketAlreadyOwnedByYou"):
        s3.create_bucket(**BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.head_bucket(**BUCKET)
    with refused("404"):
        s3.head_bucket(Bucket="absent-bucket")
    assert s3.list_buckets(Prefix="driven")["Buckets"][0]["Name"] == BUCKET["Bucket"]
    assert s3.get_bucket_location(**BUCKET)["LocationConstraint"] == "eu-west-1"
    settings(s3)
    objects(s3)
    for version in versions(s3):
        s3.delete_objects(**BUCKET, Delete={"Objects": [version]})
    s3.delete_bucket(**BUCKET)


def settings(s3):
    s3.put_bucket_versioning(**BUCKET, VersioningConfiguration={"Status": "Enabled"})
    assert s3.get_bucket_versioning(**BUCKET)["Status"] == "Enabled"
    s3.put_bucket_tagging(**BUCKET, Tagging={"TagSet": [{"Key": "team", "Value": "web"}]})
    s3.get_bucket_tagging(**BUCKET)
    s3.delete_bucket_tagging(**BUCKET)
    with refused("NoSuchTagSet"):
        s3.get_bucket_tagging(**BUCKET)
    statement = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::driven-bucket/*"}
    s3.put_bucket_policy(**BUCKET, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    s3.get_bucket_policy(**BUCKET)
    s3.delete_bucket_policy(**BUCKET)
    with refused("NoSuchBucketPolicy"):
        s3.get_bucket_policy(**BUCKET)
    block = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}
    s3.put_public_access_block(**BUCKET, PublicAccessBlockConfiguration=block)
    assert s3.get_public_access_block(**BUCKET)["PublicAccessBlockConfiguration"] == block
    s3.delete_public_access_block(**BUCKET)
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/a"}, "BucketKeyEnabled": True}
    s3.put_bucket_encryption(**BUCKET, ServerSideEncryptionConfiguration={"Rules": [rule]})
    s3.get_bucket_encryption(**BUCKET)
    s3.delete_bucket_encryption(**BUCKET)


def objects(s3):
    made = s3.put_object(**BUCKET, Key="a/one.txt", Body=b"one", ContentType="text/plain", Metadata={"team": "web"}, CacheControl="no-store")
    s3.put_object(**BUCKET, Key="a/two words+.txt", Body=b"two", ChecksumAlgorithm="SHA256")
    s3.put_object(**BUCKET, Key="b.txt", Body=b"three")
    found = s3.get_object(**BUCKET, Key="a/one.txt", Range="bytes=1-2", ChecksumMode="ENABLED")
    assert found["Body"].read() == b"ne" and found["Metadata"] == {"team": "web"}, found
    s3.head_object(**BUCKET, Key="a/one.txt", VersionId=made["VersionId"])
    with refused("304"):
        s3.get_object(**BUCKET, Key="a/one.txt", IfNoneMatch=made["ETag"])
    with refused("NoSuchKey"):
        s3.get_object(**BUCKET, Key="absent")
    s3.copy_object(**BUCKET, Key="copy.txt", CopySource={**BUCKET, "Key": "a/one.txt"}, MetadataDirective="COPY")
    listed = s3.list_objects_v2(**BUCKET, Delimiter="/", FetchOwner=True, MaxKeys=2)
    assert listed["CommonPrefixes"] == [{"Prefix": "a/"}] and listed["IsTruncated"], listed
    s3.list_objects_v2(**BUCKET, ContinuationToken=listed["NextContinuationToken"])
    assert [found["Key"] for found in s3.list_objects(**BUCKET, Prefix="a/")["Contents"]] == ["a/one.txt", "a/two words+.txt"]
    s3.delete_object(**BUCKET, Key="b.txt")
    deleted = s3.delete_objects(**BUCKET, Delete={"Objects": [{"Key": "copy.txt"}, {"Key": "absent"}]})
    assert len(deleted["Deleted"]) == 2, deleted


def versions(s3):
    listed = s3.list_object_versions(**BUCKET)
    assert listed["DeleteMarkers"], listed
    return [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in listed["Versions"] + listed["DeleteMarkers"]]
