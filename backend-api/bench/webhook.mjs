// The webhook as it is written with Fastify, twilio and pg: the signature checked by the carrier's own helper, the same rows as
// Trunkline writes, in a transaction with a statement for each row, committed before the answer. It signs in to PostgreSQL as the same
// limited role, under the same row-level security; its tenant is set once for each connection, since it has but one.
//
// Settings: DATABASE (a connection string), POOL, TOKEN, PUBLIC_URL, TENANT, PORT.
import Fastify from "fastify";
import pg from "pg";
import { randomUUID } from "node:crypto";
import { parse } from "node:querystring";
import twilio from "twilio";

const { DATABASE, POOL = "16", TOKEN, PUBLIC_URL, TENANT, PORT } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE, max: Number(POOL), options: `-c app.tenant=${TENANT}` });
const app = Fastify({ logger: false, keepAliveTimeout: 60_000 });

app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) => done(null, parse(body)));

app.addHook("preHandler", async (request, reply) => {
  const signature = request.headers["x-twilio-signature"] ?? "";
  if (!twilio.validateRequest(TOKEN, signature, PUBLIC_URL + request.url, request.body)) {
    return reply.code(403).send();
  }
});

const token = (request) => request.headers["i-twilio-idempotency-token"];

// a notice: its row, then the answer
app.post("/notice", async (request, reply) => {
  await pool.query({
    name: "notice",
    text: `INSERT INTO notice (tenant_id, token, kind, subject, body, received_at)
           VALUES ($1, $2, 'call-status', $3, $4, now()) ON CONFLICT (tenant_id, token) DO NOTHING`,
    values: [TENANT, token(request), request.body.CallSid, Buffer.from(JSON.stringify(request.body))],
  });
  return reply.code(204).send();
});

// a question: the call is opened, the event appended, the answer kept
app.post("/voice", async (request, reply) => {
  const client = await pool.connect();
  try {
    const answer = await opened(client, request.body, token(request));
    return reply.type("application/xml").send(answer);
  } finally {
    client.release();
  }
});

async function opened(client, form, key) {
  const query = (name, text, ...values) => client.query({ name, text, values });
  await client.query("BEGIN");
  try {
    const kept = await query("kept", "SELECT answer FROM webhook_answer WHERE tenant_id = $1 AND token = $2", TENANT, key);
    if (kept.rowCount > 0) {
      await client.query("COMMIT");
      return kept.rows[0].answer;
    }
    const contact = await contactOf(query, form.From);
    const interaction = randomUUID();
    await query(
      "interaction",
      `INSERT INTO interaction (tenant_id, id, channel, direction, state, contact_id, address, our_address, opened_at)
       VALUES ($1, $2, 'VOICE', 'INBOUND', 'OPEN', $3, $4, $5, now())`,
      TENANT, interaction, contact, form.From, form.To,
    );
    const participant = randomUUID();
    await query(
      "participant",
      `INSERT INTO participant (tenant_id, id, interaction_id, role, name, contact_id, address, joined_at)
       VALUES ($1, $2, $3, 'CONTACT', $4, $5, $4, now())`,
      TENANT, participant, interaction, form.From, contact,
    );
    await query("call", "INSERT INTO call (tenant_id, interaction_id) VALUES ($1, $2)", TENANT, interaction);
    await query(
      "leg",
      `INSERT INTO leg (tenant_id, id, interaction_id, participant_id, role, call_sid, direction, state, started_at)
       VALUES ($1, $2, $3, $4, 'CONTACT', $5, 'INBOUND', 'RINGING', now())`,
      TENANT, randomUUID(), interaction, participant, form.CallSid,
    );
    await query(
      "outbox",
      `INSERT INTO outbox (tenant_id, at, type, interaction_id, payload, audience) VALUES ($1, now(), 'InteractionOpened', $2, $3, $4)`,
      TENANT, interaction, JSON.stringify({ interaction, contact, from: form.From, to: form.To }), '{"tenant":true}',
    );
    const answer = greeting();
    await query("keep", "INSERT INTO webhook_answer (tenant_id, token, answer) VALUES ($1, $2, $3)", TENANT, key, answer);
    await client.query("COMMIT");
    return answer;
  } catch (e) {
    await client.query("ROLLBACK");
    throw e;
  }
}

async function contactOf(query, from) {
  const known = await query("contact", "SELECT contact_id FROM contact_address WHERE tenant_id = $1 AND kind = 'PHONE' AND value = $2", TENANT, from);
  if (known.rowCount > 0) {
    return known.rows[0].contact_id;
  }
  const contact = randomUUID();
  await query("new-contact", "INSERT INTO contact (tenant_id, id, name, created_at, changed_at) VALUES ($1, $2, $3, now(), now())", TENANT, contact, from);
  await query("new-address", "INSERT INTO contact_address (tenant_id, id, contact_id, kind, value) VALUES ($1, $2, $3, 'PHONE', $4)", TENANT, randomUUID(), contact, from);
  return contact;
}

function greeting() {
  const response = new twilio.twiml.VoiceResponse();
  response.say("Welcome.");
  const gather = response.gather({ action: "/gather", numDigits: 1, timeout: 5 });
  gather.say("For sales press one. For help press two.");
  return response.toString();
}

await app.listen({ host: "127.0.0.1", port: Number(PORT) });
