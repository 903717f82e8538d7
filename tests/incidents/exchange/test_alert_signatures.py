"""What a signature proves of an alert, and what it does not."""

import base64
import re

import pytest
from cryptography import x509
from lxml import etree

from incidents.exchange.cap import read_alert
from incidents.exchange.cap_alert import SignatureState
from tests.corpus import corpus_file
from tests.incidents.exchange.alerts import SOUND
from tests.incidents.exchange.signing import (
    DSIG,
    EXCLUSIVE,
    RSA_SHA256,
    SIGNED_INFO,
    certificate,
    signed,
)

ANA = certificate("Ana's desk")
SIGNED = signed(SOUND, "Ana's desk")
REFERENCE = re.search("<Reference.*</Reference>", SIGNED_INFO)[0]


def state(raw: bytes, *trusted: x509.Certificate) -> SignatureState:
    return read_alert(raw, trusted=trusted)[0].signature


def test_a_signature_by_a_trusted_sender_is_verified():
    assert state(SIGNED, ANA) is SignatureState.VERIFIED


def test_nobody_is_trusted_unless_named():
    assert state(SIGNED, ANA) is SignatureState.VERIFIED
    assert state(SIGNED) is SignatureState.PRESENT_UNVERIFIED
    assert state(SIGNED, certificate("Stranger")) is SignatureState.PRESENT_UNVERIFIED


def test_an_alert_changed_after_signing_is_taken_as_broken_and_remarked():
    alert, remarks = read_alert(SIGNED.replace(b"closed", b"open"), trusted=[ANA])

    assert alert.signature is SignatureState.BROKEN
    assert "changed after it was signed" in str(remarks[0])


def test_a_certificate_that_had_run_out_proves_nothing():
    expired = certificate("Ana's desk", until=2025)

    assert state(SIGNED, expired) is SignatureState.PRESENT_UNVERIFIED


def test_a_signed_alert_wrapped_into_another_is_broken():
    inner = SIGNED.decode().split("\n", 1)[1]
    signature = inner[inner.index("<Signature") : inner.index("</Signature>") + 12]
    moved = inner.replace(signature, "")
    forged = SOUND.replace("closed", "open").replace(
        "</alert>", f'<x xmlns="urn:x">{moved}</x>{signature}</alert>'
    )

    assert state(forged.encode(), ANA) is SignatureState.BROKEN


def test_a_signature_deeper_in_the_alert_proves_nothing():
    inner = SIGNED.decode().split("\n", 1)[1]
    forged = SOUND.replace("closed", "open").replace(
        "</alert>", f'<x xmlns="urn:x">{inner}</x></alert>'
    )

    assert state(forged.encode(), ANA) is SignatureState.NONE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('URI=""', 'URI="#part"'),
        ('URI=""', ""),
        (REFERENCE, REFERENCE * 2),
        (f"{DSIG}enveloped-signature", "http://www.w3.org/TR/1999/REC-xpath-19991116"),
        (f'<Transform Algorithm="{EXCLUSIVE}"/>', '<Transform Algorithm="urn:xslt"/>'),
        (RSA_SHA256, f"{DSIG}hmac-sha1"),
        ("xmlenc#sha256", "xmlenc#md5"),
    ],
)
def test_a_signature_of_another_form_is_not_believed(before, after):
    assert before in SIGNED_INFO
    odd = signed(SOUND, "Ana's desk", SIGNED_INFO.replace(before, after))

    assert state(odd, ANA) is SignatureState.PRESENT_UNVERIFIED


def test_two_signers_may_follow_each_other():
    ben = certificate("Ben's desk")
    twice = signed(SIGNED.decode(), "Ben's desk")

    assert state(twice, ANA) is SignatureState.VERIFIED
    assert state(twice, ben) is SignatureState.VERIFIED
    assert state(twice.replace(b"closed", b"open"), ANA, ben) is SignatureState.BROKEN


def test_a_third_signer_is_not_followed():
    thrice = signed(signed(SIGNED.decode(), "Ben's desk").decode(), "Cleo's desk")

    assert state(thrice, ANA) is SignatureState.PRESENT_UNVERIFIED


@pytest.mark.parametrize("whose", ["environment_canada", "naads"])
def test_the_signed_canadian_alert_is_verified_by_each_of_its_two_signers(whose):
    raw = corpus_file("cap/signed/google_canada_signed.cap").read_bytes()
    pem = corpus_file(f"cap/certs/google_{whose}_x509_cert.pem").read_bytes()

    assert state(raw, x509.load_pem_x509_certificate(pem)) is SignatureState.VERIFIED
    assert state(raw) is SignatureState.PRESENT_UNVERIFIED


def test_the_signed_weekly_test_of_alabama_is_verified_by_its_certificate():
    raw = corpus_file("cap/signed/ipaws_alabama_rwt_cancel_2026.xml").read_bytes()
    (der,) = etree.fromstring(raw).iter(f"{{{DSIG}}}X509Certificate")
    own = x509.load_der_x509_certificate(base64.b64decode(der.text))

    assert state(raw, own) is SignatureState.VERIFIED
    assert state(raw.replace(b"State Wide", b"Coast"), own) is SignatureState.BROKEN
