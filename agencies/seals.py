"""What keeps a sealed agreement as it was signed, in the database itself (RULE-MOU-02).

The code that drafts and signs follows the same rules and says so in sentences;
this is the wall behind it, which stands for a script, a shell and a careless
migration too. A clause's wording never changes at all: another wording is
another clause, and the one before is marked as removed while it is a draft. And
none is without the terms of its kind, so that each can be read again.
"""

# What an agreement says, and nothing of how far it has come: every column but these.
OF_ITS_WAY = "{status,version,text_hash,sealed_at,sign_by,executed_at,terminated_at}"

TEXT = f"""
CREATE OR REPLACE FUNCTION agencies_text_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an agreement is never deleted' USING ERRCODE = 'AU003';
    END IF;
    IF OLD.status NOT IN ('draft', 'negotiation')
            AND to_jsonb(OLD) - '{OF_ITS_WAY}'::text[] <> to_jsonb(NEW) - '{OF_ITS_WAY}'::text[]
       OR OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS NOT NULL
            AND (OLD.text_hash, OLD.sealed_at) IS DISTINCT FROM (NEW.text_hash, NEW.sealed_at)
       OR OLD.executed_at IS NOT NULL AND OLD.executed_at IS DISTINCT FROM NEW.executed_at
       OR OLD.status IN ('executed', 'abandoned') AND NEW.status <> OLD.status THEN
        RAISE EXCEPTION 'the text of agreement % is sealed', OLD.id USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
"""

TEXT_TRIGGER = """
CREATE TRIGGER text_stands BEFORE UPDATE OR DELETE ON agencies_agreement
    FOR EACH ROW EXECUTE FUNCTION agencies_text_stands();
"""

# A clause and its terms are written while the text is open; a party may also join later, and
# what it has to say of itself (its governing body, when it leaves) is none of the text.
PARTS = """
CREATE OR REPLACE FUNCTION agencies_require_draft(agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    stands text;
BEGIN
    SELECT status INTO stands FROM agencies_agreement WHERE id = agreement FOR SHARE;
    IF stands NOT IN ('draft', 'negotiation') THEN
        RAISE EXCEPTION 'the text of agreement % is sealed', agreement USING ERRCODE = 'AU003';
    END IF;
END $$;
CREATE OR REPLACE FUNCTION agencies_part_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    own text[] := '{body,leaves_at,version}';
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF to_jsonb(NEW) ->> 'joins' IS DISTINCT FROM 'true' THEN
            PERFORM agencies_require_draft(NEW.agreement_id);
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - own = to_jsonb(NEW) - own THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(OLD) ->> 'joins' IS DISTINCT FROM 'true' THEN
        PERFORM agencies_require_draft(OLD.agreement_id);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF to_jsonb(OLD) - '{removed_at}'::text[] - own
            <> to_jsonb(NEW) - '{removed_at}'::text[] - own OR OLD.removed_at IS NOT NULL THEN
        RAISE EXCEPTION 'its words never change; write another' USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
"""

PARTS_TRIGGERS = """
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_party
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_clause
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_section
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_attachment
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
"""

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

TERMS = """
CREATE FUNCTION agencies_term_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'the terms of a clause never change' USING ERRCODE = 'AU003';
    END IF;
    PERFORM agencies_require_draft(c.agreement_id)
        FROM agencies_clause c WHERE c.id = NEW.clause_id;
    RETURN NEW;
END $$;
""" + "".join(
    f"""
    CREATE TRIGGER term_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_{table}
        FOR EACH ROW EXECUTE FUNCTION agencies_term_stands();
    """
    for table in (*KINDS.values(), "sharelimit")
)

# Asked at the end of the transaction: a clause is written before the terms that hang on it. Who
# asks may stand anywhere by then, so it looks beyond the wall by itself (`audit.walls`).
CLAUSES = f"""
CREATE OR REPLACE FUNCTION agencies_clause_has_terms() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reach text := coalesce(current_setting('app.reach', true), '');
    found boolean;
BEGIN
    PERFORM set_config('app.reach', 'wall', true);
    found := CASE NEW.kind {
    "".join(
        f"WHEN '{kind}' THEN EXISTS (SELECT FROM agencies_{table} WHERE clause_id = NEW.id) "
        for kind, table in KINDS.items()
    )
} END;
    PERFORM set_config('app.reach', reach, true);
    IF NOT found THEN
        RAISE EXCEPTION 'clause % has no terms of its kind', NEW.id USING ERRCODE = 'AU003';
    END IF;
    RETURN NULL;
END $$;
"""

CLAUSES_TRIGGER = """
CREATE CONSTRAINT TRIGGER has_terms AFTER INSERT ON agencies_clause
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agencies_clause_has_terms();
"""

# Whoever joins signs the text that the others have signed.
SIGNATURES = """
CREATE OR REPLACE FUNCTION agencies_signature_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'a signature stands as it was given' USING ERRCODE = 'AU003';
    END IF;
    PERFORM 1 FROM agencies_party p JOIN agencies_agreement a ON a.id = p.agreement_id
        WHERE p.id = NEW.party_id AND p.removed_at IS NULL
          AND a.status IN ('signing', 'executed') AND a.text_hash = NEW.text_hash;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this is not the text that is being signed' USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
"""

SIGNATURES_TRIGGER = """
CREATE TRIGGER signature_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_signature
    FOR EACH ROW EXECUTE FUNCTION agencies_signature_stands();
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
""" + "".join(
    f"""
    ALTER TABLE agencies_{table} ADD CONSTRAINT {name} CHECK (agencies_is_area(area)) NOT VALID;
    ALTER TABLE agencies_{table} VALIDATE CONSTRAINT {name};
    """
    for table, name in (
        ("autoaidterm", "auto_aid_area_is_one"),
        ("requestterm", "request_term_area_is_one"),
    )
)

# What was sent out, said, consented to and resolved stands as it was; of the rest only the end
# may be added. A table's columns that may be filled in, by its name.
STANDING = """
CREATE OR REPLACE FUNCTION agencies_record_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    later text[] := TG_ARGV[0]::text[] || '{version}'::text[];
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - later <> to_jsonb(NEW) - later THEN
        RAISE EXCEPTION 'what % says stands', TG_TABLE_NAME USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
"""

RECORDS = {
    "textversion": "",
    "review": "",
    "remark": "",
    "resolution": "",
    "consent": "",
    "redline": "status,answer,answered_at,put_id",
    "suspension": "lifted_at,lifted_by",
    "withdrawal": "rescinded_at,rescinded_by",
    "motion": "carried_at,dropped_at",
    "milestone": "told_at,dropped_at",
    "clausechange": "withdrawn_at",
    "clausecheck": "withdrawn_at,withdrawn_by,doubt",
    "attachmentfile": "",
}

RECORDS_TRIGGERS = "".join(
    f"""
    CREATE TRIGGER record_stands BEFORE UPDATE OR DELETE ON agencies_{table}
        FOR EACH ROW EXECUTE FUNCTION agencies_record_stands('{{{later}}}');
    """
    for table, later in RECORDS.items()
)

# The file is the one that was signed: the database itself looks at its bytes.
FILES = """
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
CREATE TRIGGER file_is_its_hash BEFORE INSERT ON agencies_attachmentfile
    FOR EACH ROW EXECUTE FUNCTION agencies_file_is_its_hash();
"""
