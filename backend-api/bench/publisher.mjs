// Publishes events as it is told on standard input: "rate EVENTS_PER_SECOND SECONDS" or "credit EVENTS".
import { createInterface } from "node:readline";

const PAD = "x".repeat(120);

// 200 bytes, with the publisher's clock in it
const event = () =>
  JSON.stringify({ type: "bench.happened", note: `t=${String(process.hrtime.bigint()).padStart(19, "0")}`, pad: PAD });

export function obey(publish) {
  createInterface({ input: process.stdin }).on("line", (line) => {
    const [word, first, second] = line.split(" ");
    if (word === "credit") {
      for (let i = 0; i < Number(first); i++) publish(event());
    } else if (word === "rate") {
      const begun = process.hrtime.bigint();
      let sent = 0;
      const timer = setInterval(() => {
        const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
        for (const due = Math.floor(Math.min(seconds, Number(second)) * Number(first)); sent < due; sent++) publish(event());
        if (seconds >= Number(second)) clearInterval(timer);
      }, 1);
    }
  });
}
