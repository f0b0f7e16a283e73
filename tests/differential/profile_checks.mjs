// What a schema cannot say of a profile: days that exist, things named twice, references, parents, and templates that
// give away the reason. Each finding is {at, why}, `at` in the words of our own reader: "contacts[2].number.value".

const Lists = ["substances", "bodies", "contacts", "instruments", "tests", "methods", "responsibilities", "insatser",
  "deadlines", "delegations", "templates", "texts"];
const keyOf = (list) => (list === "deadlines" ? "rule" : "code");

/// The product's own figures, where two settings have to fit together.
const Defaults = { targetAge: 18, minAge: 18, "lob.attempts": 3, "lob.attemptWindowDays": 14, "lob.repeatMeetingAt": 2,
  "lob.repeatInvestigationAt": 3 };

const Neutral = ["worker", "number", "day", "time", "place"];
const Placeholders = { sms: ["worker", "number", "day", "time"], opening: Neutral, letter: [...Neutral, "unit", "municipality"] };
const Telling = /\b(lob|polis\w*|police|berusa\w*|påverka\w*|intoxicated|missbruk\w*|beroende\w*|addiction\w*|alkohol\w*|alcohol\w*|narkotik\w*|drog\w*|drug\w*|socialtjänst\w*|socialnämnd\w*|socialsekreter\w*|social (?:services|worker)|soc)(?![\p{L}\d])/iu;

export function dayExists(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

function dayAfter(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function* daysOf(profile) {
  for (const name of ["validFrom", "validTo"]) if (profile[name]) yield [name, profile[name]];
  for (const [index, law] of (profile.laws ?? []).entries())
    for (const name of ["from", "until"]) if (law[name]) yield [`laws[${index}].${name}`, law[name]];
  const reform = profile.settings["reform.regionTreatsFrom"]?.value;
  if (reform) yield ["settings.reform.regionTreatsFrom.value", reform];
  for (const [index, insats] of (profile.insatser ?? []).entries())
    if (insats.documentation?.decidedAt) yield [`insatser[${index}].documentation.decidedAt`, insats.documentation.decidedAt];
}

function* namedTwice(profile) {
  const lists = Lists.map((list) => [list, profile[list] ?? [], keyOf(list)]);
  for (const which of ["attempt", "result"]) lists.push([`outcomes.${which}.codes`, profile.outcomes?.[which]?.codes ?? [], "code"]);
  lists.push(["laws", profile.laws ?? [], "law"]);
  for (const [list, elements, key] of lists) {
    const seen = new Set();
    for (const [index, element] of elements.entries()) {
      if (seen.has(element[key])) yield { at: `${list}[${index}].${key}`, why: "is there twice" };
      seen.add(element[key]);
    }
  }
}

function* lawsInOrder(laws) {
  for (const [index, law] of laws.entries()) {
    const before = laws[index - 1];
    if (law.from && law.until && law.until < law.from) yield { at: `laws[${index}].until`, why: "lies before from" };
    if (!before) continue;
    if (!before.until) yield { at: `laws[${index - 1}].until`, why: "is missing: another law comes after it" };
    else if (!law.from) yield { at: `laws[${index}].from`, why: "is missing: another law comes before it" };
    else if (law.from !== dayAfter(before.until)) yield { at: `laws[${index}].from`, why: "must be the day after the law before it" };
  }
}

function* inContact(contact, at) {
  for (const [language, text] of Object.entries(contact.cardName ?? {}))
    if (Telling.test(text)) yield { at: `${at}.cardName.${language}`, why: "gives away who writes or why" };
}

function* inTemplate(template, at) {
  const parts = template.use === "sms" ? [["text", "sms", true]]
    : template.use === "letter" ? [["opening", "opening", true], ["text", "letter", false]] : [];
  for (const [member, place, neutral] of parts) {
    const holes = {};
    for (const [language, value] of Object.entries(template[member])) {
      const text = [value].flat().join("\n");
      holes[language] = [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]))].sort().join(" ");
      const unknown = holes[language].split(" ").filter((hole) => hole && !Placeholders[place].includes(hole));
      if (unknown.length) yield { at: `${at}.${member}.${language}`, why: `may not hold {${unknown[0]}}` };
      else if (neutral && Telling.test(text)) yield { at: `${at}.${member}.${language}`, why: "gives away who writes or why" };
    }
    if (holes.en !== undefined && holes.en !== holes.sv) yield { at: `${at}.${member}.en`, why: "holds other places to fill in than the Swedish" };
  }
  for (const member of ["opening", "text", "headings"]) {
    const both = template[member];
    if (Array.isArray(both?.sv) && both.en && both.sv.length !== both.en.length)
      yield { at: `${at}.${member}.en`, why: "is longer or shorter than the Swedish" };
  }
}

export function* checkTemplates(templates) {
  for (const [index, template] of templates.entries()) if (!template.off) yield* inTemplate(template, `templates[${index}]`);
}

function* inInsats(insats, at) {
  if (insats.talks && insats.talks.to < insats.talks.from) yield { at: `${at}.talks.to`, why: "lies below from" };
  for (const [index, ground] of (insats.grounds ?? []).entries()) {
    const paragraph = `${ground.law} ${ground.paragraph}`;
    const where = `${at}.grounds[${index}].paragraph`;
    if (paragraph === "2025:400 12:1") yield { at: where, why: "is the right to money, not to an insats" };
    else if (insats.needTest === "none" && ["2025:400 11:1", "2001:453 4:1"].includes(paragraph))
      yield { at: where, why: "is for help after a need test" };
    else if (insats.needTest === "required" && paragraph === "2025:400 11:5")
      yield { at: where, why: "is for help without a need test" };
  }
}

