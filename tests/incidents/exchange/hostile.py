"""Documents made to hurt whoever parses them."""

LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
)
ALERT = '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">'
REQUEST = '<RequestResource xmlns="urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg">'
QUADRATIC = f'<!DOCTYPE a [<!ENTITY q "{"q" * 50_000}">]><a>{"&q;" * 9_000}</a>'
XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
XINCLUDE = (
    '<a xmlns:xi="http://www.w3.org/2001/XInclude">'
    '<xi:include href="file:///etc/passwd" parse="text"/></a>'
)

HOSTILE: dict[str, bytes] = {
    "billion laughs": f"<!DOCTYPE a [{LAUGHS}]><a>&l9;</a>".encode(),
    "quadratic blow-up": QUADRATIC.encode(),
    "entity from a file": XXE.encode(),
    "document type from elsewhere": b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    "parameter entity": b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]><a/>',
    "document type in UTF-16": XXE.encode("utf-16"),
    "document type in UTF-16 without a mark": XXE.encode("utf-16-be"),
    "document type in UTF-32": XXE.encode("utf-32"),
    "document type in UTF-7": b'<?xml version="1.0" encoding="UTF-7"?>' + XXE.encode("utf-7"),
    "document type in EBCDIC": XXE.encode("cp037"),
    "small letters": XXE.replace("DOCTYPE", "doctype").encode(),
    "undeclared entity": f"{ALERT}<note>&x;</note></alert>".encode(),
    "inclusion": XINCLUDE.encode(),
    "inclusion in an alert": f"{ALERT}{XINCLUDE}</alert>".encode(),
    "stylesheet": b'<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>'
    + f"{ALERT}</alert>".encode(),
    "schema from elsewhere": b'<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    b' xsi:schemaLocation="urn:a http://127.0.0.1:9/a.xsd"/>',
    "20,000 deep": b"<a>" * 20_000 + b"</a>" * 20_000,
    "200 deep": b"<a>" * 200 + b"</a>" * 200,
    "100,000 attributes": b"<a " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>",
    "1,000,000 attributes": b"<a " + b" ".join(b'a%d=""' % n for n in range(1_000_000)) + b"/>",
    "60,000 namespaces": b"<a " + b" ".join(b'xmlns:n%d="u"' % n for n in range(60_000)) + b"/>",
    "240,000 elements": b"<a>" + b"<b/>" * 240_000 + b"</a>",
    "19,000 strangers": f"{ALERT}{'<x/>' * 19_000}</alert>".encode(),
    "9,000 parameters": f"{ALERT}<info>{'<parameter/>' * 9_000}</info></alert>".encode(),
    "100 MB": b"<a>" + b"a" * 100_000_000 + b"</a>",
    "an endless polygon": f"{ALERT}<info><area><polygon>{'1,1 ' * 240_000}"
    "</polygon></area></info></alert>".encode(),
    "endless references": f"{ALERT}<references>{'a,b,c ' * 160_000}</references></alert>".encode(),
    "an endless number": f"{ALERT}<sent>{'1' * 900_000}</sent></alert>".encode(),
    "stacked accents": f"{ALERT}<note>a{'&#807;&#769;' * 70_000}</note></alert>".encode(),
    "19,000 lines": f"{REQUEST}{'<ResourceInformation/>' * 19_000}</RequestResource>".encode(),
    "a NUL": f"{ALERT}<note>\0</note></alert>".encode(),
    "an escape character": f"{ALERT}<note>\x1b[2J</note></alert>".encode(),
    "an overlong encoding": f"{ALERT}<note>".encode() + b"\xc0\xbc</note></alert>",
    "half a surrogate": f"{ALERT}<note>".encode() + b"\xed\xa0\x80</note></alert>",
    "the wrong namespace": b'<alert xmlns="urn:evil"/>',
    "no namespace": b"<alert/>",
    "nothing": b"",
    "only space": b" \n ",
    "not XML": b'{"alert": true}',
    "half of it": ALERT.encode(),
}
