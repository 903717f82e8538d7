"""Who is bound at a moment, days of grace included, as migration 0049 says it."""

TERM_AT = """
CREATE FUNCTION agencies_term_at(agreement uuid, at timestamptz)
RETURNS TABLE (notice_days integer, grace_days integer) LANGUAGE sql STABLE AS $$
    SELECT max(t.notice_days)::integer, coalesce(max(t.grace_days), 0)::integer
    FROM public.agencies_clauses_at(at) n
    JOIN public.agencies_renewalterm t ON t.clause_id = n.id
    WHERE n.agreement_id = agreement
$$;
"""

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
