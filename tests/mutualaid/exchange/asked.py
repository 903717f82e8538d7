"""A sound EDXL-RM RequestResource to change in one place at a time."""

SOUND = """<?xml version="1.0" encoding="UTF-8"?>
<RequestResource xmlns="urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg"
    xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0"
    xmlns:xal="urn:oasis:names:tc:ciq:xal:3"
    xmlns:gml="http://www.opengis.net/gml">
  <MessageID>urn:harbor:req:41</MessageID>
  <SentDateTime>2026-05-24T13:00:00-04:00</SentDateTime>
  <MessageContentType>RequestResource</MessageContentType>
  <MessageDescription>Engines for Pier 9</MessageDescription>
  <OriginatingMessageID>urn:harbor:req:41</OriginatingMessageID>
  <IncidentInformation>
    <rm:IncidentID>HC-2026-0117</rm:IncidentID>
    <rm:IncidentDescription>Pier 9 fire</rm:IncidentDescription>
  </IncidentInformation>
  <Funding><FundCode>FD-7</FundCode></Funding>
  <ContactInformation>
    <rm:ContactDescription>Harbor County Fire, duty desk</rm:ContactDescription>
    <rm:ContactRole>Requester</rm:ContactRole>
    <rm:Radio>
      <rm:RadioType>
        <rm:ValueListURN>urn:harbor:radio</rm:ValueListURN><rm:Value>VHF</rm:Value>
      </rm:RadioType>
      <rm:RadioChannel>VFIRE21</rm:RadioChannel>
    </rm:Radio>
  </ContactInformation>
  <ResourceInformation>
    <ResourceInfoElementID>line-1</ResourceInfoElementID>
    <Resource>
      <Name>Engine, Type 1</Name>
      <TypeStructure>
        <rm:ValueListURN>urn:nims:rtlt</rm:ValueListURN><rm:Value>4-508-1164</rm:Value>
      </TypeStructure>
      <TypeInfo><Kind xmlns="">Equipment</Kind></TypeInfo>
      <Keyword><rm:ValueListURN>urn:k</rm:ValueListURN><rm:Value>foam</rm:Value></Keyword>
      <Description>Structure engine</Description>
      <Credentials>Firefighter II</Credentials>
      <SpecialRequirements>Foam on board</SpecialRequirements>
    </Resource>
    <AssignmentInformation>
      <Quantity>
        <rm:MeasuredQuantity>
          <rm:Amount>3</rm:Amount>
        </rm:MeasuredQuantity>
      </Quantity>
      <Restrictions>Not on the pier deck</Restrictions>
      <AnticipatedFunction>Structure protection</AnticipatedFunction>
    </AssignmentInformation>
    <ScheduleInformation>
      <ScheduleType>RequestedArrival</ScheduleType>
      <DateTime>2026-05-24T15:00:00-04:00</DateTime>
    </ScheduleInformation>
    <ScheduleInformation>
      <ScheduleType>ReportTo</ScheduleType>
      <Location>
        <rm:LocationDescription>Staging, Dock Road</rm:LocationDescription>
        <rm:Address><xal:FreeTextAddress><xal:AddressLine>12 Dock Road</xal:AddressLine>\
</xal:FreeTextAddress></rm:Address>
        <rm:TargetArea><gml:Point><gml:pos>38.47 -120.14</gml:pos></gml:Point></rm:TargetArea>
      </Location>
    </ScheduleInformation>
  </ResourceInformation>
</RequestResource>
"""

ENVELOPED = f"""<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
  <distributionID>urn:harbor:de:9</distributionID>
  <senderID>desk@harbor.example</senderID>
  <dateTimeSent>2026-05-24T13:00:05-04:00</dateTimeSent>
  <distributionStatus>Exercise</distributionStatus>
  <distributionType>Request</distributionType>
  <combinedConfidentiality>UNCLASSIFIED AND NOT SENSITIVE</combinedConfidentiality>
  <contentObject>
    <xmlContent><embeddedXMLContent>{SOUND.split("?>")[1]}</embeddedXMLContent></xmlContent>
  </contentObject>
</EDXLDistribution>
"""

RECALL = (
    "<MessageRecall><rm:RecallMessageID>urn:harbor:req:40</rm:RecallMessageID>"
    "<rm:RecallType>Update</rm:RecallType></MessageRecall>"
)
RECALLING = SOUND.replace("<Funding>", f"{RECALL}<Funding>").replace(
    "<OriginatingMessageID>urn:harbor:req:41", "<OriginatingMessageID>urn:harbor:req:40"
)


def changed(before: str, after: str, message: str = SOUND) -> bytes:
    """The message with one thing changed; a change that changes nothing is a mistake here."""
    assert before in message, before
    return message.replace(before, after, 1).encode()
