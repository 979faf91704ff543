// The fan-out that is written with ws: every event as one text frame to every client.
import { WebSocketServer } from "ws";
import { obey } from "./publisher.mjs";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("listening", () => console.log(`READY ${server.address().port}`));
obey((event) => {
  const bytes = Buffer.from(event);
  for (const client of server.clients) client.send(bytes, { binary: false });
});
