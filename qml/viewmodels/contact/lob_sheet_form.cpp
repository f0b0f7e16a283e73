#include "qml/viewmodels/contact/lob_sheet_form.h"

#include "core/base/text.h"
#include "core/casework/lob_intake.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/workspace/known_check.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

bool LobSheetForm::isEmpty() const
{
    return sheetNumber.empty() && !takenAt && givenName.empty() && familyName.empty() && identity.empty()
           && phone.empty() && children.empty() && dangerSign.empty() && medicalCheck.empty() && violent.empty()
           && source == "lob" && cameIn == "now";
}

base::json::Object toJson(const LobSheetForm &form)
{
    base::json::Object fields{{"source", form.source},       {"sheetNumber", form.sheetNumber},
                              {"givenName", form.givenName}, {"familyName", form.familyName},
                              {"identity", form.identity},   {"phone", form.phone},
                              {"children", form.children},   {"dangerSign", form.dangerSign},
                              {"violent", form.violent},     {"medicalCheck", form.medicalCheck},
                              {"cameIn", form.cameIn}};
    appendInstant(fields, "takenAt", form.takenAt);
    appendInstant(fields, "received", form.received);
    return fields;
}

LobSheetForm readLobSheetForm(const base::json::Object &fields)
{
    const base::json::Value value(fields);
    LobSheetForm form;
    form.source = value.stringAt("source", "lob");
    form.sheetNumber = value.stringAt("sheetNumber");
    form.takenAt = instantIn(fields, "takenAt");
    form.givenName = value.stringAt("givenName");
    form.familyName = value.stringAt("familyName");
    form.identity = value.stringAt("identity");
    form.phone = value.stringAt("phone");
    form.children = value.stringAt("children");
    form.dangerSign = value.stringAt("dangerSign");
    form.medicalCheck = value.stringAt("medicalCheck");
    form.violent = value.stringAt("violent");
    form.cameIn = value.stringAt("cameIn", "now");
    form.received = instantIn(fields, "received");
    return form;
}

Result<store::FormDraft> openLobSheetForm(OpenStore &store)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == LobSheetForm::Name)
            return std::move(form);
    store::FormDraft fresh;
    fresh.id = store.ids.makeId<base::RecordId>();
    return fresh;
}

namespace {

/// What the sheet does not tell stays open, so that the police's file can still tell it.
std::optional<bool> yesOrNo(const std::string &code)
{
    return code == "yes" || code == "no" ? std::optional(code == "yes") : std::nullopt;
}

casework::LobReportRow rowOf(const LobSheetForm &form, base::Instant now)
{
    casework::LobReportRow row;
    row.source = form.source;
    row.sheetNumber = base::trimmed(form.sheetNumber);
    row.takenAt = form.takenAt.value_or(now);
    // A clock that was set back since must not make it come in tomorrow.
    row.received = std::min(form.received.value_or(now), now);
    row.givenName = base::trimmed(form.givenName);
    row.familyName = base::trimmed(form.familyName);
    row.phone = base::trimmed(form.phone);
    row.childrenPresent = form.children;
    row.dangerSign = yesOrNo(form.dangerSign);
    row.medicalCheck = yesOrNo(form.medicalCheck);
    row.violent = yesOrNo(form.violent);
    const auto number = casework::readIdentityNumber(form.identity, casework::swedishDate(now));
    if (number.isValid() && number.kind) {
        row.identityNumber = number.normalised;
        row.identityKind = number.kind;
        row.birthDate = number.date;
    }
    return row;
}

casework::LobRoutingProfile routingOf(const rules::Profile &profile)
{
    casework::LobRoutingProfile routing;
    if (const auto age = profile.setting(&rules::ProfileSettings::targetAge))
        routing.targetAge = age->value;
    if (profile.kind == rules::ProfileKind::Municipality)
        routing.municipalityName = profile.name;
    return routing;
}

void addReports(casework::KnownPerson &known, const std::vector<store::RecordView> &reports)
{
    for (const store::RecordView &report : reports)
        if (const auto taken = report.instant("takenAt"))
            known.earlierCustodies.push_back(*taken);
}

Result<casework::KnownPerson> describeFile(OpenStore &store, const store::CaseRow &file)
{
    casework::KnownPerson known;
    known.caseId = file.caseId;
    known.matter =
        file.card.stage == "closed" ? casework::KnownPerson::Matter::Closed : casework::KnownPerson::Matter::Open;
    TRY(const auto files, store.cases.recordsOfKind(file.caseId, "case"));
    if (!files.empty())
        if (const auto responsible = base::WorkerId::parse(files.front().text("responsible")))
            known.responsible = *responsible;
    TRY(const auto persons, store.cases.recordsOfKind(file.caseId, "person"));
    for (const store::RecordView &person : persons)
        known.protection = casework::protectionLevel(person);
    if (file.card.isProtected && known.protection == "none")
        known.protection = "sekretessmarkering";
    return known;
}

/// The files of protected people are in no search: whoever has this number among them is looked for by it alone.
Result<std::vector<store::CaseRow>> filesOf(OpenStore &store, const std::string &number)
{
    TRY(auto found, store.cases.search(number));
    TRY(const auto all, store.cases.cases());
    for (const store::CaseRow &file : all) {
        if (!file.card.isProtected)
            continue;
        for (const char *kind : {"person", "protectedPerson"}) {
            TRY(const auto records, store.cases.recordsOfKind(file.caseId, kind));
            if (std::ranges::any_of(
                    records, [&](const store::RecordView &record) { return record.text("identityNumber") == number; }))
                found.push_back(file);
        }
    }
    return found;
}

/// What this device holds about the person with exactly this number: of several files the open one counts, of protection the
/// stricter word, of reports all.
Result<casework::KnownPerson> knownHere(OpenStore &store, const std::string &number)
{
    casework::KnownPerson known;
    if (number.empty())
        return known;
    TRY(const auto found, filesOf(store, number));
    for (const store::CaseRow &file : found) {
        TRY(casework::KnownPerson one, describeFile(store, file));
        TRY(const auto reports, store.cases.recordsOfKind(file.caseId, "lobReport"));
        addReports(known, reports);
        const bool takesIt = known.matter != casework::KnownPerson::Matter::Open
                             && (known.matter == casework::KnownPerson::Matter::None
                                 || one.matter == casework::KnownPerson::Matter::Open);
        if (casework::protectionStrength(one.protection) < casework::protectionStrength(known.protection))
            one.protection = known.protection;
        else
            known.protection = one.protection;
        if (takesIt) {
            one.earlierCustodies = std::move(known.earlierCustodies);
            known = std::move(one);
        }
    }
    return known;
}

/// The file that has this sheet already, by the police's file or typed in before.
Result<std::optional<base::CaseId>> holderOf(OpenStore &store, const casework::LobReportRow &row)
{
    const std::string key = casework::lobSheetKey(row.source, row.sheetNumber);
    TRY(const auto files, store.cases.cases());
    for (const store::CaseRow &file : files) {
        TRY(const auto reports, store.cases.recordsOfKind(file.caseId, "lobReport"));
        for (const store::RecordView &report : reports)
            if (casework::lobSheetKey(report.text("source"), report.text("sheetNumber")) == key)
                return std::optional(file.caseId);
    }
    return std::optional<base::CaseId>();
}

casework::LobIntake intakeOf(OpenStore &store, const casework::LobReportRow &row, const casework::LobRoute &route,
                             const casework::KnownPerson &known, base::Instant now)
{
    casework::LobIntakeContext context;
    context.registered = now;
    context.profile = store.field.registration().profile;
    context.responsible = store.cases.owner().worker;
    context.taskDue = rules::endOfDay(casework::swedishDate(now));
    return casework::makeLobIntake(row, route, known, context, store.ids);
}

} // namespace

