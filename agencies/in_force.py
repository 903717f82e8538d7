"""What agreements in force amount to, as views of the database: one place, one meaning.

A party is *bound* at a moment when its agreement's term has begun and not
ended, it has signed the sealed text, as many others have as its rule asks for,
nothing suspends it, and neither has it left nor have so many that the rest no
longer suffice (RULE-MOU-01, -02). What follows (who may ask whom for what, how
fast they answer, who is shown what) is derived from bound parties and the clauses
that stand at that moment, each time it is asked, and never stored.
"""

# It sets no search path, and names its tables in full instead: so the database puts it in
# the place of each call, and looks only at the parties that a question is about.
# A term that renews itself has no end of its own: whoever wants out of it gives notice.
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

BOUND = """
CREATE VIEW agencies_bound WITH (security_invoker = true) AS
    SELECT * FROM agencies_bound_at(statement_timestamp());
"""

# A document is an agreement's own or an amendment of it that all have signed. What an
# amendment in force puts in the place of a clause, or strikes out, binds in its stead.
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

# Where the limits of a clause say nothing, it shares with every seat, while both are at
# the incident, and nothing is passed on.
SHARES = """
CREATE VIEW agencies_sharegrant WITH (security_invoker = true) AS
    SELECT t.id, b.giver_id, b.receiver_id, t.category, t.purpose,
           b.clause_id, b.agreement_title || ', ' || b.number AS clause,
           t.masking, coalesce(l.seats, '{}') AS seats, coalesce(l.needs, '{}') AS needs,
           coalesce(l.incident_only, true) AS incident_only,
           coalesce(l.onward, 'none') AS onward, coalesce(l.onward_to, '{}') AS onward_to,
           l.retention_days
    FROM agencies_shareterm t JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    LEFT JOIN agencies_sharelimit l ON l.clause_id = t.clause_id
    WHERE b.kind = 'data_share';
"""

# On only while every item of the list stands confirmed (RULE-CJ-02): derived, never stored.
CHECKED = """
CREATE FUNCTION agencies_criminal_justice() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT count(*) = 8 FROM public.agencies_checklistitem WHERE withdrawn_at IS NULL
$$;
"""

SUPPLIES = """
CREATE VIEW agencies_supplyright WITH (security_invoker = true) AS
    SELECT t.id, b.giver_id, b.receiver_id, t.kind, t.type, t.max_quantity, t.drawdown_floor,
           b.tier, b.agreement_id, b.agreement_title, b.clause_id, b.number, b.heading, b.text,
           array_position(ARRAY['emergency', 'urgent', 'routine'],
                          q.lowest_priority::text) AS lowest_rank,
           ask.clause_id AS request_clause_id
    FROM agencies_supplyterm t
    JOIN agencies_bindingclause b ON b.clause_id = t.clause_id AND b.kind = 'supply_duty'
    JOIN agencies_bindingclause ask ON ask.agreement_id = b.agreement_id
        AND ask.kind = 'request_right'
        AND ask.giver_id = b.giver_id AND ask.receiver_id = b.receiver_id
    JOIN agencies_requestterm q ON q.clause_id = ask.clause_id;
"""

TARGETS = """
CREATE VIEW agencies_answertarget WITH (security_invoker = true) AS
    SELECT t.id, b.agreement_id, b.giver_id, b.receiver_id, t.priority, t.answer_within,
           b.clause_id
    FROM agencies_responseterm t JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    WHERE b.kind = 'response_target';
"""

DIRECTORY = """
CREATE VIEW agencies_directory WITH (security_invoker = true) AS
    SELECT '00000000-0000-0000-0000-000000000001'::uuid AS id;
"""

VIEWS = (BOUND_AT, BOUND, CLAUSES_AT, PAIRS, SHARES, CHECKED, SUPPLIES, TARGETS, DIRECTORY)
