ALTER TABLE "delivery" ADD COLUMN "status_before" integer;--> statement-breakpoint
CREATE INDEX "post_ticket" ON "post" USING btree ("team_id","ticket_id");--> statement-breakpoint
-- A delivery that needs a person may be sent again: it keeps its row, so that its fence goes on rising.
CREATE FUNCTION directory.hold_delivery(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  UPDATE directory.delivery_due SET due_at = 'infinity', lease_until = NULL
  WHERE team = directory.team_in_context() AND delivery = wanted;
$$;
--> statement-breakpoint
-- As before, leaving out teams whose ticket system has enough to do.
CREATE FUNCTION directory.claim_deliveries(at timestamptz, lease timestamptz, most integer, apart uuid[])
RETURNS TABLE (team uuid, delivery uuid, fence integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  UPDATE directory.delivery_due d SET lease_until = lease, fence = d.fence + 1
  FROM (
    SELECT c.team, c.delivery FROM directory.delivery_due c
    WHERE c.due_at <= at AND (c.lease_until IS NULL OR c.lease_until <= at) AND c.team <> ALL (apart)
    ORDER BY c.due_at LIMIT most FOR UPDATE SKIP LOCKED
  ) due
  WHERE d.team = due.team AND d.delivery = due.delivery
  RETURNING d.team, d.delivery, d.fence;
$$;
--> statement-breakpoint
CREATE FUNCTION directory.next_delivery_due(apart uuid[]) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, directory AS $$
  SELECT min(greatest(due_at, coalesce(lease_until, due_at))) FROM directory.delivery_due
  WHERE due_at < 'infinity' AND team <> ALL (apart)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION directory.hold_delivery(uuid), directory.next_delivery_due(uuid[]),
  directory.claim_deliveries(timestamptz, timestamptz, integer, uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION directory.hold_delivery(uuid), directory.next_delivery_due(uuid[]),
  directory.claim_deliveries(timestamptz, timestamptz, integer, uuid[]) TO app_user;
--> statement-breakpoint
-- So that the API can tell, before it serves, whether the database is as new as it is.
GRANT USAGE ON SCHEMA drizzle TO app_user;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO app_user;
