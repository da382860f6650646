"""A real S3 server on this machine, and buckets in it."""

import contextlib
from collections.abc import Iterator

import boto3
from moto.server import ThreadedMotoServer

ACCESS_KEY, SECRET_KEY, REGION = "an-access-key", "a-secret-key", "us-east-1"


@contextlib.contextmanager
def s3_server() -> Iterator[str]:
    """The server's address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


def make_bucket(address: str, name: str) -> dict[str, str]:
    """A new empty bucket; the variables that name it."""
    client = boto3.client(
        "s3",
        endpoint_url=address,
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
    )
    client.create_bucket(Bucket=name)
    return {
        "S3_BUCKET": name,
        "S3_ENDPOINT_URL": address,
        "S3_REGION": REGION,
        "S3_ACCESS_KEY_ID": ACCESS_KEY,
        "S3_SECRET_ACCESS_KEY": SECRET_KEY,
    }
