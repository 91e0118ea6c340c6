"""Elastic Container Registry."""

import json

from harness import refused, until

MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json"
ACCESS = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}]}
LIFECYCLE = {
    "rules": [
        {
            "rulePriority": 1,
            "description": "keep one",
            "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 1},
            "action": {"type": "expire"},
        }
    ]
}


def manifest(text):
    """An image of one layer, without its layer."""
    layer = {"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": 100, "digest": "sha256:" + text.encode().hex().ljust(64, "0")}
    config = {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 10, "digest": "sha256:" + "1" * 64}
    return json.dumps({"schemaVersion": 2, "mediaType": MANIFEST_TYPE, "config": config, "layers": [layer]})


def drive(harness):
    ecr = harness.client("ecr")
    name = {"repositoryName": "driven"}
    repository = ecr.create_repository(
        **name,
        imageTagMutability="MUTABLE",
        imageScanningConfiguration={"scanOnPush": False},
        encryptionConfiguration={"encryptionType": "AES256"},
        tags=[{"Key": "team", "Value": "web"}],
    )["repository"]
    with refused("RepositoryAlreadyExistsException"):
        ecr.create_repository(**name)
    ecr.describe_repositories(repositoryNames=["driven"])
    ecr.put_image_tag_mutability(**name, imageTagMutability="IMMUTABLE")
    tags(ecr, repository["repositoryArn"])
    images(ecr, name)
    scans(ecr, name)
    policies(ecr, name)
    ecr.batch_check_layer_availability(**name, layerDigests=["sha256:" + "1" * 64, "wrong"])
    assert ecr.get_authorization_token()["authorizationData"][0]["proxyEndpoint"].startswith("https://123456789012.dkr.ecr.")
    with refused("RepositoryNotEmptyException"):
        ecr.delete_repository(**name)
    deleted = ecr.batch_delete_image(**name, imageIds=[{"imageTag": "v1"}, {"imageTag": "absent"}])
    assert deleted["failures"][0]["failureCode"] == "ImageNotFound", deleted
    ecr.delete_repository(**name, force=True)


def tags(ecr, arn):
    ecr.tag_resource(resourceArn=arn, tags=[{"Key": "stage", "Value": "test"}])
    assert len(ecr.list_tags_for_resource(resourceArn=arn)["tags"]) == 2
    ecr.untag_resource(resourceArn=arn, tagKeys=["stage"])


def images(ecr, name):
    for tag in ("v1", "v2"):
        ecr.put_image(**name, imageManifest=manifest(tag), imageManifestMediaType=MANIFEST_TYPE, imageTag=tag)
    with refused("ImageAlreadyExistsException"):
        ecr.put_image(**name, imageManifest=manifest("v1"), imageTag="v1")
    with refused("ImageTagAlreadyExistsException"):
        ecr.put_image(**name, imageManifest=manifest("v3"), imageTag="v1")
    with refused("ImageNotFoundException"):
        ecr.describe_images(**name, imageIds=[{"imageTag": "absent"}])
    pages = list(ecr.get_paginator("describe_images").paginate(**name, PaginationConfig={"PageSize": 1}))
    assert [page["imageDetails"][0]["imageSizeInBytes"] for page in pages] == [110, 110], pages
    assert len(ecr.list_images(**name, filter={"tagStatus": "TAGGED"})["imageIds"]) == 2
    found = ecr.batch_get_image(**name, imageIds=[{"imageTag": "v1"}, {"imageTag": "absent"}])
    assert len(found["images"]) == len(found["failures"]) == 1, found


def scans(ecr, name):
    image = {**name, "imageId": {"imageTag": "v1"}}
    with refused("ScanNotFoundException"):
        ecr.describe_image_scan_findings(**image)
    ecr.start_image_scan(**image)
    until(lambda: ecr.describe_image_scan_findings(**image)["imageScanStatus"]["status"], "COMPLETE".__eq__)
    ecr.describe_images(**name)


def policies(ecr, name):
    with refused("RepositoryPolicyNotFoundException"):
        ecr.get_repository_policy(**name)
    ecr.set_repository_policy(**name, policyText=json.dumps(ACCESS))
    ecr.get_repository_policy(**name)
    ecr.delete_repository_policy(**name)
    with refused("LifecyclePolicyNotFoundException"):
        ecr.get_lifecycle_policy(**name)
    ecr.put_lifecycle_policy(**name, lifecyclePolicyText=json.dumps(LIFECYCLE))
    ecr.get_lifecycle_policy(**name)
    with refused("LifecyclePolicyPreviewNotFoundException"):
        ecr.get_lifecycle_policy_preview(**name)
    ecr.start_lifecycle_policy_preview(**name)
    preview = until(lambda: ecr.get_lifecycle_policy_preview(**name), lambda seen: seen["status"] == "COMPLETE")
    assert preview["previewResults"][0]["imageTags"] == ["v1"], preview
    ecr.delete_lifecycle_policy(**name)
