ALTER TABLE "delivery" ADD COLUMN "copies" jsonb;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "removing" integer;