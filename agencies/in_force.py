"""What agreements in force amount to, as views of the database: one place, one meaning.

A party is *bound* at a moment when its agreement's term has begun and not
ended, the text is sealed, it has signed that very text, and, unless signing
binds each party by itself, all the others have too (RULE-MOU-01, -02). What
follows (who may ask whom for what, how fast they answer, who is shown what) is
derived from bound parties and clauses each time it is asked, never stored.
"""

# It sets no search path, and names its tables in full instead: so the database puts it in
# the place of each call, and looks only at the parties that a question is about.
BOUND = """
CREATE FUNCTION agencies_bound_at(at timestamptz)
RETURNS TABLE (id uuid, agreement_id uuid, agency_id uuid)
LANGUAGE sql STABLE AS $$
    SELECT p.id, p.agreement_id, p.agency_id
    FROM public.agencies_party p JOIN public.agencies_agreement a ON a.id = p.agreement_id
    WHERE p.removed_at IS NULL AND a.status IN ('signing', 'executed')
      AND a.effective_at <= at AND (a.expires_at IS NULL OR a.expires_at > at)
      AND EXISTS (SELECT 1 FROM public.agencies_signature s
                  WHERE s.party_id = p.id AND s.text_hash = a.text_hash AND s.signed_at <= at)
      AND (a.effect = 'per_party' OR NOT EXISTS (
            SELECT 1 FROM public.agencies_party q
            WHERE q.agreement_id = a.id AND q.removed_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM public.agencies_signature s
                WHERE s.party_id = q.id AND s.text_hash = a.text_hash AND s.signed_at <= at)))
$$;
CREATE VIEW agencies_bound WITH (security_invoker = true) AS
    SELECT * FROM agencies_bound_at(statement_timestamp());
"""

PAIRS = """
CREATE VIEW agencies_bindingclause WITH (security_invoker = true) AS
    SELECT c.id AS clause_id, c.kind, c.number, c.heading, c.text,
           a.id AS agreement_id, a.title AS agreement_title, a.tier,
           g.agency_id AS giver_id, r.agency_id AS receiver_id
    FROM agencies_clause c
    JOIN agencies_agreement a ON a.id = c.agreement_id
    JOIN agencies_bound g ON g.agreement_id = a.id AND (c.giver_id IS NULL OR c.giver_id = g.id)
    JOIN agencies_bound r ON r.agreement_id = a.id AND r.id <> g.id
        AND (c.receiver_id IS NULL OR c.receiver_id = r.id)
    WHERE c.removed_at IS NULL;
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

VIEWS = (BOUND, PAIRS, SHARES, CHECKED, SUPPLIES, TARGETS, DIRECTORY)
