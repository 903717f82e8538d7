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
# A term that renews itself has no end of its own: whoever wants out of it gives notice. After
# its end it binds in the days of grace that a clause of it gives, and no longer. And
# what all have signed to follow an agreement takes its place when it begins.
BOUND_AT = """
CREATE OR REPLACE FUNCTION agencies_bound_at(at timestamptz)
RETURNS TABLE (id uuid, agreement_id uuid, agency_id uuid)
LANGUAGE sql STABLE AS $$
    SELECT p.id, p.agreement_id, p.agency_id
    FROM public.agencies_party p JOIN public.agencies_agreement a ON a.id = p.agreement_id
    WHERE p.removed_at IS NULL AND (p.leaves_at IS NULL OR p.leaves_at > at)
      AND (p.joins_at IS NULL OR p.joins_at <= at)
      AND a.status IN ('signing', 'executed') AND a.amends_id IS NULL AND a.effective_at <= at
      AND (a.expires_at IS NULL OR a.expires_at > at OR a.renews_months > 0
           OR a.expires_at + make_interval(days => (
                SELECT t.grace_days FROM public.agencies_term_at(a.id, at) t)) > at)
      AND (a.terminated_at IS NULL OR a.terminated_at > at)
      AND NOT EXISTS (SELECT 1 FROM public.agencies_agreement r
                      WHERE r.follows_id = a.id AND r.executed_at <= at AND r.effective_at <= at)
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

# What clauses in force code of an agreement's term; those of its amendments count, too.
TERM_AT = """
CREATE FUNCTION agencies_term_at(agreement uuid, at timestamptz)
RETURNS TABLE (notice_days integer, grace_days integer) LANGUAGE sql STABLE AS $$
    SELECT max(t.notice_days)::integer, coalesce(max(t.grace_days), 0)::integer
    FROM public.agencies_clauses_at(at) n
    JOIN public.agencies_renewalterm t ON t.clause_id = n.id
    WHERE n.agreement_id = agreement
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

# A coded form that no counsel has read beside its text only warns (RULE-MOU-08). Who gives is
# who is bound to more than they meant where the two differ: so the giver's counsel decides.
CHECKED_AT = """
CREATE FUNCTION agencies_is_checked(clause uuid, giver uuid, at timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM public.agencies_clausecheck k
        JOIN public.agencies_party p ON p.id = k.party_id
        WHERE k.clause_id = clause AND p.agency_id = giver AND k.checked_at <= at
          AND (k.withdrawn_at IS NULL OR k.withdrawn_at > at))
$$;
"""

# Where the limits of a clause say nothing, it shares with every seat, while both are at
# the incident, and nothing is passed on. To show is more than to warn, and cannot be taken
# back: what is not checked shows nothing.
SHARES = """
CREATE OR REPLACE VIEW agencies_sharegrant WITH (security_invoker = true) AS
    SELECT t.id, b.giver_id, b.receiver_id, t.category, t.purpose,
           b.clause_id, b.agreement_title || ', ' || b.number AS clause,
           t.masking, coalesce(l.seats, '{}') AS seats, coalesce(l.needs, '{}') AS needs,
           coalesce(l.incident_only, true) AS incident_only,
           coalesce(l.onward, 'none') AS onward, coalesce(l.onward_to, '{}') AS onward_to,
           l.retention_days
    FROM agencies_shareterm t JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    LEFT JOIN agencies_sharelimit l ON l.clause_id = t.clause_id
    WHERE b.kind = 'data_share'
      AND agencies_is_checked(b.clause_id, b.giver_id, statement_timestamp());
CREATE VIEW agencies_uncheckedshare WITH (security_invoker = true) AS
    SELECT t.id, b.giver_id, b.receiver_id, t.category, b.clause_id,
           b.agreement_title || ', ' || b.number AS clause
    FROM agencies_shareterm t JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    WHERE b.kind = 'data_share'
      AND NOT agencies_is_checked(b.clause_id, b.giver_id, statement_timestamp());
"""

# On only while every item of the list stands confirmed (RULE-CJ-02): derived, never stored.
CHECKED = """
CREATE FUNCTION agencies_criminal_justice() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT count(*) = 8 FROM public.agencies_checklistitem WHERE withdrawn_at IS NULL
$$;
"""

