"""Signs alerts as senders do, with keys made for the occasion."""

import base64
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from lxml import etree

DSIG = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SIGNED_INFO = f"""<SignedInfo xmlns="{DSIG}">\
<CanonicalizationMethod Algorithm="{EXCLUSIVE}"/><SignatureMethod Algorithm="{RSA_SHA256}"/>\
<Reference URI=""><Transforms><Transform Algorithm="{DSIG}enveloped-signature"/>\
<Transform Algorithm="{EXCLUSIVE}"/></Transforms><DigestMethod Algorithm="{SHA256}"/>\
<DigestValue>DIGEST</DigestValue></Reference></SignedInfo>"""


@cache
def key(whose: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate(whose: str, until: int = 2030) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, whose)])
    builder = x509.CertificateBuilder(
        issuer_name=name,
        subject_name=name,
        public_key=key(whose).public_key(),
        serial_number=1,
        not_valid_before=datetime(2020, 1, 1, tzinfo=UTC),
        not_valid_after=datetime(until, 1, 1, tzinfo=UTC),
    )
    return builder.sign(key(whose), hashes.SHA256())


def signed(alert: str, whose: str, form: str = SIGNED_INFO) -> bytes:
    """The alert with an enveloped signature before its end."""
    whole = canonical(alert)
    digest = hashes.Hash(hashes.SHA256())
    digest.update(whole)
    claim = form.replace("DIGEST", base64.b64encode(digest.finalize()).decode())
    value = key(whose).sign(canonical(claim), padding.PKCS1v15(), hashes.SHA256())
    signature = (
        f'<Signature xmlns="{DSIG}">{claim}<SignatureValue>'
        f"{base64.b64encode(value).decode()}</SignatureValue></Signature>"
    )
    return alert.replace("</alert>", f"{signature}</alert>").encode()


def canonical(text: str) -> bytes:
    return etree.tostring(etree.fromstring(text.encode()), method="c14n", exclusive=True)
