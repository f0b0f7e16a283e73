// The other side of the differential test of expressions: fhirpath.js, the engine in most renderers of forms.
//
// Usage: fhirpath_peer.mjs CASES RESULTS. CASES has a questionnaire in its first line, an array of responses in its
// second, then one case a line: {"expression", "response": index, "context": link id or none, "variables"}. RESULTS
// gets a line for each: {"values": [...]} or {"error": "..."}.
import fs from "node:fs";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";

const [casesPath, resultsPath] = process.argv.slice(2);
const [questionnaire, responses, ...cases] = fs.readFileSync(casesPath, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

// fhirpath.js has weight() and not answers(); this is answers() said with its own nodes.
function answersBelow(node) {
  const model = node.model;
  const below = (property, path) =>
    [node.data?.[property] ?? []].flat().map((data, index) =>
      node.constructor.makeResNode(node.ctx, data, node, model.pathsDefinedElsewhere[path] ?? path, null, "BackboneElement", property, index));
  return [
    ...below("answer", node.path + ".answer").flatMap((answer) => [answer, ...answersBelow(answer)]),
    ...below("item", node.path + ".item").flatMap(answersBelow),
  ];
}

const options = {
  async: false,
  userInvocationTable: {
    answers: { fn: (nodes) => nodes.filter((node) => node?.path).flatMap(answersBelow), arity: { 0: [] }, internalStructures: true },
  },
};

function itemWith(linkId, node) {
  for (const item of [...(node.item ?? []), ...(node.answer ?? [])]) {
    const found = item.linkId === linkId ? item : itemWith(linkId, item);
    if (found) return found;
  }
  return undefined;
}

const compiled = new Map();
function compile(expression, base) {
  const key = base + "|" + expression;
  if (!compiled.has(key))
    compiled.set(key, fhirpath.compile(base ? { base, expression } : expression, r4, options));
  return compiled.get(key);
}

// It warns on the console of what it makes an error or an empty collection of anyway.
console.warn = () => {};

function resultOf({ expression, response, context, variables }) {
  const resource = responses[response];
  try {
    const evaluate = compile(expression, context ? "QuestionnaireResponse.item" : "");
    const values = evaluate(context ? itemWith(context, resource) : resource, { resource, questionnaire, ...variables });
    if (values instanceof Promise) return { error: "asks a server" };
    return { values };
  } catch (error) {
    return { error: String(error?.message ?? error).slice(0, 200) };
  }
}

fs.writeFileSync(resultsPath, cases.map((one) => JSON.stringify(resultOf(one)) + "\n").join(""));
