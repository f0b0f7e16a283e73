// The published schemas and the files of assets, by another program than our readers: ajv.
//
// Usage: node schemas.mjs, in any folder; prints one line for each finding and a count. Exit code 1 when there is one.
// Every schema compiles; every file that names a schema keeps to it; profiles fit their parents; and each file in
// tests/data/profiles/wrong is refused at exactly the place that its places.json says, by schema or by what is checked
// beside it ("reader": our own reader has to refuse it all the same).
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { needs } from "./needs.mjs";
import { checkMerged, checkOwn, checkTemplates, overlay } from "./profile_checks.mjs";

needs(["ajv"]);
const { default: Ajv } = await import("ajv");

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const at = (...parts) => path.join(root, ...parts);
const read = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
const jsonIn = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".json")).sort() : []);

const findings = [];
const find = (file, place, why) => findings.push(`${path.relative(root, file)}: ${place}: ${why}`);

const schemaFolder = at("assets", "schemas");
const schemas = new Map(jsonIn(schemaFolder).map((name) => [name, read(path.join(schemaFolder, name))]));
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
for (const schema of schemas.values()) ajv.addSchema(schema);
for (const [name, schema] of schemas) {
  try { ajv.compile(schema); } catch (error) { if (!ajv.getSchema(schema.$id)) find(path.join(schemaFolder, name), "(root)", error.message); }
}

/// "/contacts/2/number" with a member that is missing or unknown → "contacts[2].number.value".
function placeOf(error) {
  const steps = error.instancePath.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = error.params.missingProperty ?? error.params.additionalProperty;
  if (last !== undefined) steps.push(last);
  return steps.reduce((place, step) => (/^\d+$/.test(step) ? `${place}[${step}]` : place ? `${place}.${step}` : step), "") || "(root)";
}

/// The places and reasons of a schema's refusal, each place once.
function refusals(schema, value) {
  const validate = ajv.getSchema(schema.$id);
  if (validate(value)) return [];
  const places = new Map();
  // "if" only says that its branch has failed, and below "contains" stand those elements that are not the one wanted.
  const telling = validate.errors.filter((error) => error.keyword !== "if" && !error.schemaPath.includes("/contains/"));
  for (const error of telling) if (!places.has(placeOf(error))) places.set(placeOf(error), error.message);
  return [...places];
}

let files = 0;
function checkFile(file) {
  const value = read(file);
  ++files;
  const named = typeof value.$schema === "string" && schemas.get(path.basename(value.$schema));
  if (!named || path.resolve(path.dirname(file), value.$schema) !== path.join(schemaFolder, path.basename(value.$schema))) {
    find(file, "$schema", "names no schema of assets/schemas");
    return undefined;
  }
  const refused = refusals(named, value);
  for (const [place, why] of refused) find(file, place, why);
  return refused.length ? undefined : value;
}

for (const folder of ["advice", "coverage", "deadlines", "guidance", "law", "templates"]) {
  for (const name of jsonIn(at("assets", folder))) {
    const file = at("assets", folder, name);
    if (folder === "advice" && read(file).$schema === undefined) continue;
    const value = checkFile(file);
    if (value && folder === "templates") for (const finding of checkTemplates(value.templates)) find(file, finding.at, finding.why);
  }
}

const rulesFile = at("assets", "deadlines", "deadlines.json");
const lawFile = at("assets", "law", "law-map.json");
const medical = read(at("assets", "instruments", "medical-test.json"));
const known = {
  instruments: new Set(["asi", ...jsonIn(at("assets", "instruments")).filter((name) => !name.includes(".vectors.")).map((name) => name.replace(".json", ""))]),
  tests: new Set(medical.item.find((item) => item.linkId === "test").answerOption.map((option) => option.valueCoding.code)),
  rules: fs.existsSync(rulesFile) ? new Map(read(rulesFile).rules.map((rule) => [rule.id, rule])) : undefined,
  acts: fs.existsSync(lawFile) ? read(lawFile).acts : undefined,
};

const settings = schemas.get("profile.schema.json").properties.settings.properties;
for (const rule of known.rules?.values() ?? [])
  for (const name of [rule.figure?.setting, rule.figure?.share?.setting, rule.needs])
    if (name && name !== "stated" && !settings[name]) find(rulesFile, rule.id, `names the setting ${name}, which no profile has`);

const profiles = new Map();
for (const file of [...jsonIn(at("assets", "profiles")).map((name) => at("assets", "profiles", name)), at("assets", "examples", "exempelby.json")]) {
  const profile = checkFile(file);
  if (!profile) continue;
  profiles.set(profile.id, profile);
  if (path.basename(file, ".json") !== profile.id) find(file, "id", "is not the name of the file");
}

/// The profile with its parents under it, at most three deep.
function withParents(profile, findings, depth = 0) {
  if (profile.parent === undefined) return overlay(undefined, profile, findings);
  const parent = depth < 3 ? profiles.get(profile.parent) : undefined;
  if (parent) return overlay(withParents(parent, [], depth + 1), profile, findings);
  findings.push({ at: "parent", why: "no profile of this id, or parents in a circle" });
  return undefined;
}

/// As a reader does it: a file that is wrong by itself is not laid over its parent.
function* checkProfile(profile) {
  const findings = [...checkOwn(profile)];
  const merged = findings.length ? undefined : withParents(profile, findings);
  yield* findings;
  if (merged) yield* checkMerged(merged, known);
}
for (const profile of profiles.values()) for (const finding of checkProfile(profile)) findings.push(`${profile.id}: ${finding.at}: ${finding.why}`);

const wrongFolder = at("tests", "data", "profiles", "wrong");
const places = fs.existsSync(wrongFolder) ? read(path.join(wrongFolder, "places.json")) : {};
const wrong = jsonIn(wrongFolder).filter((name) => name !== "places.json");
for (const name of new Set([...wrong, ...Object.keys(places)])) {
  const file = path.join(wrongFolder, name);
  if (!wrong.includes(name) || !places[name]) { find(file, "(root)", "is not both a file and in places.json"); continue; }
  const value = read(file);
  const bySchema = refusals(schemas.get("profile.schema.json"), value);
  const met = bySchema.length ? bySchema.map(([place]) => place) : [...checkProfile(value)].map((finding) => finding.at);
  const by = bySchema.length ? "schema" : "reader";
  if (met.length !== 1 || met[0] !== places[name].at) find(file, places[name].at, `expected here, refused at ${met.join(", ") || "no place"}`);
  if (by !== places[name].by) find(file, places[name].at, `expected from ${places[name].by}, came from ${by}`);
}

for (const finding of findings) console.log(finding);
console.log(`schemas: ${schemas.size} schemas, ${files} files, ${wrong.length} wrong ones, ${findings.length} findings`);
process.exit(findings.length ? 1 : 0);
