from django.db import migrations

from audit.policies import BOUNDS, NO_BOUNDS

# As the one of before, which programs of before still ask, and from where tokens stand: they do not
# see what they are not for.
SEEN_BY = """
CREATE FUNCTION audit_seen_by(stream text, agencies uuid[], bound text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE AS $$
DECLARE
    reach text := coalesce(current_setting('app.reach', true), '');
    stood text := coalesce(current_setting('app.agency', true), '');
    begun boolean := EXISTS (SELECT FROM public.audit_stream s WHERE s.key = stream);
    agency uuid;
BEGIN
    PERFORM set_config('app.reach', '', true), set_config('app.bound', bound, true);
    FOREACH agency IN ARRAY agencies LOOP
        PERFORM set_config('app.agency', agency::text, true);
        IF NOT begun OR EXISTS (SELECT FROM public.audit_stream s WHERE s.key = stream) THEN
            RETURN NEXT agency;
        END IF;
    END LOOP;
    PERFORM set_config('app.agency', stood, true), set_config('app.reach', reach, true),
            set_config('app.bound', '', true);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_of_one_whole")]
    operations = [
        migrations.RunSQL(BOUNDS, NO_BOUNDS),
        migrations.RunSQL(SEEN_BY, "DROP FUNCTION audit_seen_by(text, uuid[], text)"),
    ]
