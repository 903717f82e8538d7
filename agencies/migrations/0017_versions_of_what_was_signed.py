"""Every text that is sealed has a version 1; what was signed by all says when."""

from django.db import migrations

# The words stand in the shape that ``agencies.agreement_text`` writes them in.
VERSIONS = """
SELECT set_config('app.write', 'agencies.migrations.0017', true),
       set_config('app.reach', 'migration', true);
UPDATE agencies_agreement a SET executed_at = (
    SELECT max(s.signed_at) FROM agencies_signature s JOIN agencies_party p ON p.id = s.party_id
    WHERE p.agreement_id = a.id AND p.removed_at IS NULL AND s.text_hash = a.text_hash)
WHERE a.status = 'executed';
INSERT INTO agencies_textversion
    (id, version, agreement_id, number, text_hash, words, clauses, parties, note, frozen_by,
     frozen_at)
SELECT gen_random_uuid(), 1, a.id, 1, a.text_hash,
    jsonb_build_object(
        'title', a.title, 'instrument', a.instrument, 'tier', a.tier, 'purpose', a.purpose,
        'scope', a.scope, 'effective_at', a.effective_at, 'expires_at', a.expires_at,
        'effect', a.effect),
    coalesce((SELECT jsonb_agg(c.id ORDER BY c.number) FROM agencies_clause c
              WHERE c.agreement_id = a.id AND c.removed_at IS NULL), '[]'),
    coalesce((SELECT jsonb_agg(p.id) FROM agencies_party p
              WHERE p.agreement_id = a.id AND p.removed_at IS NULL), '[]'),
    '', l.name, a.sealed_at
FROM agencies_agreement a JOIN agencies_agency l ON l.id = a.led_by_id
WHERE a.sealed_at IS NOT NULL;
INSERT INTO agencies_milestone
    (id, version, agreement_id, party_id, kind, days, due_at, told_at, dropped_at)
SELECT gen_random_uuid(), 1, a.id, NULL, k.kind, k.days, k.at, NULL, NULL
FROM agencies_agreement a CROSS JOIN LATERAL (VALUES
    ('begins', 0, a.effective_at), ('expires', 0, a.expires_at),
    ('ends_soon', 180, a.expires_at - interval '180 days'),
    ('ends_soon', 90, a.expires_at - interval '90 days'),
    ('ends_soon', 60, a.expires_at - interval '60 days'),
    ('ends_soon', 30, a.expires_at - interval '30 days')) k(kind, days, at)
WHERE a.status = 'executed' AND k.at > now();
SELECT set_config('app.write', '', true), set_config('app.reach', '', true);
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0016_lifecycle_guards")]
    operations = [migrations.RunSQL(VERSIONS)]
