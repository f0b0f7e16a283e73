// Scores as LHC-Forms computes them, a public renderer of SDC forms: given our questionnaires and the answers of the golden
// vectors, it opens the same questions, keeps the same answers and comes to the results that the vectors name.
//
// Usage: renderer_test.mjs [MOST]. Of each instrument at most MOST vectors, evenly spread (12 unless given).
import assert from "node:assert/strict";
import { instruments, itemsBelow } from "./form_cases.mjs";
import { knownDifferences } from "./known_form_differences.mjs";
import { needs, programOf } from "./needs.mjs";

needs(["lforms"]);
const program = programOf(["chromium-headless-shell", "chromium"]);
const { withRenderer } = await import("./renderer.mjs");

const most = Number(process.argv[2] ?? 12);
const tally = { forms: 0, drawn: 0, answers: 0, results: 0, known: 0 };
const isKnown = (instrument, one, linkId) =>
  knownDifferences.some((known) => known.instrument === instrument.id && known.name === one.name && (!linkId || known.linkId === linkId));

/// The skip rule is a condition like others to a renderer: what was answered without it cannot be compared. Vectors that
/// differ in a person's age or sex alone have the same answers.
function pick(instrument) {
  const seen = new Set();
  const all = instrument.cases.filter((one) => {
    const text = JSON.stringify(one.response.item ?? []);
    if (one.skipRule === false || seen.has(text)) return false;
    return seen.add(text);
  });
  const step = Math.ceil(all.length / most);
  return all.filter((one, index) => index % step === 0 || one.isHalf || isKnown(instrument, one));
}

/// Values by link id, in order. A reason for no answer is no value: the renderer drops it. It takes a month or a year for
/// its first day.
function valuesOf(items, values = {}) {
  for (const { linkId, answer, item } of items ?? []) {
    for (const one of answer ?? []) {
      const name = Object.keys(one).find((key) => key.startsWith("value"));
      if (!name) continue;
      const value = name === "valueCoding" ? one[name].code : name === "valueDate" ? (one[name] + "-01-01").slice(0, 10) : one[name];
      (values[linkId] ??= []).push(value);
    }
    valuesOf(item, values);
  }
  return values;
}

/// Of a composite the vectors tell the thousandth.
const alike = (ours, theirs) =>
  typeof ours === "number" && typeof theirs === "number" ? Math.abs(ours - theirs) <= 0.0005 : ours === theirs;

/// What the vector says of each calculated item; the sum of all points has a place of its own there.
function expected(questionnaire, { expect }) {
  const results = { ...expect.results };
  if (itemsBelow(questionnaire.item).some(({ item }) => item.linkId === "score")) results.score ??= expect.score;
  return results;
}

/// What differs between the vector and the renderer, in words.
function differences(instrument, one, rendered) {
  const { questionnaire } = instrument;
  const found = [];
  const theirs = valuesOf(rendered.item);
  const calculated = itemsBelow(questionnaire.item).filter(({ item }) => item.readOnly).map(({ item }) => item.linkId);
  for (const [linkId, ours] of one.expect ? Object.entries(expected(questionnaire, one)) : []) {
    const value = theirs[linkId]?.[0] ?? null;
    if (ours !== null && value === null && isKnown(instrument, one, linkId)) {
      tally.known += 1;
    } else if (ours !== null) {
      tally.results += 1;
      if (!alike(ours, value)) found.push(`${linkId}: ours ${ours}, theirs ${value}`);
    } else if (linkId === "score" && value !== null && !(one.expect.min <= value && value <= one.expect.max)) {
      // A renderer knows no range: of a form with gaps it tells what the answers so far give.
      found.push(`${linkId}: ours ${one.expect.min} to ${one.expect.max}, theirs ${value}`);
    }
  }
  const given = valuesOf(one.response.item);
  const conditional = new Set(itemsBelow(questionnaire.item)
    .filter(({ item, above }) => [item, ...above].some(({ enableWhen }) => enableWhen)).map(({ item }) => item.linkId));
  for (const linkId of new Set([...Object.keys(given), ...Object.keys(theirs)])) {
    if (calculated.includes(linkId)) continue;
    const [ours, there] = [given[linkId] ?? [], theirs[linkId] ?? []];
    tally.answers += there.length;
    const isClosed = there.length === 0 && conditional.has(linkId);
    if (!isClosed && (ours.length !== there.length || !ours.every((value, index) => alike(value, there[index]))))
      found.push(`${linkId}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(there)}`);
  }
  return found;
}

/// The fullest form and the half-filled one are drawn on the page; the others are filled in the same renderer without.
async function compare(open, instrument) {
  const fill = await open(instrument.questionnaire);
  const cases = pick(instrument);
  const size = ({ response }) => JSON.stringify(response).length;
  const fullest = cases.reduce((largest, one) => (size(one) > size(largest) ? one : largest));
  const found = [];
  for (const one of cases) {
    const isDrawn = one === fullest || Boolean(one.isHalf);
    const { response, fields } = await fill(one.response, isDrawn);
    tally.forms += 1;
    if (isDrawn) assert.ok(fields > 0, `${instrument.id}: nothing was drawn`);
    tally.drawn += isDrawn;
    found.push(...differences(instrument, one, response).map((words) => `${instrument.id}, ${one.name}, ${words}`));
  }
  return found;
}

/// AUDIT-C with a point more for each answer to its first question.
function withOtherPoints({ questionnaire, ...rest }) {
  const other = structuredClone(questionnaire);
  const { answerOption } = itemsBelow(other.item).find(({ item }) => item.linkId === "1").item;
  for (const { extension } of answerOption) extension.find(({ url }) => url.endsWith("ordinalValue")).valueDecimal += 1;
  return { questionnaire: other, ...rest };
}

const all = instruments();
await withRenderer(program, async (open) => {
  const found = [];
  for (const instrument of all) found.push(...(await compare(open, instrument)));
  found.forEach((words) => console.log(words));
  console.log(`${all.length} instruments:`, JSON.stringify(tally), `${found.length} differences`);
  assert.equal(found.length, 0);
  assert.equal(tally.known, knownDifferences.length, "what is known to differ differs no more");
  assert.ok(tally.drawn >= 2 * all.length - 1 && tally.answers > 2000 && tally.results > 300, "too little was compared");

  const wrong = await compare(open, withOtherPoints(all.find(({ id }) => id === "audit-c")));
  assert.notEqual(wrong.length, 0, "other points were not noticed");
});
