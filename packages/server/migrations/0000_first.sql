CREATE TABLE "builds" (
	"id" text NOT NULL,
	"version" text NOT NULL,
	"compiler" text NOT NULL,
	"program" text NOT NULL,
	"program_hash" text NOT NULL,
	"validators" text NOT NULL,
	"validators_hash" text NOT NULL,
	"data" text NOT NULL,
	"schema" text NOT NULL,
	CONSTRAINT "builds_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"service" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text,
	"next_try" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"confirmation" text,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"key" text NOT NULL,
	"form_id" text NOT NULL,
	"form_version" text NOT NULL,
	"language" text NOT NULL,
	"revision" integer NOT NULL,
	"session" "bytea",
	"today" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"submission_id" uuid,
	CONSTRAINT "drafts_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "drafts_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forms" (
	"id" text NOT NULL,
	"version" text NOT NULL,
	"hash" text NOT NULL,
	"source" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "forms_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "submission_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"cause" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"key" text NOT NULL,
	"draft_id" uuid NOT NULL,
	"form_id" text NOT NULL,
	"form_version" text NOT NULL,
	"language" text NOT NULL,
	"today" text NOT NULL,
	"content" "bytea" NOT NULL,
	"content_hash" text NOT NULL,
	"document" "bytea",
	"document_bytes" integer,
	"state" text NOT NULL,
	"payment_later" boolean NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "submissions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "submissions_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"id" text PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"locales" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_events" ADD CONSTRAINT "submission_events_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_submission" ON "deliveries" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("state","next_try");--> statement-breakpoint
CREATE INDEX "drafts_expires_at" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "submission_events_submission" ON "submission_events" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "submissions_state" ON "submissions" USING btree ("state");