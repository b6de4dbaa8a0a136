-- A published version never changes: only its retirement may be noted, once.
CREATE FUNCTION schalter_published_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL
    AND (NEW.id, NEW.version, NEW.hash, NEW.source, NEW.published_at)
      = (OLD.id, OLD.version, OLD.hash, OLD.source, OLD.published_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'version % of form % is published and never changes', OLD.version, OLD.id;
END
$$;
--> statement-breakpoint
CREATE TRIGGER published_never_changes BEFORE UPDATE OR DELETE ON "forms"
  FOR EACH ROW EXECUTE FUNCTION schalter_published_never_changes();
