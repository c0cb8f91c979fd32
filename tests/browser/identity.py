"""An identity provider on this machine: it lets everybody in under one name (OpenID)."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt

NAME = "Lina Läsare"


class _Handler(BaseHTTPRequestHandler):
    key: ClassVar[jwk.RSAKey]
    issuer: ClassVar[str]
    asked: ClassVar[dict[str, str]]

    def do_GET(self) -> None:
        """What may be known of the provider, its keys, and the login itself."""
        url = urlsplit(self.path)
        if url.path == "/.well-known/openid-configuration":
            self._answer(self._configuration())
        elif url.path == "/keys":
            self._answer({"keys": [self.key.as_dict(private=False)]})
        else:
            self.asked.update({name: one[0] for name, one in parse_qs(url.query).items()})
            back = urlencode({"code": "c0de", "state": self.asked["state"]})
            self.send_response(302)
            self.send_header("Location", f"{self.asked['redirect_uri']}?{back}")
            self.end_headers()

    def do_POST(self) -> None:
        """The code in exchange for who it is."""
        self.rfile.read(int(self.headers["Content-Length"]))
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "sub": "1",
            "aud": self.asked["client_id"],
            "iat": now,
            "exp": now + 600,
            "name": NAME,
        }
        if "nonce" in self.asked:
            claims["nonce"] = self.asked["nonce"]
        token = jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)
        self._answer({"access_token": "t0ken", "token_type": "Bearer", "id_token": token})

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def _configuration(self) -> dict[str, object]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/login",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def provider() -> Iterator[str]:
    """The provider's address, while it is up."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    _Handler.key = jwk.RSAKey.generate_key(2048, auto_kid=True)
    _Handler.issuer = f"http://127.0.0.1:{server.server_port}"
    _Handler.asked = {}
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield _Handler.issuer
    finally:
        server.shutdown()
        server.server_close()
