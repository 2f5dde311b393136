CREATE TABLE "account" (
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"password_set_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_pk" PRIMARY KEY("team_id","member_id"),
	CONSTRAINT "account_email" UNIQUE("team_id","email")
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_of_member" FOREIGN KEY ("team_id","member_id") REFERENCES "public"."member"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "account_team" ON "account" AS PERMISSIVE FOR ALL TO "app_user" USING (team_id = nullif(current_setting('app.team_id', true), '')::uuid) WITH CHECK (team_id = nullif(current_setting('app.team_id', true), '')::uuid);