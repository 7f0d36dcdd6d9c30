#!/usr/bin/env python3
"""Takes webhooks of the format `text`, as a chat program does: verifies the signature, prints the text.

  receiver.py PORT SECRET        SECRET is what creating the webhook answered, whsec_...
"""
import base64
import hashlib
import hmac
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

KEY = base64.b64decode(sys.argv[2].removeprefix("whsec_"))
SEEN = set()  # an update may come twice, under one id


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        message, sent = self.headers["webhook-id"], self.headers["webhook-timestamp"]
        digest = hmac.new(KEY, f"{message}.{sent}.".encode() + body, hashlib.sha256).digest()
        genuine = hmac.compare_digest("v1," + base64.b64encode(digest).decode(), self.headers["webhook-signature"])
        recent = abs(time.time() - int(sent)) < 300
        self.send_response(204 if genuine and recent else 401)
        self.end_headers()
        if genuine and recent and message not in SEEN:
            SEEN.add(message)
            print(json.loads(body)["text"], flush=True)

    def log_message(self, *args):
        pass


HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
