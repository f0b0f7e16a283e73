// The shipped instruments with their golden vectors, each vector as a QuestionnaireResponse. Written from the formats'
// descriptions and not with our own code, so that both can be wrong only in different ways.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../assets/instruments");
const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));

const AbsentUrl = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const Reasons = { refused: "asked-declined", unknown: "asked-unknown", "not-relevant": "not-applicable" };

function optionOf(item, given) {
  const option = typeof given === "number" ? item.answerOption[given] : item.answerOption.find(({ valueCoding }) => valueCoding.code === given);
  return option && { valueCoding: { ...option.valueCoding } };
}

/// An input or its stored form: 2 or {"option": "c"}, "refused" or {"state": "refused"}.
function answersOf(item, given) {
  const reason = Reasons[given?.state ?? given];
  if (reason) return [{ extension: [{ url: AbsentUrl, valueCode: reason }] }];
  const [value] = typeof given === "object" && !Array.isArray(given) ? Object.values(given) : [given];
  switch (item.type) {
    case "choice":
      return [value].flat().map((one) => optionOf(item, one));
    case "open-choice":
      return [optionOf(item, value) ?? { valueString: value }];
    case "boolean":
      return [{ valueBoolean: value }];
    case "integer":
      return [{ valueInteger: value }];
    case "decimal":
      return [{ valueDecimal: Number(value) }];
    case "date":
      return [{ valueDate: value }];
    default:
      return [{ valueString: value }];
  }
}

/// "<group>.<row>" of each row of a repeating group.
const rowsOf = (item, answers) =>
  [...new Set(Object.keys(answers).filter((key) => key.startsWith(`${item.linkId}.`) && key.includes("/")).map((key) => key.split("/")[0]))].sort();

function itemsOf(items, answers, prefix = "") {
  return items.flatMap((item) => {
    const { linkId } = item;
    if (item.type === "group") {
      const prefixes = item.repeats ? rowsOf(item, answers).map((row) => `${row}/`) : [prefix];
      return prefixes.map((one) => ({ linkId, item: itemsOf(item.item, answers, one) })).filter((group) => group.item.length > 0);
    }
    const given = answers[prefix + linkId] ?? null;
    if (given === null) return [];
    const answer = answersOf(item, given);
    return answer.length > 0 ? [{ linkId, answer }] : [];
  });
}

export function responseOf(questionnaire, answers, status = "completed") {
  const item = itemsOf(questionnaire.item, answers);
  const response = { resourceType: "QuestionnaireResponse", questionnaire: `${questionnaire.url}|${questionnaire.version}`, status };
  return item.length > 0 ? { ...response, item } : response;
}

/// Every other answer of the fullest vector. What it comes to is not written anywhere.
function halfOf(vectors) {
  const size = ({ answers }) => Object.keys(answers).length;
  const fullest = vectors.reduce((most, one) => (size(one) > size(most) ? one : most));
  const answers = Object.fromEntries(Object.entries(fullest.answers).filter((_, index) => index % 2 === 0));
  return { name: `${fullest.name}, every other answer`, answers, isHalf: true };
}

/// {id, questionnaire, cases: [{name, answers, expect, skipRule, response}]}; the last case is the half-filled one.
export function instruments() {
  return fs.readdirSync(folder).filter((name) => name.endsWith(".json") && !name.endsWith(".vectors.json")).sort().map((name) => {
    const questionnaire = read(name);
    const { vectors } = read(name.replace(/json$/, "vectors.json"));
    const cases = [...vectors, halfOf(vectors)].map((one) => ({
      ...one,
      response: responseOf(questionnaire, one.answers, one.isHalf ? "in-progress" : "completed"),
    }));
    return { id: questionnaire.id, questionnaire, cases };
  });
}

/// The forms of the worker's own, as they lie in assets/forms.
export function forms() {
  const own = path.join(folder, "../forms");
  return fs.readdirSync(own).filter((name) => name.endsWith(".json") && !name.endsWith(".vectors.json")).sort()
    .map((name) => ({ questionnaire: JSON.parse(fs.readFileSync(path.join(own, name), "utf8")) }));
}

/// Items with everything above them: [{item, above: [item, ...]}].
export const itemsBelow = (items, above = []) =>
  (items ?? []).flatMap((item) => [{ item, above }, ...itemsBelow(item.item, [...above, item])]);
