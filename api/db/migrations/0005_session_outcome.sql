ALTER TABLE "session" ADD COLUMN "outcome" text;--> statement-breakpoint
CREATE INDEX "session_team_flow" ON "session" USING btree ("team_id","flow_id");