"""Finding a policy: by id, by file, by the original's host."""

from __future__ import annotations

from pathlib import Path

import pytest

from reuse_guard.errors import PolicyError
from reuse_guard.policy import Policy, Rule, load_policy, preset_ids, preset_text
from reuse_guard.policy import load as load_module


def test_a_policy_comes_back_as_it_is() -> None:
    policy = Policy(id="a", name="A", rules=[Rule()])
    assert load_policy(policy) is policy


def test_an_unknown_preset_suggests_the_nearest() -> None:
    with pytest.raises(
        PolicyError, match=r"policy 'qazmonitr': no such preset; did you mean 'qazmonitor'"
    ):
        load_policy("qazmonitr")
    with pytest.raises(
        PolicyError, match=r"no such preset; see `reuse-guard policy list`, and name a file"
    ):
        preset_text("zzzzzzzz")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("QazMonitor", "qazmonitor"), ("QAZMONITOR", "qazmonitor"), ("CC BY ND", "cc-by-nd"),
     ("Auto", "auto")],
)  # fmt: skip
def test_a_name_in_capitals_is_that_of_one_preset(written: str, meant: str) -> None:
    with pytest.raises(PolicyError, match=rf"no such preset; did you mean '{meant}'\? see "):
        load_policy(written)


@pytest.mark.parametrize("written", ["terms/ours.toml", "Ours.TOML", "./ours"])
def test_a_file_given_as_a_preset_is_told_how_to_be_given(written: str) -> None:
    with pytest.raises(PolicyError, match=r"no such preset; a file is given as --policy FILE, in"):
        load_policy(written)


def test_a_missing_policy_file_is_named() -> None:
    with pytest.raises(PolicyError, match=r"nowhere\.toml: no such file"):
        load_policy(Path("nowhere.toml"))


@pytest.mark.parametrize("policy_id", [i for i in preset_ids() if load_policy(i).hosts])
def test_auto_finds_each_preset_by_an_address_on_its_host(policy_id: str) -> None:
    host = load_policy(policy_id).hosts[0]
    assert load_policy("auto", original_urls=[f"https://www.{host}/news/1"]).id == policy_id


@pytest.mark.parametrize("permission", ['grantee = "Partner"', '[[grants]]\nid = "letter"'])
def test_a_permission_is_told_as_one(permission: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.toml"
    file.write_text(permission, "utf-8")
    with pytest.raises(PolicyError, match="is a written permission and no policy"):
        load_policy(file)


def test_a_policy_that_lists_the_permissions_it_takes_is_no_permission(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('id = "own"\nname = "Own"\ngrants = ["any"]\n[[rules]]', "utf-8")
    with pytest.raises(PolicyError, match="leave out the brackets"):
        load_policy(file)


def test_auto_takes_any_known_address_of_the_original() -> None:
    urls = ["https://cache.example/a", "https://qazmonitor.com/news/1"]
    assert load_policy("auto", original_urls=urls).id == "qazmonitor"


def test_auto_without_an_address_asks_for_one() -> None:
    with pytest.raises(PolicyError, match="policy 'auto': the original's address is not known"):
        load_policy("auto")


def test_auto_on_a_host_without_preset_says_where_they_are_listed() -> None:
    with pytest.raises(
        PolicyError, match=r"no preset governs news\.example; name a policy or .*policy list"
    ):
        load_policy("auto", original_urls=["https://news.example/1"])


def test_auto_on_what_is_no_address_names_it() -> None:
    with pytest.raises(PolicyError, match="no preset governs mailto:a@b"):
        load_policy("auto", original_urls=["mailto:a@b"])


def test_auto_that_finds_several_lists_them() -> None:
    urls = ["https://orda.kz/1", "https://qazmonitor.com/news/1"]
    with pytest.raises(
        PolicyError,
        match=r"several presets govern orda\.kz, qazmonitor\.com: orda, qazmonitor; name one",
    ):
        load_policy("auto", original_urls=urls)


def test_a_preset_is_read_once() -> None:
    assert load_policy("qazmonitor") is load_policy("qazmonitor")
    assert load_module.AUTO not in preset_ids()
