"""What migration 0016 makes of views and triggers. Later migrations replace them."""

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
}

RECORDS_TRIGGERS = "".join(
    f"""
    CREATE TRIGGER record_stands BEFORE UPDATE OR DELETE ON agencies_{table}
        FOR EACH ROW EXECUTE FUNCTION agencies_record_stands('{{{later}}}');
    """
    for table, later in RECORDS.items()
)

BOUND_AT = """
CREATE OR REPLACE FUNCTION agencies_bound_at(at timestamptz)
RETURNS TABLE (id uuid, agreement_id uuid, agency_id uuid)
LANGUAGE sql STABLE AS $$
    SELECT p.id, p.agreement_id, p.agency_id
    FROM public.agencies_party p JOIN public.agencies_agreement a ON a.id = p.agreement_id
    WHERE p.removed_at IS NULL AND (p.leaves_at IS NULL OR p.leaves_at > at)
      AND a.status IN ('signing', 'executed') AND a.amends_id IS NULL AND a.effective_at <= at
      AND (a.expires_at IS NULL OR a.expires_at > at OR a.renews_months > 0)
      AND (a.terminated_at IS NULL OR a.terminated_at > at)
      AND EXISTS (SELECT 1 FROM public.agencies_signature s
                  WHERE s.party_id = p.id AND s.text_hash = a.text_hash AND s.signed_at <= at
                    AND (a.effect <> 'on_date' OR p.joins OR s.signed_at <= a.effective_at))
      AND CASE a.effect
          WHEN 'all' THEN NOT EXISTS (
            SELECT 1 FROM public.agencies_party q
            WHERE q.agreement_id = a.id AND q.removed_at IS NULL AND NOT q.joins AND NOT EXISTS (
                SELECT 1 FROM public.agencies_signature s
                WHERE s.party_id = q.id AND s.text_hash = a.text_hash AND s.signed_at <= at))
          WHEN 'quorum' THEN a.quorum <= (
            SELECT count(*) FROM public.agencies_party q
            JOIN public.agencies_signature s ON s.party_id = q.id
            WHERE q.agreement_id = a.id AND q.removed_at IS NULL AND NOT q.joins
              AND s.text_hash = a.text_hash AND s.signed_at <= at)
          ELSE true END
      AND NOT EXISTS (
            SELECT 1 FROM public.agencies_suspension u
            WHERE u.agreement_id = a.id AND (u.party_id IS NULL OR u.party_id = p.id)
              AND u.since <= at AND (u.until IS NULL OR u.until > at)
              AND (u.lifted_at IS NULL OR u.lifted_at > at))
      AND CASE WHEN EXISTS (
            SELECT 1 FROM public.agencies_party q
            WHERE q.agreement_id = a.id AND q.leaves_at IS NOT NULL AND q.leaves_at <= at)
          THEN a.min_parties <= (
            SELECT count(*) FROM public.agencies_party q
            JOIN public.agencies_signature s ON s.party_id = q.id
            WHERE q.agreement_id = a.id AND q.removed_at IS NULL
              AND (q.leaves_at IS NULL OR q.leaves_at > at)
              AND s.text_hash = a.text_hash AND s.signed_at <= at)
          ELSE true END
$$;
"""

CLAUSES_AT = """
CREATE OR REPLACE FUNCTION agencies_clauses_at(at timestamptz)
RETURNS TABLE (id uuid, agreement_id uuid, document_id uuid)
LANGUAGE sql STABLE AS $$
    SELECT c.id, coalesce(d.amends_id, d.id), d.id
    FROM public.agencies_clause c JOIN public.agencies_agreement d ON d.id = c.agreement_id
    WHERE c.removed_at IS NULL
      AND (d.amends_id IS NULL OR (d.executed_at <= at AND d.effective_at <= at))
      AND NOT EXISTS (
            SELECT 1 FROM public.agencies_clausechange x
            JOIN public.agencies_agreement m ON m.id = x.amendment_id
            WHERE x.clause_id = c.id AND x.withdrawn_at IS NULL
              AND m.executed_at <= at AND m.effective_at <= at)
$$;
"""

PAIRS = """
CREATE OR REPLACE VIEW agencies_bindingclause WITH (security_invoker = true) AS
    SELECT c.id AS clause_id, c.kind, c.number, c.heading, c.text,
           a.id AS agreement_id, a.title AS agreement_title, a.tier,
           g.agency_id AS giver_id, r.agency_id AS receiver_id
    FROM agencies_clauses_at(statement_timestamp()) n
    JOIN agencies_clause c ON c.id = n.id
    JOIN agencies_agreement a ON a.id = n.agreement_id
    LEFT JOIN agencies_party gives ON gives.id = c.giver_id
    LEFT JOIN agencies_party takes ON takes.id = c.receiver_id
    JOIN agencies_bound g ON g.agreement_id = a.id
        AND (c.giver_id IS NULL OR g.agency_id = gives.agency_id)
    JOIN agencies_bound r ON r.agreement_id = a.id AND r.id <> g.id
        AND (c.receiver_id IS NULL OR r.agency_id = takes.agency_id);
"""
