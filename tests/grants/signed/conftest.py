"""A publisher, its key, and a partner who trusts it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reuse_guard.grants import Grant
from reuse_guard.grants.signed.claims import issue
from reuse_guard.grants.signed.keys import PrivateKey, generate_key
from reuse_guard.grants.signed.trust import Trust, TrustedPublisher

HOST = "courier.example"


@pytest.fixture(scope="session")
def key() -> PrivateKey:
    return generate_key("2026-a")


@pytest.fixture(scope="session")
def trust(key: PrivateKey) -> Trust:
    return Trust((TrustedPublisher((HOST,), {key.kid: key.key}, {}),))


@pytest.fixture(scope="session")
def grant() -> Grant:
    return Grant.model_validate(
        {
            "id": "G-1",
            "publisher": "Courier",
            "grantee": "Апталық",
            "grantee_hosts": ["weekly.example"],
            "works": ["https://courier.example/news/*"],
            "valid_from": "2026-10-15",
            "valid_to": "2027-10-14",
            "waives": ["edits"],
        }
    )


@pytest.fixture(scope="session")
def token(grant: Grant, key: PrivateKey) -> str:
    return issue(grant, key=key, issuer=HOST, now=datetime(2026, 10, 15, tzinfo=UTC))