/// One file by itself.
export function* checkOwn(profile) {
  for (const [at, day] of daysOf(profile)) if (!dayExists(day)) yield { at, why: "must be an existing day as YYYY-MM-DD" };
  if (profile.validFrom && profile.validTo && profile.validTo < profile.validFrom) yield { at: "validTo", why: "lies before validFrom" };
  if (profile.parent === profile.id) yield { at: "parent", why: "a profile cannot be its own parent" };
  yield* namedTwice(profile);
  yield* lawsInOrder(profile.laws ?? []);
  for (const [index, insats] of (profile.insatser ?? []).entries()) if (!insats.off) yield* inInsats(insats, `insatser[${index}]`);
  for (const [index, contact] of (profile.contacts ?? []).entries()) if (!contact.off) yield* inContact(contact, `contacts[${index}]`);
  yield* checkTemplates(profile.templates ?? []);
}

/// The child laid over its parent; removed things are gone. Findings are about the child's own file.
export function overlay(parent, child, findings) {
  const merged = { ...child, settings: { ...(parent?.settings ?? {}) } };
  const removes = (at, there) => { if (!there) findings.push({ at, why: "there is nothing to remove" }); };
  for (const [name, setting] of Object.entries(child.settings)) {
    if (!setting.off) { merged.settings[name] = setting; continue; }
    removes(`settings.${name}.off`, parent?.settings[name]);
    delete merged.settings[name];
  }
  for (const list of Lists) {
    const key = keyOf(list);
    const elements = new Map((parent?.[list] ?? []).map((element) => [element[key], { ...element, at: "(inherited)" }]));
    for (const [index, element] of (child[list] ?? []).entries()) {
      if (element.off) { removes(`${list}[${index}].off`, elements.has(element[key])); elements.delete(element[key]); }
      else elements.set(element[key], { ...element, at: `${list}[${index}]` });
    }
    merged[list] = [...elements.values()];
  }
  merged.laws = child.laws ?? parent?.laws;
  merged.outcomes = { ...(parent?.outcomes ?? {}), ...(child.outcomes ?? {}) };
  return merged;
}

/// What has to fit together once the parents lie under it. `known`: what other files of the tree name.
export function* checkMerged(merged, known) {
  const value = (name) => merged.settings[name]?.value ?? Defaults[name];
  if (value("lob.attempts") > value("lob.attemptWindowDays")) yield { at: "settings.lob.attempts", why: "there are more attempts than days for them" };
  if (value("lob.repeatInvestigationAt") < value("lob.repeatMeetingAt")) yield { at: "settings.lob.repeatInvestigationAt", why: "lies below lob.repeatMeetingAt" };
  if (value("targetAge") < value("minAge")) yield { at: "settings.targetAge", why: "lies below minAge" };
  if (value("youth.toAge") < value("youth.fromAge")) yield { at: "settings.youth.toAge", why: "lies below youth.fromAge" };

  for (const [index, law] of (merged.laws ?? []).entries()) {
    const act = known.acts?.find((each) => each.number === law.law);
    if (act && (act.from !== law.from || act.until !== law.until)) yield { at: `laws[${index}]`, why: "has other days than the law map" };
  }
  const codes = Object.fromEntries(Lists.map((list) => [list, new Set(merged[list].map((element) => element[keyOf(list)]))]));
  const reportTo = value("delegation.reportTo");
  if (reportTo && !codes.bodies.has(reportTo)) yield { at: "settings.delegation.reportTo.value", why: "names no body" };
  const asked = value("violence.instrument");
  if (asked && !codes.instruments.has(asked)) yield { at: "settings.violence.instrument.value", why: "names no instrument of the profile" };

  for (const { at, ...instrument } of merged.instruments)
    if (!known.instruments.has(instrument.code)) yield { at: `${at}.code`, why: "names no instrument" };
  for (const { at, ...test } of merged.tests) if (!known.tests.has(test.code)) yield { at: `${at}.code`, why: "names no test of medical-test" };
  for (const { at, ...insats } of merged.insatser) {
    if (insats.provider && !codes.bodies.has(insats.provider) && !codes.contacts.has(insats.provider)) yield { at: `${at}.provider`, why: "names no body and no contact" };
    if (insats.decision && !codes.delegations.has(insats.decision)) yield { at: `${at}.decision`, why: "names no delegation" };
    for (const [index, rule] of (insats.clocks ?? []).entries())
      if (known.rules && !known.rules.has(rule)) yield { at: `${at}.clocks[${index}]`, why: "names no rule" };
  }
  for (const { at, ...delegation } of merged.delegations)
    if (delegation.body && !codes.bodies.has(delegation.body)) yield { at: `${at}.body`, why: "names no body" };
  for (const { at, ...deadline } of merged.deadlines) {
    if (!known.rules) continue;
    const rule = known.rules.get(deadline.rule);
    const figure = rule?.figure;
    if (!rule) yield { at: `${at}.rule`, why: "names no rule" };
    else if (deadline.value === undefined) continue;
    else if (figure?.setting) yield { at: `${at}.value`, why: `stands in the setting ${figure.setting}` };
    else if (!figure?.stated && (deadline.value !== figure?.value || deadline.unit !== figure?.unit))
      yield { at: `${at}.value`, why: "is not a figure that a profile may change" };
  }
}
