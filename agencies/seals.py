"""What keeps a sealed agreement as it was signed, in the database itself (RULE-MOU-02).

The code that drafts and signs follows the same rules and says so in sentences;
this is the wall behind it, which stands for a script, a shell and a careless
migration too. A clause's wording never changes at all: another wording is
another clause, and the one before is marked as removed while it is a draft. And
none is without the terms of its kind, so that each can be read again.
"""

TEXT = """
CREATE FUNCTION agencies_text_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an agreement is never deleted' USING ERRCODE = 'AU003';
    END IF;
    IF OLD.status <> 'draft' AND (OLD.title, OLD.instrument, OLD.tier, OLD.led_by_id, OLD.purpose,
            OLD.scope, OLD.effective_at, OLD.expires_at, OLD.effect) IS DISTINCT FROM
           (NEW.title, NEW.instrument, NEW.tier, NEW.led_by_id, NEW.purpose,
            NEW.scope, NEW.effective_at, NEW.expires_at, NEW.effect)
       OR OLD.status <> 'draft' AND NEW.status <> 'draft'
            AND (OLD.text_hash, OLD.sealed_at) IS DISTINCT FROM (NEW.text_hash, NEW.sealed_at)
       OR OLD.status NOT IN ('draft', 'signing') AND NEW.status = 'draft' THEN
        RAISE EXCEPTION 'the text of agreement % is sealed', OLD.id USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER text_stands BEFORE UPDATE OR DELETE ON agencies_agreement
    FOR EACH ROW EXECUTE FUNCTION agencies_text_stands();
"""

PARTS = """
CREATE FUNCTION agencies_require_draft(agreement uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    stands text;
BEGIN
    SELECT status INTO stands FROM agencies_agreement WHERE id = agreement FOR SHARE;
    IF stands <> 'draft' THEN
        RAISE EXCEPTION 'the text of agreement % is sealed', agreement USING ERRCODE = 'AU003';
    END IF;
END $$;
CREATE FUNCTION agencies_part_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM agencies_require_draft(OLD.agreement_id);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM agencies_require_draft(NEW.agreement_id);
    IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{removed_at,version}'::text[]
            <> to_jsonb(NEW) - '{removed_at,version}'::text[] OR OLD.removed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'its words never change; write another' USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_party
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_clause
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
"""

KINDS = {
    "request_right": "requestterm",
    "supply_duty": "supplyterm",
    "response_target": "responseterm",
    "data_share": "shareterm",
    "cost": "costterm",
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

# Asked at the end of the transaction: a clause is written before the terms that hang on it.
CLAUSES = f"""
CREATE FUNCTION agencies_clause_has_terms() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE CONSTRAINT TRIGGER has_terms AFTER INSERT ON agencies_clause
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agencies_clause_has_terms();
"""

SIGNATURES = """
CREATE FUNCTION agencies_signature_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'a signature stands as it was given' USING ERRCODE = 'AU003';
    END IF;
    PERFORM 1 FROM agencies_party p JOIN agencies_agreement a ON a.id = p.agreement_id
        WHERE p.id = NEW.party_id AND p.removed_at IS NULL
          AND a.status <> 'draft' AND a.text_hash = NEW.text_hash;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this is not the text that is being signed' USING ERRCODE = 'AU003';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signature_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_signature
    FOR EACH ROW EXECUTE FUNCTION agencies_signature_stands();
"""

SEALS = (TEXT, PARTS, TERMS, CLAUSES, SIGNATURES)
