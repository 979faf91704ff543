-- Nobody looks for notices by their subject; each index is written anew with every notice and every change of one.
DROP INDEX notice_subject;

-- With the id in it, this index was taken to find notices by id, which read all that are open.
DROP INDEX notice_open;
CREATE INDEX notice_open ON notice (due_at) WHERE applied_at IS NULL AND NOT dead;
