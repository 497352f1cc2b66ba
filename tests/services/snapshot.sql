-- Run once in a migrated template database: keeps its rows and makes a function that puts them
-- back. Every copy of the template brings both along, so a copy restores itself.

CREATE SCHEMA as_migrated;

DO $$
DECLARE kept record;
BEGIN
    FOR kept IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE as_migrated.%I AS TABLE public.%I', kept.name, kept.name);
    END LOOP;
END $$;

-- Generated columns are left out: the database fills them by itself and refuses other values.
CREATE VIEW as_migrated."restored tables" AS
    SELECT relname AS name, string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
    FROM pg_class
    JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname;

CREATE TABLE as_migrated."restored sequences" AS
    SELECT sequencename AS name, coalesce(last_value, start_value) AS value,
        last_value IS NOT NULL AS is_used
    FROM pg_sequences WHERE schemaname = 'public';

-- Foreign keys are not checked meanwhile: the kept rows were whole together, and the checks take
-- twice as long as the rest. Only a superuser may do this. DELETE and not TRUNCATE: on tables
-- this small it is faster, and it does not wait for readers that a test has left behind.
CREATE FUNCTION as_migrated.restore() RETURNS void LANGUAGE plpgsql AS $$
DECLARE kept record;
BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    PERFORM set_config('lock_timeout', '20s', true);
    FOR kept IN SELECT * FROM as_migrated."restored tables" LOOP
        EXECUTE format('DELETE FROM public.%I', kept.name);
        EXECUTE format(
            'INSERT INTO public.%I (%s) SELECT %s FROM as_migrated.%I',
            kept.name, kept.columns, kept.columns, kept.name
        );
    END LOOP;
    PERFORM setval(format('public.%I', name)::regclass, value, is_used)
        FROM as_migrated."restored sequences";
END $$;
