-- Tries to sign in, counted here so that every node counts the same.

CREATE TABLE "login_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"address" text NOT NULL,
	"failed" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
CREATE INDEX "login_attempts_account" ON "login_attempts" USING btree ("account","at");
CREATE INDEX "login_attempts_address" ON "login_attempts" USING btree ("address","at");
CREATE INDEX "login_attempts_at" ON "login_attempts" USING btree ("at");