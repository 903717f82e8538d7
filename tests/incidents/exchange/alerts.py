"""A sound CAP 1.2 alert to change in one place at a time."""

SOUND = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>HC-2026-0117</identifier>
  <sender>alerts@harbor.example</sender>
  <sent>2026-05-24T16:49:00-05:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <source>Duty desk</source>
  <scope>Public</scope>
  <code>harbor:1</code>
  <note>First word of it</note>
  <incidents>"Harbor Fire" Pier9</incidents>
  <info>
    <language>en-US</language>
    <category>Fire</category>
    <event>Warehouse fire</event>
    <responseType>Avoid</responseType>
    <urgency>Immediate</urgency>
    <severity>Severe</severity>
    <certainty>Observed</certainty>
    <eventCode><valueName>SAME</valueName><value>FRW</value></eventCode>
    <effective>2026-05-24T16:49:00-05:00</effective>
    <onset>2026-05-24T16:40:00-05:00</onset>
    <expires>2026-05-24T22:00:00-05:00</expires>
    <senderName>Harbor County Fire</senderName>
    <headline>Smoke over Pier 9</headline>
    <description>Keep windows closed.</description>
    <instruction>Stay east of Dock Road.</instruction>
    <web>https://harbor.example/alerts/117</web>
    <contact>555-0117</contact>
    <parameter><valueName>units</valueName><value>12</value></parameter>
    <resource>
      <resourceDesc>Map</resourceDesc><mimeType>image/png</mimeType><size>1200</size>
      <uri>https://harbor.example/117.png</uri>
    </resource>
    <area>
      <areaDesc>Pier 9</areaDesc>
      <polygon>38,-120 38,-122 40,-122 40,-120 38,-120</polygon>
      <circle>39,-121 0.5</circle>
      <geocode><valueName>SAME</valueName><value>006001</value></geocode>
      <altitude>0</altitude>
      <ceiling>2500.5</ceiling>
    </area>
  </info>
</alert>
"""

OLDER = SOUND.replace("cap:1.2", "cap:1.1").replace("Avoid", "Evacuate")
EARLIER = "alerts@harbor.example,HC-2026-0116,2026-05-24T16:00:00-05:00"
UPDATE = SOUND.replace(">Alert<", ">Update<").replace(
    "<incidents>", f"<references>{EARLIER}</references><incidents>"
)


def changed(before: str, after: str, alert: str = SOUND) -> bytes:
    """The alert with one thing changed; a change that changes nothing is a mistake here."""
    assert alert.count(before) >= 1, before
    return alert.replace(before, after, 1).encode()
