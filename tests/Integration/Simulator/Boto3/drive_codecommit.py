"""CodeCommit, by its API."""

from harness import refused

NAMED = {"repositoryName": "driven"}


def drive(harness):
    commits = harness.client("codecommit")
    made = commits.create_repository(**NAMED, repositoryDescription="driven", tags={"team": "web"})["repositoryMetadata"]
    with refused("RepositoryNameExistsException"):
        commits.create_repository(**NAMED)
    commits.list_repositories(sortBy="repositoryName", order="ascending")
    author = {"authorName": "A", "email": "a@example.com"}
    first = commits.create_commit(
        **NAMED, branchName="main", commitMessage="one", **author,
        putFiles=[{"filePath": path, "fileContent": b"x", "fileMode": "NORMAL"} for path in ("a.txt", "b/c.txt", "b/d.sh")],
    )["commitId"]
    second = commits.put_file(**NAMED, branchName="main", fileContent=b"y", filePath="a.txt", fileMode="EXECUTABLE", parentCommitId=first, commitMessage="two", name="A")
    with refused("ParentCommitIdOutdatedException"):
        commits.put_file(**NAMED, branchName="main", fileContent=b"z", filePath="a.txt", parentCommitId=first)
    assert commits.get_file(**NAMED, filePath="a.txt")["fileContent"] == b"y"
    commits.get_folder(**NAMED, folderPath="b", commitSpecifier="main")
    commits.get_commit(**NAMED, commitId=second["commitId"])
    commits.delete_file(**NAMED, branchName="main", filePath="b/d.sh", parentCommitId=second["commitId"], commitMessage="three")
    with refused("FileDoesNotExistException"):
        commits.get_file(**NAMED, filePath="b/d.sh")
    commits.create_branch(**NAMED, branchName="other", commitId=first)
    assert sorted(commits.list_branches(**NAMED)["branches"]) == ["main", "other"]
    commits.get_branch(**NAMED, branchName="other")
    commits.update_default_branch(**NAMED, defaultBranchName="other")
    commits.get_repository(**NAMED)
    commits.delete_branch(**NAMED, branchName="main")
    tags(commits, made["Arn"])
    commits.delete_repository(**NAMED)
    with refused("RepositoryDoesNotExistException"):
        commits.get_repository(**NAMED)


def tags(commits, arn):
    commits.tag_resource(resourceArn=arn, tags={"stage": "test"})
    assert commits.list_tags_for_resource(resourceArn=arn)["tags"] == {"team": "web", "stage": "test"}
    commits.untag_resource(resourceArn=arn, tagKeys=["stage"])
