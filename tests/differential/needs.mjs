// Packages and programs of other people may be missing: then a test says "skipped: …", which ctest shows as skipped.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "node_modules");

function skip(what) {
  console.log(`skipped: ${what} is not here; ./dev setup fetches it`);
  process.exit(0);
}

export function needs(packages) {
  const missing = packages.find((name) => !fs.existsSync(path.join(folder, name, "package.json")));
  if (missing) skip(missing);
}

/// The first of these programs that is on the search path.
export function programOf(names) {
  const places = (process.env.PATH ?? "").split(path.delimiter);
  const found = names.flatMap((name) => places.map((place) => path.join(place, name))).find((file) => fs.existsSync(file));
  return found ?? skip(names[0]);
}
