"""What guards the tables of the new terms, and what an area is."""

from django.db import migrations

from audit import guards

TABLES = (
    "autoaidterm",
    "commandterm",
    "powersterm",
    "insuranceterm",
    "liabilityterm",
    "renewalterm",
    "signatureterm",
    "preconditionterm",
)

KINDS = {
    "request_right": "requestterm",
    "supply_duty": "supplyterm",
    "response_target": "responseterm",
    "data_share": "shareterm",
    "cost": "costterm",
    "auto_aid": "autoaidterm",
    "command_model": "commandterm",
    "powers": "powersterm",
    "insurance": "insuranceterm",
    "liability": "liabilityterm",
    "term": "renewalterm",
    "signature_rule": "signatureterm",
    "precondition": "preconditionterm",
}

STANDS = "".join(
    f"""
    CREATE TRIGGER term_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_{table}
        FOR EACH ROW EXECUTE FUNCTION agencies_term_stands();
    """
    for table in TABLES
)

CLAUSES = f"""
CREATE OR REPLACE FUNCTION agencies_clause_has_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (CASE NEW.kind {
    "".join(
        f"WHEN '{kind}' THEN EXISTS (SELECT FROM agencies_{table} WHERE clause_id = NEW.id) "
        for kind, table in KINDS.items()
    )
} END) THEN
        RAISE EXCEPTION 'clause % has no terms of its kind', NEW.id USING ERRCODE = 'AU003';
    END IF;
    RETURN NULL;
END $$;
"""

# A list of corners that can be read back: none, or 3 to 200 pairs of degrees.
AREAS = """
CREATE FUNCTION agencies_is_area(area jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_typeof(area) = 'array'
        AND (jsonb_array_length(area) = 0 OR jsonb_array_length(area) BETWEEN 3 AND 200)
        AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(area) corner
            WHERE jsonb_typeof(corner) <> 'array' OR jsonb_array_length(corner) <> 2
               OR jsonb_typeof(corner -> 0) <> 'number' OR jsonb_typeof(corner -> 1) <> 'number'
               OR (corner ->> 0)::float8 NOT BETWEEN -90 AND 90
               OR (corner ->> 1)::float8 NOT BETWEEN -180 AND 180)
$$;
ALTER TABLE agencies_autoaidterm ADD CONSTRAINT auto_aid_area_is_one
    CHECK (agencies_is_area(area)) NOT VALID;
ALTER TABLE agencies_requestterm ADD CONSTRAINT request_term_area_is_one
    CHECK (agencies_is_area(area)) NOT VALID;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0008_whole_terms")]
    operations = [
        *(guards.guarded(f"agencies_{table}") for table in TABLES),
        migrations.RunSQL(STANDS),
        migrations.RunSQL(CLAUSES),
        migrations.RunSQL(AREAS),
    ]
