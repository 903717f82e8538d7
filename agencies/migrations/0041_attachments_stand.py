from django.db import migrations

from audit import guards
from audit.policies import walled, with_its

PARTS, FILES = "agencies_attachment", "agencies_attachmentfile"
STANDS = f"""
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON {PARTS}
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
CREATE TRIGGER record_stands BEFORE UPDATE OR DELETE ON {FILES}
    FOR EACH ROW EXECUTE FUNCTION agencies_record_stands('{{}}');
"""

# The file is the one that was signed: the database itself looks at its bytes.
HELD = f"""
CREATE FUNCTION agencies_file_is_its_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM agencies_attachment a WHERE a.id = NEW.attachment_id
        AND a.size = octet_length(NEW.content)
        AND a.file_hash = encode(sha256(NEW.content), 'hex');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'file % is not the one of its hash', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER file_is_its_hash BEFORE INSERT ON {FILES}
    FOR EACH ROW EXECUTE FUNCTION agencies_file_is_its_hash();
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0040_attachments")]
    operations = [
        guards.guarded(PARTS),
        guards.guarded(FILES),
        migrations.RunSQL(STANDS),
        migrations.RunSQL(HELD),
        walled(PARTS, f"agencies_sees_agreement({PARTS}.agreement_id)"),
        walled(FILES, with_its(FILES, "attachment_id", PARTS)),
    ]
