-- What came from an archive is told to nobody as new: feeds ask of each of their articles whether it did.
CREATE INDEX "changes_backfill" ON "changes" USING btree ("entity_id") WHERE "changes"."backfill";
