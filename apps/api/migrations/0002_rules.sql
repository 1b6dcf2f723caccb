-- What the tables promise beyond their columns: dated rows that do not overlap, texts that never change,
-- a generation that grows by itself.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE unit_names ADD CONSTRAINT unit_names_no_overlap EXCLUDE USING gist (unit_id WITH =, period WITH &&);
ALTER TABLE unit_parents ADD CONSTRAINT unit_parents_no_overlap EXCLUDE USING gist (unit_id WITH =, period WITH &&);
ALTER TABLE bloc_members ADD CONSTRAINT bloc_members_no_overlap EXCLUDE USING gist (bloc_id WITH =, unit_id WITH =, period WITH &&);
ALTER TABLE unit_names ADD CONSTRAINT unit_names_period_not_empty CHECK (NOT isempty(period));
ALTER TABLE unit_parents ADD CONSTRAINT unit_parents_period_not_empty CHECK (NOT isempty(period));
ALTER TABLE bloc_members ADD CONSTRAINT bloc_members_period_not_empty CHECK (NOT isempty(period));

ALTER TABLE units ADD CONSTRAINT units_kind
  CHECK (kind IN ('agency', 'department', 'office', 'committee', 'council', 'commune', 'branch', 'bloc', 'collective', 'other'));
ALTER TABLE changes ADD CONSTRAINT changes_action CHECK (action IN ('put', 'delete'));
ALTER TABLE changes ADD CONSTRAINT changes_reason CHECK (reason IN
  ('published', 'updated', 'minor', 'correction', 'withdrawn', 'put_back', 'held', 'removed', 'redirected', 'personal_data'));
ALTER TABLE changes ADD CONSTRAINT changes_entity CHECK (entity IN ('article', 'unit', 'person', 'author', 'category', 'site'));

-- Append-only tables: the owner is refused too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER editions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'revision % is sealed', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'article_revisions_sealed';
END $$;

CREATE TRIGGER article_revisions_sealed BEFORE UPDATE OR DELETE ON article_revisions
  FOR EACH ROW WHEN (OLD.sealed) EXECUTE FUNCTION refuse_change_of_sealed();
CREATE TRIGGER article_revisions_not_emptied BEFORE TRUNCATE ON article_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO public_generation DEFAULT VALUES;

-- Grows once in a transaction that changes something delivery shows, at its end, so that the row is locked for as short
-- a time as possible; whoever listens hears it after the commit.
CREATE FUNCTION grow_public_generation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this_transaction text := pg_current_xact_id()::text;
  grown bigint;
BEGIN
  IF current_setting('bantin.generation_grown_in', true) IS DISTINCT FROM this_transaction THEN
    PERFORM set_config('bantin.generation_grown_in', this_transaction, true);
    UPDATE public_generation SET generation = generation + 1 RETURNING generation INTO grown;
    PERFORM pg_notify('public_generation', grown::text);
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY['published.articles', 'sites', 'units', 'unit_names', 'unit_parents', 'bloc_members', 'authors', 'categories', 'tags', 'media', 'redirects']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER grow_public_generation AFTER INSERT OR UPDATE OR DELETE ON %s
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_public_generation()', shown);
  END LOOP;
END $$;