# Each pair of a duty to supply and a right to request it, with all that narrows the right.
SUPPLIES = """
CREATE FUNCTION agencies_rights_at(at timestamptz)
RETURNS TABLE (id uuid, giver_id uuid, receiver_id uuid, kind varchar, type smallint,
    max_quantity smallint, drawdown_floor smallint, max_hours smallint, commitment varchar,
    tier smallint, agreement_id uuid, agreement_title varchar, instrument varchar,
    text_hash varchar, clause_id uuid, number varchar, heading varchar, text text,
    lowest_rank integer, request_clause_id uuid, request_number varchar, positions varchar[],
    event_types varchar[], area jsonb, declaration_required boolean, conditions jsonb,
    supply_checked boolean, request_checked boolean)
LANGUAGE sql STABLE AS $$
    SELECT t.id, g.agency_id, r.agency_id, t.kind, t.type, t.max_quantity, t.drawdown_floor,
           t.max_hours, t.commitment, a.tier, a.id, a.title, a.instrument, d.text_hash,
           c.id, c.number, c.heading, c.text,
           array_position(ARRAY['emergency', 'urgent', 'routine'], q.lowest_priority::text),
           ask.id, ask.number, q.positions, q.event_types, q.area, q.declaration_required,
           coalesce((
               SELECT jsonb_agg(jsonb_build_object(
                   'clause', o.id, 'number', o.number,
                   'checked', public.agencies_is_checked(o.id, g.agency_id, at),
                   'declaration', p.declaration, 'eoc_level', p.eoc_level) ORDER BY o.number)
               FROM public.agencies_clauses_at(at) k
               JOIN public.agencies_clause o ON o.id = k.id AND o.kind = 'precondition'
               JOIN public.agencies_preconditionterm p ON p.clause_id = o.id
               LEFT JOIN public.agencies_party og ON og.id = o.giver_id
               LEFT JOIN public.agencies_party ot ON ot.id = o.receiver_id
               WHERE k.agreement_id = a.id
                 AND (o.giver_id IS NULL OR og.agency_id = g.agency_id)
                 AND (o.receiver_id IS NULL OR ot.agency_id = r.agency_id)), '[]'),
           public.agencies_is_checked(c.id, g.agency_id, at),
           public.agencies_is_checked(ask.id, g.agency_id, at)
    FROM public.agencies_clauses_at(at) n
    JOIN public.agencies_clause c ON c.id = n.id AND c.kind = 'supply_duty'
    JOIN public.agencies_supplyterm t ON t.clause_id = c.id
    JOIN public.agencies_agreement a ON a.id = n.agreement_id
    JOIN public.agencies_agreement d ON d.id = n.document_id
    LEFT JOIN public.agencies_party gives ON gives.id = c.giver_id
    LEFT JOIN public.agencies_party takes ON takes.id = c.receiver_id
    JOIN public.agencies_bound_at(at) g ON g.agreement_id = a.id
        AND (c.giver_id IS NULL OR g.agency_id = gives.agency_id)
    JOIN public.agencies_bound_at(at) r ON r.agreement_id = a.id AND r.id <> g.id
        AND (c.receiver_id IS NULL OR r.agency_id = takes.agency_id)
    JOIN public.agencies_clauses_at(at) m ON m.agreement_id = a.id
    JOIN public.agencies_clause ask ON ask.id = m.id AND ask.kind = 'request_right'
    LEFT JOIN public.agencies_party asked ON asked.id = ask.giver_id
    LEFT JOIN public.agencies_party asks ON asks.id = ask.receiver_id
    JOIN public.agencies_requestterm q ON q.clause_id = ask.id
    WHERE (ask.giver_id IS NULL OR asked.agency_id = g.agency_id)
      AND (ask.receiver_id IS NULL OR asks.agency_id = r.agency_id)
$$;
CREATE VIEW agencies_supplyright WITH (security_invoker = true) AS
    SELECT * FROM agencies_rights_at(statement_timestamp());
"""

TARGETS = """
CREATE VIEW agencies_answertarget WITH (security_invoker = true) AS
    SELECT t.id, b.agreement_id, b.giver_id, b.receiver_id, t.priority, t.answer_within,
           b.clause_id, b.number
    FROM agencies_responseterm t JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    WHERE b.kind = 'response_target';
"""

DIRECTORY = """
CREATE VIEW agencies_directory WITH (security_invoker = true) AS
    SELECT '00000000-0000-0000-0000-000000000001'::uuid AS id;
"""

VIEWS = (
    CLAUSES_AT,
    TERM_AT,
    BOUND_AT,
    BOUND,
    PAIRS,
    CHECKED_AT,
    SHARES,
    CHECKED,
    SUPPLIES,
    TARGETS,
    DIRECTORY,
)
