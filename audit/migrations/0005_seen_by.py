from django.db import migrations

# A look that is drawn for many audiences looks beyond the wall, and then asks of each of them, from
# where they stand, whether they may see the stream at all. Of one that nobody has begun there is
# nothing to see.
SEEN_BY = """
CREATE FUNCTION audit_seen_by(stream text, agencies uuid[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE AS $$
DECLARE
    reach text := coalesce(current_setting('app.reach', true), '');
    stood text := coalesce(current_setting('app.agency', true), '');
    begun boolean := EXISTS (SELECT FROM public.audit_stream s WHERE s.key = stream);
    agency uuid;
BEGIN
    PERFORM set_config('app.reach', '', true);
    FOREACH agency IN ARRAY agencies LOOP
        PERFORM set_config('app.agency', agency::text, true);
        IF NOT begun OR EXISTS (SELECT FROM public.audit_stream s WHERE s.key = stream) THEN
            RETURN NEXT agency;
        END IF;
    END LOOP;
    PERFORM set_config('app.agency', stood, true), set_config('app.reach', reach, true);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_walls")]
    operations = [
        migrations.RunSQL(SEEN_BY, "DROP FUNCTION audit_seen_by(text, uuid[])"),
    ]
