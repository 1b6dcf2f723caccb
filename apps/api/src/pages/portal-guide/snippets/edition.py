import hashlib
from urllib.request import urlopen

with urlopen(f"https://bantin.example.gov.vn/api/v1/articles/{id}/editions/1") as answer:
    is_genuine = hash == "sha256:" + hashlib.sha256(answer.read()).hexdigest()
