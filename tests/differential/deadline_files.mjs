// The deadline rules, their examples and the law map against the published schemas, by ajv; and the wrong files in
// tests/data/deadlines/wrong: each is refused at exactly the place that places.json says. "schema" there means that ajv
// says so; "reader" that the schema lets it pass and our own reader has to refuse it.
//
// Usage: node deadline_files.mjs, in any folder. Exit code 1 when there is a finding.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(root, ...parts), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: true });

/// "/rules/0/figure" with a member that is missing or unknown → "rules[0].figure.unit".
function placeOf(error) {
  const steps = error.instancePath.split("/").slice(1);
  const last = error.params.missingProperty ?? error.params.additionalProperty;
  if (last !== undefined) steps.push(last);
  return steps.reduce((place, step) => (/^\d+$/.test(step) ? `${place}[${step}]` : place ? `${place}.${step}` : step), "");
}

function refusals(validate, value) {
  return validate(value) ? [] : [...new Set(validate.errors.map(placeOf))];
}

const findings = [];
const validators = {};
for (const [schema, ...file] of [
  ["law-map", "law", "law-map.json"],
  ["deadlines", "deadlines", "deadlines.json"],
  ["deadlines-examples", "deadlines", "deadlines.examples.json"],
]) {
  validators[schema] = ajv.compile(read("assets", "schemas", `${schema}.schema.json`));
  for (const place of refusals(validators[schema], read("assets", ...file))) findings.push(`${file.join("/")}: ${place}`);
}

const folder = ["tests", "data", "deadlines", "wrong"];
const places = read(...folder, "places.json");
const names = fs.readdirSync(path.join(root, ...folder)).filter((name) => name !== "places.json");
for (const name of new Set([...names, ...Object.keys(places)])) {
  const expected = places[name];
  if (!expected || !names.includes(name)) {
    findings.push(`${name}: is not both a file and in places.json`);
    continue;
  }
  const met = refusals(name.startsWith("law-") ? validators["law-map"] : validators.deadlines, read(...folder, name));
  const wanted = expected.by === "schema" ? [expected.at] : [];
  if (met.join() !== wanted.join()) findings.push(`${name}: expected ${wanted.join() || "nothing"}, the schema refuses ${met.join(", ") || "nothing"}`);
}

for (const finding of findings) console.log(finding);
console.log(`deadline files: ${names.length} wrong ones, ${findings.length} findings`);
process.exit(findings.length ? 1 : 0);
