// The fan-out that is written with socket.io: one emit to everybody.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { obey } from "./publisher.mjs";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false });
http.listen(0, "127.0.0.1", () => console.log(`READY ${http.address().port}`));
obey((event) => io.emit("event", event));