Result<LobSheetTaken> takeLobSheet(OpenStore &store, const LobSheetForm &form, std::optional<base::RecordId> draft,
                                   AskLater ask)
{
    const base::Instant now = store.clock.now();
    const casework::LobReportRow row = rowOf(form, now);
    TRY(const auto holder, holderOf(store, row));
    if (holder)
        return LobSheetTaken{LobSheetTaken::Way::Here, *holder};
    TRY(const casework::KnownPerson known, knownHere(store, row.identityNumber));
    const casework::LobRoute route =
        casework::routeLobReport(row, routingOf(store.profile), known, casework::swedishDate(now));
    if (route.way == casework::LobRoute::Way::Office) {
        // Nothing of it stays on this device, the draft neither.
        if (draft)
            TRY_VOID(store.cases.dropForm(*draft));
        return LobSheetTaken{LobSheetTaken::Way::Office, {}, route.reason};
    }
    const casework::LobIntake intake = intakeOf(store, row, route, known, now);
    // Before the person: a kill in between leaves a question about nobody, which goes by itself.
    if (ask == AskLater::Yes && intake.makesCase && !row.identityNumber.empty() && row.birthDate)
        TRY_VOID(store.cases.keepForm(
            makeKnownCheck(store.ids.makeId<base::RecordId>(), intake.caseId, row.identityNumber)));
    LobSheetTaken taken{intake.makesCase ? LobSheetTaken::Way::NewFile : LobSheetTaken::Way::KnownFile, intake.caseId};
    TRY(taken.changes, saveAndTakeForm(store, {intake.caseId, intake.allSets(), {}}, draft));
    return taken;
}

Result<base::RecordId> undoLobSheet(OpenStore &store, const LobSheetTaken &taken, const LobSheetForm &form)
{
    store::FormDraft draft;
    draft.form = std::string(LobSheetForm::Name);
    draft.fields = toJson(form);
    TRY(const base::RecordId kept, undoToForm(store, taken.changes, draft));
    TRY(const auto forms, store.cases.forms());
    for (const store::FormDraft &each : forms)
        if (each.form == KnownCheck::FormName
            && base::json::Value(each.fields).stringAt("case") == taken.caseId.toString())
            TRY_VOID(store.cases.dropForm(each.id));
    return kept;
}

} // namespace faltakt::viewmodels
