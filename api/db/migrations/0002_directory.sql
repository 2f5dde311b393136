-- Row security binds the owner of the tables too.
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO app_user', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What happened is only ever added to.
REVOKE UPDATE ON public.audit, public.session_event, public.flow_version FROM app_user;
--> statement-breakpoint
-- What must be found before a team is known: random ids, team and due time, no content. Nobody reads these tables;
-- they are reached through the functions below, the only ones that run with their owner's rights.
CREATE SCHEMA directory;
--> statement-breakpoint
CREATE TABLE directory.pod_handle (handle text PRIMARY KEY, team uuid NOT NULL);
--> statement-breakpoint
CREATE TABLE directory.delivery_due (
  team uuid NOT NULL,
  delivery uuid NOT NULL,
  due_at timestamptz NOT NULL,
  lease_until timestamptz,
  fence integer NOT NULL DEFAULT 0,
  PRIMARY KEY (team, delivery)
);
--> statement-breakpoint
CREATE INDEX delivery_due_at ON directory.delivery_due (due_at);
--> statement-breakpoint
CREATE FUNCTION directory.team_in_context() RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$ SELECT nullif(current_setting('app.team_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION directory.team_of_pod_handle(wanted text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ SELECT team FROM directory.pod_handle WHERE handle = wanted $$;
--> statement-breakpoint
CREATE FUNCTION directory.set_pod_handle(wanted text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  DELETE FROM directory.pod_handle WHERE team = directory.team_in_context();
  INSERT INTO directory.pod_handle (handle, team) VALUES (wanted, directory.team_in_context());
$$;
--> statement-breakpoint
CREATE FUNCTION directory.schedule_delivery(wanted uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  INSERT INTO directory.delivery_due (team, delivery, due_at) VALUES (directory.team_in_context(), wanted, at)
  ON CONFLICT (team, delivery) DO UPDATE SET due_at = excluded.due_at, lease_until = NULL;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.unschedule_delivery(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  DELETE FROM directory.delivery_due WHERE team = directory.team_in_context() AND delivery = wanted;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.claim_deliveries(at timestamptz, lease timestamptz, most integer)
RETURNS TABLE (team uuid, delivery uuid, fence integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  UPDATE directory.delivery_due d SET lease_until = lease, fence = d.fence + 1
  FROM (
    SELECT c.team, c.delivery FROM directory.delivery_due c
    WHERE c.due_at <= at AND (c.lease_until IS NULL OR c.lease_until <= at)
    ORDER BY c.due_at LIMIT most FOR UPDATE SKIP LOCKED
  ) due
  WHERE d.team = due.team AND d.delivery = due.delivery
  RETURNING d.team, d.delivery, d.fence;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.next_delivery_due() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS
$$ SELECT min(greatest(due_at, coalesce(lease_until, due_at))) FROM directory.delivery_due $$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA directory FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA directory TO app_user;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA directory TO app_user;
