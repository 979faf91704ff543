-- A program that finds the history as it wants it starts without preparing anything.
GRANT SELECT ON flyway_schema_history TO trunkline_system;
