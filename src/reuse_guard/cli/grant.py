"""`reuse-guard grant`: sign permissions, and tell whether a signed one is genuine."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from reuse_guard.atomic import write_atomically
from reuse_guard.cli.apart import require_apart
from reuse_guard.cli.lazy import Group
from reuse_guard.cli.output import require_folder
from reuse_guard.cli.parameters import DAY, PATH, file_to_write, today
from reuse_guard.cli.pipes import tell, write_out
from reuse_guard.errors import GrantError, UsageError
from reuse_guard.grants import Coverage, Grant, Presented, cover, load_grants
from reuse_guard.grants.files import files_behind
from reuse_guard.grants.load import SIGNED, UNSIGNED
from reuse_guard.grants.works import host_of
from reuse_guard.reports.visible import visible
from reuse_guard.schema import format_ratio, read_text
from reuse_guard.urls.hosts import covers_host

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from reuse_guard.grants.signed.trust import Trust

KEY = click.option("--key", "key_file", type=PATH, required=True, help="Your private key.")
ISSUER = click.option(
    "--issuer", required=True, metavar="HOST", help="Host of your site, as partners pinned it."
)


@click.group("grant", cls=Group)
def grant_group() -> None:
    """Sign written permissions, and tell whether one is genuine."""


@grant_group.command("keygen")
@click.option("--key", "key_file", type=PATH, required=True, help="New file for the private key.")
@click.option("--jwks", type=PATH, required=True, help="Your set of public keys; made if missing.")
@click.option("--kid", help="Name of the key, e.g. 2026-a; its thumbprint if left out.")
def keygen_command(key_file: Path, jwks: Path, kid: str | None) -> None:
    """Make a key: the private half into a new file, the public half into the set for partners.

    \b
    Example:
      reuse-guard grant keygen --key courier.key.json --jwks courier.jwks.json --kid 2026-a
    """
    from reuse_guard.grants.signed import keys  # noqa: PLC0415 - needs the extra

    if key_file.resolve() == jwks.resolve():
        msg = (
            f"--jwks {jwks}: is the file of --key too; partners get the one and must not the other"
        )
        raise UsageError(msg)
    for file in (key_file, jwks):  # before a key is written whose other half cannot be
        require_folder(file)
    key = keys.generate_key(kid)
    if jwks.exists() and key.kid in keys.read_key_set(jwks):
        msg = f"{jwks}: has a key named {key.kid!r} already; give another name (--kid)"
        raise UsageError(msg)
    keys.write_private_key(key_file, key)
    keys.add_to_key_set(jwks, key)
    _say(f"key {key.kid}: private half in {key_file} (keep it), public half in {jwks}")


@grant_group.command("issue")
@click.argument("grant_file", metavar="GRANT", type=PATH)
@KEY
@ISSUER
@click.option("--output", type=PATH, help="File for the signed grant; standard output if left out.")
def issue_command(grant_file: Path, key_file: Path, issuer: str, output: Path | None) -> None:
    """Sign the permission in GRANT, a TOML or JSON file.

    \b
    Example:
      reuse-guard grant issue letter.toml --key courier.key.json --issuer courier.example \\
        --output letter.jws
    """
    from reuse_guard.grants.signed.claims import issue  # noqa: PLC0415 - needs the extra
    from reuse_guard.grants.signed.keys import read_private_key  # noqa: PLC0415

    output = file_to_write(output)
    if output is not None:
        require_folder(output)
        require_apart([output], [*files_behind([grant_file]), key_file])
    presented = _only(grant_file)
    if presented.refusal:
        msg = f"{grant_file}: grant {presented.grant.id} {presented.refusal}; nothing was signed"
        raise UsageError(msg)
    key = read_private_key(key_file)
    token = issue(presented.grant, key=key, issuer=issuer, now=datetime.now(UTC))
    _warn_of_other_hosts(presented.grant, issuer)
    if output is None:
        click.echo(token)
    else:
        _write(output, f"{token}\n")
        _say(f"{output}: grant {presented.grant.id}, signed with key {key.kid}")


@grant_group.command("verify")
@click.argument("token_file", metavar="TOKEN", type=PATH)
@click.option("--trust", "trust_file", type=PATH, help="Trust file: whose keys are genuine.")
@click.option("--jwks", type=PATH, help="One publisher's keys instead, with --host.")
@click.option("--host", help="The host for which the keys of --jwks speak.")
@click.option("--original-url", metavar="URL", help="Does it name this work?")
@click.option("--candidate-url", metavar="URL", help="May it be used here?")
@click.option("--as-of", type=DAY, help="Does it hold on this day? Today if left out.")
def verify_command(  # noqa: PLR0913 - one parameter for each option
    *,
    token_file: Path,
    trust_file: Path | None,
    jwks: Path | None,
    host: str | None,
    original_url: str | None,
    candidate_url: str | None,
    as_of: date | None,
) -> int:
    """Tell whether TOKEN was signed by a publisher you trust and holds; exit status 1 if not.

    \b
    Examples:
      reuse-guard grant verify letter.jws --trust trust.toml
      reuse-guard grant verify letter.jws --jwks courier.jwks.json --host courier.example
    """
    from reuse_guard.grants.signed.refusal import TokenRefusedError  # noqa: PLC0415

    trust = _trust(trust_file, jwks, host)
    try:
        presented = _signed_only(token_file, trust)
    except TokenRefusedError as refused:
        _say(f"refused: {refused.problem}")
        if token_file.suffix.lower() in UNSIGNED:
            _say(f"what it says unsigned, as anyone could: reuse-guard grant show {token_file}")
        return 1
    use = cover(
        presented,
        original_urls=[original_url] if original_url else [],
        candidate_url=candidate_url,
        as_of=as_of or today(),
    )
    if use.coverage is Coverage.DOES_NOT:
        _say(f"refused: grant {use.grant.id} {use.reason}")
        return 1
    assert presented.signature is not None  # noqa: S101 - `_signed_only` returns no other
    _say(f"genuine: signed with key {presented.signature.kid}")
    _describe(presented.grant)
    if use.coverage is Coverage.UNKNOWN:
        _say(f"not told: it {use.reason}")
    return 0


@grant_group.command("show")
@click.argument("file", type=PATH)
def show_command(file: Path) -> None:
    """Print what the grants in FILE say. A signed one is read, not verified.

    \b
    Example:
      reuse-guard grant show letter.jws
    """
    if file.suffix.lower() == SIGNED:
        from reuse_guard.grants.signed.claims import read_claims  # noqa: PLC0415
        from reuse_guard.grants.signed.jws import look_into  # noqa: PLC0415

        token = look_into(read_text(file, error=GrantError).strip(), source=str(file))
        grant, issuer = read_claims(token.payload, source=str(file))
        _say(f"NOT VERIFIED: says it is from {issuer}, key {token.header.get('kid')!r}")
        _describe(grant)
        return
    for presented in load_grants([file]):
        _describe(presented.grant)


@grant_group.command("revoke")
@click.argument("grant_id", metavar="ID")
@KEY
@ISSUER
@click.option("--list", "list_file", type=PATH, required=True, help="Your list; made if missing.")
@click.option("--jwks", type=PATH, required=True, help="Your public keys, to verify the list with.")
@click.option("--on", type=DAY, help="First day it no longer holds; today if left out.")
def revoke_command(  # noqa: PLR0913 - one parameter for each option
    *, grant_id: str, key_file: Path, issuer: str, list_file: Path, jwks: Path, on: date | None
) -> None:
    """Take the grant ID back: put it on your signed list, which partners name in their trust file.

    \b
    Example:
      reuse-guard grant revoke SC-2026-117 --key courier.key.json --jwks courier.jwks.json \\
        --issuer courier.example --list courier.revoked.jws
    """
    from reuse_guard.grants.signed import revocations  # noqa: PLC0415 - needs the extra
    from reuse_guard.grants.signed.keys import read_key_set, read_private_key  # noqa: PLC0415

    if not grant_id.strip():
        msg = "ID: is empty; give the id of the grant, as `reuse-guard grant show` tells it"
        raise click.UsageError(msg)
    require_folder(list_file)
    require_apart([list_file], [key_file, jwks], option="--list")
    known = None
    if list_file.exists():
        known = revocations.read_revocations(list_file, keys=read_key_set(jwks), issuer=issuer)
    entry = revocations.Revocation(id=grant_id, on=on or today())
    key = read_private_key(key_file)
    now = datetime.now(UTC)
    _write(list_file, revocations.revoke(known, entry, key=key, issuer=issuer, now=now) + "\n")
    _say(f"{list_file}: grant {grant_id} is revoked from {entry.on} on")


def _trust(trust_file: Path | None, jwks: Path | None, host: str | None) -> Trust:
    from reuse_guard.grants.signed.trust import load_trust, trust_keys  # noqa: PLC0415

    if trust_file and not (jwks or host):
        return load_trust(trust_file)
    if jwks and host and not trust_file:
        return trust_keys(jwks, host=host)
    msg = "say whose keys are genuine: --trust FILE, or --jwks FILE with --host HOST"
    raise click.UsageError(msg)


def _signed_only(file: Path, trust: Trust) -> Presented:
    """The grant of a token file, whatever the file is called."""
    from reuse_guard.grants.letters import with_letter  # noqa: PLC0415
    from reuse_guard.grants.signed.trust import verify_grant  # noqa: PLC0415

    token = read_text(file, error=GrantError).strip()
    return with_letter(verify_grant(token, trust, source=str(file)), folder=file.parent)


def _only(file: Path) -> Presented:
    if file.suffix.lower() == SIGNED:
        msg = f"{file}: is signed already; name the TOML or JSON file it was made from"
        raise UsageError(msg)
    found = load_grants([file])
    if len(found) != 1:
        msg = f"{file}: holds {len(found)} grants; sign them one by one, each in a file of its own"
        raise UsageError(msg)
    return found[0]


def _warn_of_other_hosts(grant: Grant, issuer: str) -> None:
    """Say for which works the key does not speak; a publisher may have several sites."""
    named = {*grant.publisher_hosts, *filter(None, map(host_of, grant.works))}
    others = sorted(host for host in named if not covers_host(issuer, host))
    if others:
        hosts = visible(", ".join(others))
        msg = (
            f"grant {visible(grant.id)} names articles on {hosts}, and a key of"
            f" {issuer} speaks for none there; ask partners to pin it to that host too, or"
            " correct the host"
        )
        tell(msg)


def _describe(grant: Grant) -> None:
    """Print everything a grant says, one key a line."""
    data = grant.model_dump(mode="json", exclude_defaults=True)
    data["overrides"] = {"max_share": _share(grant.overrides.max_share)}
    for name in Grant.model_fields:
        value = data.get(name)
        if isinstance(value, dict):
            for key, part in value.items():
                _say(f"  {name}.{key} = {part}")
        elif value is not None:
            _say(f"  {name} = {', '.join(sorted(value)) if isinstance(value, list) else value}")


def _share(most: Fraction) -> str:
    return f"{format_ratio(most)}, the full text" if most == 1 else format_ratio(most)


def _say(line: str) -> None:
    """Print a line; what a stranger wrote cannot steer the terminal."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    write_out(f"{indent}{visible(line.strip())}\n")


def _write(path: Path, text: str) -> None:
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        msg = f"{path}: cannot be written: {error.strerror or error}; choose another file"
        raise UsageError(msg) from error
