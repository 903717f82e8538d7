"""What migration 0037 says, as it said it then: another wording is another migration."""

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

SUPPLIES = """
-- squawk-ignore ban-drop-view
DROP VIEW agencies_supplyright;
-- squawk-ignore ban-drop-function
DROP FUNCTION agencies_rights_at(timestamptz);
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
