// A page in headless Chromium, spoken to over two pipes in Chromium's own protocol: no port is opened, nothing is fetched.
import { spawn } from "node:child_process";

const Options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
  "--allow-file-access-from-files"];

/// Messages end in a NUL. An answer has the number of its question; what has none is an event.
class Connection {
  #pending = new Map();
  #listeners = new Map();
  #next = 1;
  #rest = "";

  constructor(child) {
    this.child = child;
    child.stdio[4].setEncoding("utf8").on("data", (text) => this.#take(text));
    child.once("exit", () => this.#pending.forEach(({ reject }) => reject(new Error("Chromium ended"))));
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  event(method) {
    return new Promise((resolve) => this.#listeners.set(method, resolve));
  }

  #take(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages.map((one) => JSON.parse(one))) {
      const asked = this.#pending.get(message.id);
      if (!asked) {
        this.#listeners.get(message.method)?.(message.params);
        continue;
      }
      this.#pending.delete(message.id);
      if (message.error) asked.reject(new Error(message.error.message));
      else asked.resolve(message.result);
    }
  }
}

/// Opens the page at a file's address in the program given. `evaluate` gives the value of an expression in it, a
/// promise's too.
export async function openPage(program, address, folder) {
  const child = spawn(program, [...Options, `--user-data-dir=${folder}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const connection = new Connection(child);
  const { targetId } = await connection.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  await connection.send("Page.enable", {}, sessionId);
  const loaded = connection.event("Page.loadEventFired");
  await connection.send("Page.navigate", { url: address }, sessionId);
  await loaded;
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = await connection.send(
        "Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await connection.send("Browser.close");
      await ended;
    },
  };
}
