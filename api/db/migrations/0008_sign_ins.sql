ALTER TABLE public.account FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON public.account TO app_user;
--> statement-breakpoint
-- What must be found before a team is known when somebody signs in: random ids, hashes and times, no content.
-- Nobody reads these tables; as all of this schema they are reached through its functions alone.
CREATE TABLE directory.account_email (
  hash text PRIMARY KEY,
  team uuid NOT NULL,
  member uuid NOT NULL,
  UNIQUE (team, member)
);
--> statement-breakpoint
CREATE TABLE directory.password_link (
  hash text PRIMARY KEY,
  team uuid NOT NULL,
  member uuid NOT NULL,
  until timestamptz NOT NULL
);
--> statement-breakpoint
-- One for each time somebody signed in: what was given for it falls with it. It lasts until the first of two moments.
CREATE TABLE directory.sign_in (
  id uuid PRIMARY KEY,
  team uuid NOT NULL,
  member uuid NOT NULL,
  until timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX sign_in_member ON directory.sign_in (team, member);
--> statement-breakpoint
CREATE INDEX sign_in_until ON directory.sign_in (until);
--> statement-breakpoint
CREATE TABLE directory.authorization_code (
  hash text PRIMARY KEY,
  sign_in uuid NOT NULL REFERENCES directory.sign_in ON DELETE CASCADE,
  -- A hash of whom the code was given to, for which address, against which challenge.
  bound text NOT NULL,
  until timestamptz NOT NULL,
  taken_at timestamptz
);
--> statement-breakpoint
CREATE INDEX authorization_code_sign_in ON directory.authorization_code (sign_in);
--> statement-breakpoint
CREATE TABLE directory.refresh_token (
  hash text PRIMARY KEY,
  sign_in uuid NOT NULL REFERENCES directory.sign_in ON DELETE CASCADE,
  used_at timestamptz,
  successor text
);
--> statement-breakpoint
CREATE INDEX refresh_token_sign_in ON directory.refresh_token (sign_in);
--> statement-breakpoint
-- How often something happened under a hashed key, until when it counts.
CREATE TABLE directory.tally (key text PRIMARY KEY, times integer NOT NULL, until timestamptz NOT NULL);
--> statement-breakpoint
CREATE INDEX tally_until ON directory.tally (until);
--> statement-breakpoint
CREATE FUNCTION directory.account_of_email(wanted text) RETURNS TABLE (team uuid, member uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ SELECT a.team, a.member FROM directory.account_email a WHERE a.hash = wanted $$;
--> statement-breakpoint
-- False where the address is another account's.
CREATE FUNCTION directory.set_account_email(wanted text, whose uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  DELETE FROM directory.account_email
  WHERE team = directory.team_in_context() AND member = whose AND hash <> wanted;
  INSERT INTO directory.account_email (hash, team, member) VALUES (wanted, directory.team_in_context(), whose)
  ON CONFLICT DO NOTHING;
  SELECT EXISTS (SELECT FROM directory.account_email
    WHERE hash = wanted AND team = directory.team_in_context() AND member = whose);
$$;
--> statement-breakpoint
CREATE FUNCTION directory.make_password_link(wanted text, whose uuid, lasts timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  DELETE FROM directory.password_link WHERE team = directory.team_in_context() AND member = whose;
  INSERT INTO directory.password_link (hash, team, member, until)
  VALUES (wanted, directory.team_in_context(), whose, lasts);
$$;
--> statement-breakpoint
CREATE FUNCTION directory.find_password_link(wanted text, at timestamptz) RETURNS TABLE (team uuid, member uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ SELECT l.team, l.member FROM directory.password_link l WHERE l.hash = wanted AND l.until > at $$;
--> statement-breakpoint
-- The member it was for, once: whoever comes second finds nothing.
CREATE FUNCTION directory.take_password_link(wanted text, at timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  DELETE FROM directory.password_link
  WHERE hash = wanted AND team = directory.team_in_context() AND until > at RETURNING member;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.drop_password_links(whose uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ DELETE FROM directory.password_link WHERE team = directory.team_in_context() AND member = whose $$;
--> statement-breakpoint
CREATE FUNCTION directory.begin_sign_in(wanted uuid, whose uuid, lasts timestamptz, at_most timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  INSERT INTO directory.sign_in (id, team, member, until, ends_at)
  VALUES (wanted, directory.team_in_context(), whose, least(lasts, at_most), at_most);
$$;
--> statement-breakpoint
CREATE FUNCTION directory.sign_in_lasts(wanted uuid, whose uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  SELECT EXISTS (SELECT FROM directory.sign_in
    WHERE id = wanted AND team = directory.team_in_context() AND member = whose AND until > at)
$$;
--> statement-breakpoint
CREATE FUNCTION directory.end_sign_in(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ DELETE FROM directory.sign_in WHERE id = wanted AND team = directory.team_in_context() $$;
--> statement-breakpoint
CREATE FUNCTION directory.end_sign_ins(whose uuid) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  WITH ended AS (
    DELETE FROM directory.sign_in WHERE team = directory.team_in_context() AND member = whose RETURNING id
  )
  SELECT count(*)::integer FROM ended;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.give_code(wanted text, of_sign_in uuid, bound_to text, lasts timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  INSERT INTO directory.authorization_code (hash, sign_in, bound, until)
  SELECT wanted, s.id, bound_to, lasts FROM directory.sign_in s
  WHERE s.id = of_sign_in AND s.team = directory.team_in_context();
$$;
--> statement-breakpoint
CREATE FUNCTION directory.team_of_code(wanted text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  SELECT s.team FROM directory.authorization_code c JOIN directory.sign_in s ON s.id = c.sign_in
  WHERE c.hash = wanted
$$;
--> statement-breakpoint
-- Whoever holds the lock on the sign-in sees its codes and tokens as they are, hence two statements.
CREATE FUNCTION directory.lock_code(wanted text)
RETURNS TABLE (sign_in uuid, member uuid, bound text, until timestamptz, taken_at timestamptz, ends_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  SELECT s.id FROM directory.sign_in s WHERE s.team = directory.team_in_context()
    AND s.id = (SELECT c.sign_in FROM directory.authorization_code c WHERE c.hash = wanted) FOR UPDATE;
  SELECT s.id, s.member, c.bound, c.until, c.taken_at, s.ends_at
  FROM directory.authorization_code c JOIN directory.sign_in s ON s.id = c.sign_in
  WHERE c.hash = wanted AND s.team = directory.team_in_context();
$$;
--> statement-breakpoint
-- The first refresh token of a sign-in comes for its code.
CREATE FUNCTION directory.take_code(wanted text, token text, at timestamptz, lasts timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  UPDATE directory.authorization_code c SET taken_at = at FROM directory.sign_in s
  WHERE c.hash = wanted AND s.id = c.sign_in AND s.team = directory.team_in_context();
  INSERT INTO directory.refresh_token (hash, sign_in)
  SELECT token, s.id FROM directory.authorization_code c JOIN directory.sign_in s ON s.id = c.sign_in
  WHERE c.hash = wanted AND s.team = directory.team_in_context();
  UPDATE directory.sign_in s SET until = least(lasts, s.ends_at) FROM directory.authorization_code c
  WHERE c.hash = wanted AND s.id = c.sign_in AND s.team = directory.team_in_context();
$$;
--> statement-breakpoint
CREATE FUNCTION directory.team_of_refresh_token(wanted text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  SELECT s.team FROM directory.refresh_token t JOIN directory.sign_in s ON s.id = t.sign_in WHERE t.hash = wanted
$$;
--> statement-breakpoint
CREATE FUNCTION directory.lock_refresh_token(wanted text)
RETURNS TABLE (sign_in uuid, member uuid, until timestamptz, used_at timestamptz, successor text, gone_on boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  SELECT s.id FROM directory.sign_in s WHERE s.team = directory.team_in_context()
    AND s.id = (SELECT t.sign_in FROM directory.refresh_token t WHERE t.hash = wanted) FOR UPDATE;
  SELECT s.id, s.member, s.until, t.used_at, t.successor,
    EXISTS (SELECT FROM directory.refresh_token n WHERE n.hash = t.successor AND n.used_at IS NOT NULL)
  FROM directory.refresh_token t JOIN directory.sign_in s ON s.id = t.sign_in
  WHERE t.hash = wanted AND s.team = directory.team_in_context();
$$;
--> statement-breakpoint
CREATE FUNCTION directory.use_refresh_token(wanted text, follows text, at timestamptz, lasts timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  UPDATE directory.refresh_token t SET used_at = at, successor = follows FROM directory.sign_in s
  WHERE t.hash = wanted AND s.id = t.sign_in AND s.team = directory.team_in_context();
  INSERT INTO directory.refresh_token (hash, sign_in)
  SELECT follows, s.id FROM directory.refresh_token t JOIN directory.sign_in s ON s.id = t.sign_in
  WHERE t.hash = wanted AND s.team = directory.team_in_context();
  UPDATE directory.sign_in s SET until = least(lasts, s.ends_at) FROM directory.refresh_token t
  WHERE t.hash = wanted AND s.id = t.sign_in AND s.team = directory.team_in_context();
$$;
--> statement-breakpoint
CREATE FUNCTION directory.count_up(wanted text, at timestamptz, ends timestamptz)
RETURNS TABLE (times integer, until timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  INSERT INTO directory.tally AS t (key, times, until) VALUES (wanted, 1, ends)
  ON CONFLICT (key) DO UPDATE SET
    times = CASE WHEN t.until <= at THEN 1 ELSE t.times + 1 END,
    until = CASE WHEN t.until <= at THEN ends ELSE t.until END
  RETURNING t.times, t.until;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.count_of(wanted text, at timestamptz) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ SELECT coalesce((SELECT t.times FROM directory.tally t WHERE t.key = wanted AND t.until > at), 0) $$;
--> statement-breakpoint
CREATE FUNCTION directory.count_down(wanted text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ UPDATE directory.tally t SET times = t.times - 1 WHERE t.key = wanted AND t.times > 0 $$;
--> statement-breakpoint
CREATE FUNCTION directory.drop_count(wanted text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ DELETE FROM directory.tally t WHERE t.key = wanted $$;
--> statement-breakpoint
-- What has ended is of no more use. Rows that somebody works on are left for the next time.
CREATE FUNCTION directory.sweep_sign_ins(at timestamptz, most integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  DELETE FROM directory.password_link WHERE hash IN
    (SELECT l.hash FROM directory.password_link l WHERE l.until <= at LIMIT most FOR UPDATE SKIP LOCKED);
  DELETE FROM directory.sign_in WHERE id IN
    (SELECT s.id FROM directory.sign_in s WHERE s.until <= at LIMIT most FOR UPDATE SKIP LOCKED);
  DELETE FROM directory.tally WHERE key IN
    (SELECT t.key FROM directory.tally t WHERE t.until <= at LIMIT most FOR UPDATE SKIP LOCKED);
$$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA directory FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA directory TO app_user;
