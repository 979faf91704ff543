-- What is written is checked row by row, so the tenant is compared at once instead of through a plan of its own in each
-- statement; what is read keeps the form that looks the tenant up once however many rows there are.
CREATE OR REPLACE PROCEDURE guard_tenant(target regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant_only ON %s TO trunkline_app
        USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = app_tenant())', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO trunkline_app', target);
END $$;

DO $$
DECLARE
    guarded record;
BEGIN
    FOR guarded IN SELECT schemaname, tablename FROM pg_policies WHERE policyname = 'tenant_only' AND schemaname = 'public' LOOP
        EXECUTE format('ALTER POLICY tenant_only ON %I.%I WITH CHECK (tenant_id = app_tenant())',
            guarded.schemaname, guarded.tablename);
    END LOOP;
END $$;
