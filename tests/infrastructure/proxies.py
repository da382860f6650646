"""nginx and Caddy with the files of `deploy/`, on ports of this machine's own and with a certificate of a day."""

import contextlib
import ipaddress
import re
import shutil
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import free_ports, is_root, running

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
HOST, NAME = "127.0.0.1", "mentorship.example"
PROXIES = ("nginx", "caddy")
# What the files wait for. Tests do not wait for quarters of a minute.
PATIENCE = "15s"
MODULES = """{user} daemon off; pid {folder}/pid; error_log {folder}/main.log;
events {{ worker_connections 512; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/mentorship.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """One that runs: its ports, the folder of its logs, and the certificate to trust."""

    port: int
    plain_port: int
    folder: Path

    def connect(self, source: str = HOST) -> ssl.SSLSocket:
        """A connection over TLS, from this address of the machine."""
        trusting = ssl.create_default_context(cafile=str(self.folder / "certificate.pem"))
        line = socket.create_connection((HOST, self.port), timeout=60, source_address=(source, 0))
        return trusting.wrap_socket(line, server_hostname=NAME)

    def lines(self) -> str:
        """All that it has said, wherever."""
        logs = [path for path in self.folder.rglob("*log") if path.is_file()]
        return "".join(path.read_text(errors="replace") for path in logs)


@contextlib.contextmanager
def proxy(kind: str, folder: Path, web_port: int, *, patience: str = "1s") -> Iterator[Proxy]:
    """The proxy in front of the web server at `web_port`, which waits so long for the slow.

    Raises RuntimeError when it is not installed: see `.ci/run`.
    """
    if not shutil.which(kind, path=PATH):
        raise RuntimeError(f"{kind} is not on the PATH. Install it (Debian: apt install {kind}).")
    folder.mkdir()
    certify(folder)
    made = Proxy(*free_ports(2), folder)
    command = {"nginx": nginx, "caddy": caddy}[kind](made, web_port, patience)
    with running(
        command,
        folder / "process.log",
        ready=lambda: is_open(made.port) and is_open(made.plain_port),
        env={"HOME": str(folder), "PATH": PATH, "XDG_DATA_HOME": str(folder)},
    ):
        yield made


def nginx(made: Proxy, web_port: int, patience: str) -> list[str]:
    """Its command, for the file of `deploy/` within the main file that every nginx has."""
    folder = made.folder
    (folder / "mentorship.conf").write_text(
        replaced(
            (ROOT / "deploy" / "nginx.conf").read_text(),
            {
                "listen 80;": f"listen {HOST}:{made.plain_port};",
                "listen 443 ssl http2;": f"listen {HOST}:{made.port} ssl http2;",
                "listen [::]:80;": "",
                "listen [::]:443 ssl http2;": "",
                "127.0.0.1:8000": f"{HOST}:{web_port}",
                PATIENCE: patience,
                "/etc/letsencrypt/live/mentorship.example/fullchain.pem": f"{folder}/certificate.pem",
                "/etc/letsencrypt/live/mentorship.example/privkey.pem": f"{folder}/key.pem",
                "/var/log/nginx/": f"{folder}/",
            },
        )
    )
    (folder / "nginx.conf").write_text(
        MODULES.format(folder=folder, user="user root;" if is_root() else "")
    )
    # What it says before it has read where its logs are goes nowhere else.
    return ["nginx", "-p", str(folder), "-e", str(folder / "early.log"), "-c", "nginx.conf"]


def caddy(made: Proxy, web_port: int, patience: str) -> list[str]:
    """Its command, for the file of `deploy/`, with nobody to ask for a certificate."""
    folder = made.folder
    (folder / "Caddyfile").write_text(
        replaced(
            (ROOT / "deploy" / "Caddyfile").read_text(),
            {
                "{\n\tservers {": "{\n\tadmin off\n\tskip_install_trust\n\tdefault_bind 127.0.0.1\n"
                f"\thttp_port {made.plain_port}\n\thttps_port {made.port}\n\tservers {{",
                "\nmentorship.example {": f"\n{NAME} {{\n\ttls {folder}/certificate.pem {folder}/key.pem",
                "127.0.0.1:8000": f"{HOST}:{web_port}",
                PATIENCE: patience,
                "read_body 30m": f"read_body {patience}",
                "/var/log/caddy/": f"{folder}/",
            },
        )
    )
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def replaced(text: str, places: dict[str, str]) -> str:
    """The file with these places filled in, each of which has to be there.

    All at once: what is filled in (a folder "t-15sa8jri") is never taken for a place ("15s").
    """
    for wanted in places:
        if wanted not in text:
            raise RuntimeError(f"The file has no “{wanted}”.")
    longest_first = sorted(map(re.escape, places), key=len, reverse=True)
    return re.sub("|".join(longest_first), lambda place: places[place[0]], text)


def certify(folder: Path) -> None:
    """A key, and a certificate for it that nobody else has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now, day = timezone.now(), timedelta(days=1)
    names = x509.SubjectAlternativeName(
        [x509.DNSName(NAME), x509.IPAddress(ipaddress.ip_address(HOST))]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def is_open(port: int) -> bool:
    """Whether somebody listens there."""
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
        return True
    return False
