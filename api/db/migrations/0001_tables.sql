CREATE TABLE "flow" (
	"team_id" uuid NOT NULL,
	"id" text NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer,
	"published_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flow_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "flow" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "flow_version" (
	"team_id" uuid NOT NULL,
	"flow_id" text NOT NULL,
	"version" integer NOT NULL,
	"flow" jsonb NOT NULL,
	"pinned" jsonb NOT NULL,
	"published_by" uuid,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flow_version_pk" PRIMARY KEY("team_id","flow_id","version")
);
--> statement-breakpoint
ALTER TABLE "flow_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delivery" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"part" text NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"quarantine_until" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"sweeps" integer DEFAULT 0 NOT NULL,
	"insist" boolean DEFAULT false NOT NULL,
	"marker" text,
	"fence" integer DEFAULT 0 NOT NULL,
	"psa_id" integer,
	"author" text,
	"doubled" boolean DEFAULT false NOT NULL,
	"message" text,
	"due_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "delivery_post_part" UNIQUE("team_id","post_id","part")
);
--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"ticket_id" integer NOT NULL,
	"ticket_kind" text NOT NULL,
	"request" jsonb NOT NULL,
	"request_hash" text NOT NULL,
	"text" text NOT NULL,
	"by" uuid NOT NULL,
	"member_identifier" text NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "post" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" integer NOT NULL,
	"ticket_kind" text NOT NULL,
	"flow_id" text NOT NULL,
	"header" jsonb NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"posted_up_to" integer DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_event_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_event" (
	"team_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	"late" text,
	"stored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_event_pk" PRIMARY KEY("team_id","session_id","seq"),
	CONSTRAINT "session_event_once" UNIQUE("team_id","session_id","id")
);
--> statement-breakpoint
ALTER TABLE "session_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" uuid,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "audit_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"lead" boolean DEFAULT false NOT NULL,
	"psa_identifier" text,
	"time_zone" text NOT NULL,
	"post_kinds" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "psa_connection" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"company" text NOT NULL,
	"ui_origin" text NOT NULL,
	"api_origin" text NOT NULL,
	"pod_handle" text NOT NULL,
	"sealed_key_id" text NOT NULL,
	"sealed_key" "bytea" NOT NULL,
	"sealed_credentials" "bytea" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "psa_connection" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "team" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "flow_version" ADD CONSTRAINT "flow_version_of_flow" FOREIGN KEY ("team_id","flow_id") REFERENCES "public"."flow"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_of_post" FOREIGN KEY ("team_id","post_id") REFERENCES "public"."post"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_of_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_event" ADD CONSTRAINT "session_event_session" FOREIGN KEY ("team_id","session_id") REFERENCES "public"."session"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_team_state" ON "delivery" USING btree ("team_id","state");--> statement-breakpoint
CREATE INDEX "post_session" ON "post" USING btree ("team_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_open" ON "session" USING btree ("team_id","ticket_kind","ticket_id","flow_id") WHERE open;--> statement-breakpoint
CREATE INDEX "session_team_ticket" ON "session" USING btree ("team_id","ticket_id");--> statement-breakpoint
CREATE INDEX "session_event_member" ON "session_event" USING btree ("team_id","by","stored_at");--> statement-breakpoint
CREATE INDEX "audit_team_at" ON "audit" USING btree ("team_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_team_psa_identifier" ON "member" USING btree ("team_id",lower("psa_identifier"));--> statement-breakpoint
CREATE POLICY "flow_team" ON "flow" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "flow_version_team" ON "flow_version" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "delivery_team" ON "delivery" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "post_team" ON "post" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "session_team" ON "session" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "session_event_team" ON "session_event" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_team" ON "audit" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "member_team" ON "member" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "psa_connection_team" ON "psa_connection" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "team_team" ON "team" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);