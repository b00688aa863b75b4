-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The permission check-up: who may more than needed, or still, though nobody needs it any more.

-- Of each login whether it may sign in, and whether its password is kept as SCRAM. Nothing else of pg_authid gets out.
CREATE FUNCTION sync.login_states() RETURNS TABLE (login name, may_sign_in boolean, scram boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT a.rolname, a.rolcanlogin, coalesce(a.rolpassword LIKE 'SCRAM-SHA-256$%', false) FROM pg_authid a WHERE a.rolname ~ '^u[0-9]+$'
$$;

-- Everything found, with the points that each costs.
CREATE FUNCTION srv.checkup_findings() RETURNS TABLE (code text, uid integer, detail jsonb, points integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH seen AS (
    SELECT d.uid, max(d.last_seen) AS at FROM sync.device d GROUP BY d.uid
  ), logins AS (
    SELECT u.uid, s.may_sign_in, s.scram FROM app.usr u JOIN sync.login_states() s ON s.login = u.login
  )
  -- Only leading and the books need everybody's customers.
  SELECT 'CHECKUP_WIDE_ROLE', r.person, jsonb_build_object('role', r.role), 5
  FROM app.person_role r JOIN app.usr u ON u.uid = r.person AND u.active
  WHERE r.scope = 'all' AND NOT r.deleted AND r.role NOT IN ('sales_manager', 'finance')
    AND NOT EXISTS (SELECT FROM app.person_role o WHERE o.person = r.person AND NOT o.deleted AND o.scope = 'all'
                    AND o.role IN ('sales_manager', 'finance'))
  UNION ALL
  SELECT 'CHECKUP_DORMANT', u.uid, jsonb_build_object('days', floor(extract(epoch FROM now() - s.at) / 86400)::integer),
    CASE WHEN s.at < now() - interval '90 days' THEN 5 ELSE 2 END
  FROM app.usr u JOIN logins l ON l.uid = u.uid AND l.may_sign_in JOIN seen s ON s.uid = u.uid
  WHERE u.active AND s.at < now() - interval '30 days'
  UNION ALL
  SELECT 'CHECKUP_NEVER_USED', u.uid, '{}', 3
  FROM app.usr u JOIN logins l ON l.uid = u.uid AND l.may_sign_in JOIN app.person p ON p.id = u.uid
  WHERE u.active AND NOT EXISTS (SELECT FROM seen s WHERE s.uid = u.uid)
    AND p.created_at < (extract(epoch FROM now() - interval '7 days') * 1000)::bigint
  UNION ALL
  SELECT 'CHECKUP_SOLE_ADMINISTRATOR', min(u.uid), '{}', 10 FROM app.usr u WHERE u.active AND 'admin' = ANY(u.rights) HAVING count(*) = 1
  UNION ALL
  SELECT 'CHECKUP_NO_ADMINISTRATOR', 0, '{}', 30 FROM app.usr u WHERE u.active AND 'admin' = ANY(u.rights) HAVING count(*) = 0
  UNION ALL
  SELECT 'CHECKUP_EXPORTER', u.uid, '{}', 1 FROM app.usr u WHERE u.active AND 'export.large' = ANY(u.rights)
  UNION ALL
  SELECT 'CHECKUP_LEAVER_OWNS', u.uid, jsonb_build_object('customers', count(*)), 5
  FROM app.usr u JOIN app.customer c ON c.owner = u.uid AND NOT c.deleted WHERE NOT u.active GROUP BY u.uid
  UNION ALL
  SELECT 'CHECKUP_LEAVER_LOGIN', u.uid, '{}', 20 FROM app.usr u JOIN logins l ON l.uid = u.uid AND l.may_sign_in WHERE NOT u.active
  UNION ALL
  SELECT 'CHECKUP_NO_SCRAM', l.uid, '{}', 20 FROM logins l WHERE l.may_sign_in AND NOT l.scram
  UNION ALL
  SELECT 'CHECKUP_LEAVER_DEVICE', u.uid, jsonb_build_object('device', d.id, 'host', d.host, 'code', d.code), 10
  FROM app.usr u JOIN sync.device d ON d.uid = u.uid AND NOT d.revoked WHERE NOT u.active
  UNION ALL
  SELECT 'CHECKUP_LONG_GRANT', g.uid, jsonb_build_object('customer', g.root_id, 'title', c.name, 'by', g.by_uid,
    'days', ceil(extract(epoch FROM g.until - now()) / 86400)::integer), 2
  FROM app.grant_ g JOIN app.customer c ON c.id = g.root_id WHERE g.until > now() + interval '30 days'
$$;

-- Looks, and keeps the score: 100 less the points of all findings, of one kind at most 30, never below 0.
CREATE FUNCTION srv.checkup() RETURNS TABLE (code text, uid integer, person text, detail jsonb, points integer, score integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
#variable_conflict use_column
DECLARE
  me integer := srv.administrator();
  found_ jsonb;
  left_ integer;
BEGIN
  SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') INTO found_ FROM srv.checkup_findings() f;
  SELECT greatest(0, 100 - coalesce(sum(least(k.points, 30)), 0))::integer INTO left_
  FROM (SELECT sum((f ->> 'points')::integer) AS points FROM jsonb_array_elements(found_) f GROUP BY f ->> 'code') k;
  INSERT INTO sync.checkup (score, findings, uid) VALUES (left_, jsonb_array_length(found_), me);
  RETURN QUERY SELECT f ->> 'code', (f ->> 'uid')::integer, p.name, f -> 'detail', (f ->> 'points')::integer, left_
    FROM jsonb_array_elements(found_) f LEFT JOIN app.person p ON p.id = (f ->> 'uid')::integer
    ORDER BY (f ->> 'points')::integer DESC, f ->> 'code', (f ->> 'uid')::integer;
END $$;

-- The scores of the check-ups so far, the newest first.
CREATE FUNCTION srv.checkup_scores(n integer) RETURNS TABLE (ts bigint, score integer, findings integer, uid integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM srv.require_administrator();
  RETURN QUERY SELECT (extract(epoch FROM c.ts) * 1000)::bigint, c.score, c.findings, c.uid FROM sync.checkup c
    ORDER BY c.ts DESC LIMIT least(greatest(coalesce(checkup_scores.n, 100), 1), 1000);
END $$;
