ALTER TABLE "builds" RENAME COLUMN "validators" TO "module";--> statement-breakpoint
ALTER TABLE "builds" RENAME COLUMN "validators_hash" TO "module_hash";