import base64, hashlib, hmac, time

def is_genuine(secret: str, headers, body: bytes) -> bool:
    id, timestamp, signatures = (headers[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(signed)
    return any(hmac.compare_digest(expected, one.encode()) for one in signatures.split(" "))
