// LHC-Forms (npm lforms), a public renderer of SDC forms, in headless Chromium.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openPage } from "./browser.mjs";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "node_modules/lforms/dist/lforms");
const Scripts = ["webcomponent/assets/lib/zone.min.js", "webcomponent/runtime.js", "webcomponent/polyfills.js",
  "webcomponent/main.js", "fhir/R4/lformsFHIR.min.js"];

// Runs in the page. A response counts to the renderer as typed by its user, who may have overwritten or emptied what is
// calculated; without `hasSavedData` the form calculates as it does while somebody answers.
async function fill(questionnaire, response, isDrawn) {
  const { Util } = LForms;
  const place = document.getElementById("form");
  place.textContent = "";
  let form = Util.mergeFHIRDataIntoLForms(response, Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4"), "R4");
  form.hasSavedData = false;
  if (isDrawn) {
    await Util.addFormToPage(form, "form");
    form = "#form";
  } else {
    form = new LForms.LFormsData(form);
    await form._expressionProcessor.runCalculations(true);
  }
  return { response: Util.getFormFHIRData("QuestionnaireResponse", "R4", form), fields: place.querySelectorAll("input, textarea").length };
}

/// Hands `use` a function fill(response, isDrawn) to {response, fields} for each questionnaire that it opens: the response
/// with what the renderer has in the form afterwards, what it calculates among it; the fields on the page of a drawn form.
export async function withRenderer(program, use) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), "faltakt-forms-"));
  try {
    const file = path.join(place, "page.html");
    const tags = Scripts.map((script) => `<script src="${pathToFileURL(path.join(folder, script))}"></script>`);
    fs.writeFileSync(file, `<!doctype html><meta charset="utf-8"><body><div id="form"></div>${tags.join("")}`);
    const page = await openPage(program, pathToFileURL(file).href, path.join(place, "profile"));
    await page.evaluate(`window.fill = ${fill}; undefined`);
    await use(async (questionnaire) => {
      await page.evaluate(`window.questionnaire = ${JSON.stringify(questionnaire)}; undefined`);
      return (response, isDrawn) => page.evaluate(`fill(window.questionnaire, ${JSON.stringify(response)}, ${isDrawn})`);
    });
    await page.close();
  } finally {
    fs.rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}
