"""The database's own part of the ledger, run by migrations as the owner of the tables.

The application's role may execute these functions and may read the tables; it
may not insert, change or remove a line itself. The functions run with the
owner's rights (``SECURITY DEFINER``) under a fixed search path.
"""

# Those who share a row's lock pass by whoever waits to have it alone, for as long as some of
# them hold it. A turn lets nobody pass: it is taken before the row, by all who lock it.
TURNS = """
CREATE FUNCTION audit_take_turn(turn text, shared boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF shared THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(turn, 0));
    ELSE
        PERFORM pg_advisory_xact_lock(hashtextextended(turn, 0));
    END IF;
END $$;
"""

BEGIN_WRITE = """
CREATE FUNCTION audit_begin(
    write text, actor uuid, agency uuid, used_key text, print bytea,
    turn text DEFAULT NULL, shared boolean DEFAULT false,
    OUT moment timestamptz, OUT repeated boolean, OUT same boolean, OUT answer jsonb
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM set_config('app.write', write, true),
            set_config('app.actor', coalesce(actor::text, ''), true),
            set_config('app.agency', coalesce(agency::text, ''), true);
    moment := transaction_timestamp();
    repeated := false;
    IF used_key IS NOT NULL THEN
        INSERT INTO audit_usedkey (member_id, key, fingerprint, used_at)
            VALUES (actor, used_key, print, moment) ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            repeated := true;
            SELECT fingerprint = print, u.answer INTO same, answer
                FROM audit_usedkey u WHERE u.member_id = actor AND u.key = used_key;
            RETURN;
        END IF;
    END IF;
    PERFORM audit_take_turn(turn, shared);
END $$;
"""

APPEND = """
CREATE FUNCTION audit_append(entries jsonb, actor uuid, used_key text)
RETURNS TABLE (told_in text, told_as bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    said record;
    head audit_stream%ROWTYPE;
    at timestamptz;
    salt bytea;
    digest bytea;
    answers jsonb := '[]';
BEGIN
    FOR said IN SELECT * FROM jsonb_to_recordset(entries) AS line(
        stream text, place int, kind text, body text, images text, agency uuid, member uuid)
    LOOP
        told_in := said.stream;
        SELECT * INTO head FROM audit_stream s WHERE s.key = told_in FOR UPDATE;
        IF NOT FOUND THEN
            INSERT INTO audit_stream (key, head_seq, head_hash)
                VALUES (told_in, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
            SELECT * INTO head FROM audit_stream s WHERE s.key = told_in FOR UPDATE;
        END IF;
        at := clock_timestamp();
        told_as := head.head_seq + 1;
        salt := uuid_send(gen_random_uuid());
        digest := audit_digest(salt, said.body, said.images);
        head.head_hash := audit_chain(
            head.head_hash, told_in, told_as, said.kind, at, digest);
        INSERT INTO audit_entry (stream_id, seq, kind, recorded_at, digest, hash)
            VALUES (told_in, told_as, said.kind, at, digest, head.head_hash);
        INSERT INTO audit_testimony (stream_key, seq, salt, body, images, agency_id, member_id)
            VALUES (told_in, told_as, salt, said.body, said.images, said.agency, said.member);
        UPDATE audit_stream s SET head_seq = told_as, head_hash = head.head_hash
            WHERE s.key = told_in;
        INSERT INTO audit_image (stream_key, key, seq, row)
            SELECT told_in, i.key, told_as, i.value FROM jsonb_each(said.images::jsonb) i
            ON CONFLICT (stream_key, key) DO UPDATE SET seq = excluded.seq, row = excluded.row;
        answers := answers
            || jsonb_build_array(jsonb_build_array(said.place, told_in, told_as));
        RETURN NEXT;
    END LOOP;
    IF used_key IS NOT NULL THEN
        UPDATE audit_usedkey u SET answer = answers WHERE u.member_id = actor AND u.key = used_key;
    END IF;
    PERFORM set_config('app.write', '', true);
END $$;
"""

# These two name no search path of their own, so that they can be inlined: whoever calls
# them in earnest runs under a fixed one.
PROOF = """
CREATE FUNCTION audit_digest(salt bytea, body text, images text) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(salt || convert_to(body, 'UTF8') || '\\x0a'::bytea || convert_to(images, 'UTF8'))
$$;
CREATE FUNCTION audit_chain(
    previous bytea, stream text, seq bigint, kind text, at timestamptz, digest bytea
) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(previous || convert_to(
        stream || E'\\n' || seq || E'\\n' || kind || E'\\n'
        || (extract(epoch FROM at) * 1000000)::bigint || E'\\n', 'UTF8') || digest)
$$;
"""

TURN_AWAY = """
CREATE FUNCTION audit_turn_away(
    code text, sentence text, tried text, subject text, actor jsonb, agency uuid
) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO audit_turned (at, code, sentence, tried, subject, actor, agency_id)
        VALUES (clock_timestamp(), code, sentence, tried, subject, actor, agency)
$$;
"""

BOOKMARK = """
CREATE FUNCTION audit_bookmark_to(reader text, stream text, upto bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO audit_bookmark (follower, stream_key, seq) VALUES (reader, stream, upto)
        ON CONFLICT (follower, stream_key) DO UPDATE SET seq = excluded.seq
$$;
"""

PUBLISH = """
CREATE FUNCTION audit_publish(
    moved jsonb, proof bytea, OUT number bigint, OUT published timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO audit_checkpoint (at, heads, hash) VALUES (clock_timestamp(), moved, proof)
        RETURNING id, at
$$;
CREATE FUNCTION audit_raise_alarm(stream text, line bigint, told text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO audit_alarm (at, stream_key, seq, sentence)
        VALUES (clock_timestamp(), stream, line, told) ON CONFLICT DO NOTHING
$$;
"""

REQUIRE_WRITE = """
CREATE FUNCTION audit_require_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('app.write', true), '') = '' THEN
        RAISE EXCEPTION '% on % outside a write', TG_OP, TG_TABLE_NAME USING ERRCODE = 'AU001';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION audit_count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'AU002';
END $$;
"""

FUNCTIONS = (PROOF, TURNS, BEGIN_WRITE, APPEND, TURN_AWAY, BOOKMARK, PUBLISH, REQUIRE_WRITE)
