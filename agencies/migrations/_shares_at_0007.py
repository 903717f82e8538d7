"""What clauses in force share, as migration 0007 makes it. Later ones replace it."""

# Where the limits of a clause say nothing, it shares with every seat, while both are at
# the incident, and nothing is passed on.
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
    WHERE b.kind = 'data_share';
"""

LIMITS_STAND = """
CREATE TRIGGER term_stands BEFORE INSERT OR UPDATE OR DELETE ON agencies_sharelimit
    FOR EACH ROW EXECUTE FUNCTION agencies_term_stands();
"""

# On only while every item of the list stands confirmed (RULE-CJ-02): derived, never stored.
CHECKED = """
CREATE FUNCTION agencies_criminal_justice() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT count(*) = {items} FROM public.agencies_checklistitem WHERE withdrawn_at IS NULL
$$;
"""
