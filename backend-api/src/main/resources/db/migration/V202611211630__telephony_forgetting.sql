-- Rows come in the order of time, so that these indexes cost next to nothing; they find what is old enough to go.
CREATE INDEX notice_received ON notice USING brin (received_at);
CREATE INDEX webhook_answer_at ON webhook_answer USING brin (at);
