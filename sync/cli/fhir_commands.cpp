// Forms and answers in and out as FHIR R4 resources.
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "core/screening/assessment_record.h"
#include "core/screening/pack_shelf.h"
#include "core/screening/response_reader.h"
#include "sync/cli/commands.h"
#include "sync/cli/input_file.h"
#include "sync/cli/store_session.h"

#include <algorithm>

namespace faltakt::cli {

namespace json = base::json;
using base::CaseId;
using base::RecordId;
using screening::QuestionnairePointer;
using screening::ResponseHead;

namespace {

constexpr int MaxResourceDepth = 64;

/// The text with which the screening was made, or another of that version.
CommandExpected<QuestionnairePointer> instrumentOf(CommandContext &context, store::CaseStore &cases,
                                                   const store::RecordView &record)
{
    if (record.kind == "act") {
        TRY_COMMAND(const auto forms, screening::InstrumentLibrary::forms());
        const auto form = forms.find(record.text("form"));
        if (!form || (*form)->version() != record.text("version"))
            return refuse("That act was written with a form that this program does not hold; it cannot export it.");
        return *form;
    }
    screening::PackShelf shelf(cases.contentPacks());
    const auto edition = screening::InstrumentEdition::of(record.fields);
    const auto questionnaire = shelf.editionForReading(edition, casework::swedishDate(context.clock.now()));
    if (!questionnaire)
        return refuse("That screening was " + questionnaire.error().detail() + "; this program cannot export it.");
    return *questionnaire;
}

/// Files of people with protected identity leave the device nowhere; answers about violence only where that is said.
CommandResult checkMayLeave(const Invocation &invocation, store::CaseStore &cases, CaseId caseId,
                            const screening::AnswerSheet &answers)
{
    TRY_COMMAND(const std::vector<store::CaseRow> rows, cases.cases());
    const auto row = std::ranges::find(rows, caseId, &store::CaseRow::caseId);
    if (row == rows.end())
        return refuse("This device has no card of that person, so nothing says that the file may leave it.");
    if (row->card.isProtected)
        return refuse("This person has protected identity: nothing of the file leaves the device this way.");
    const screening::Questionnaire &questionnaire = answers.questionnaire();
    const bool tellsOfViolence = std::ranges::any_of(answers.places(), [&](const screening::Place &place) {
        return questionnaire.questions()[place.question].isSafe && answers.at(place);
    });
    if ((questionnaire.head().mode == screening::InstrumentMode::Safe || tellsOfViolence)
        && !invocation.has("violence"))
        return refuse("These answers are about violence and are not handed over as others are. Only where the receiver "
                      "is to have them: --violence.");
    return {};
}

ResponseHead headOf(const store::RecordView &record)
{
    ResponseHead head;
    const std::string status = record.text("status");
    head.status = status == "completed" || record.kind == "act" ? ResponseHead::Status::Completed
                  : status == "declined"                        ? ResponseHead::Status::Stopped
                                                                : ResponseHead::Status::InProgress;
    head.authored = record.instant("completedAt");
    if (!head.authored)
        head.authored = record.instant(record.kind == "act" ? "at" : "startedAt");
    head.subject = record.caseId.toString();
    // Of one that a worker asked in part the whole is not the person's own.
    head.isSelfReported = record.boolean("selfReported") && !record.boolean("askedByWorker");
    return head;
}

CommandExpected<store::RecordView> findAnswered(store::CaseStore &cases, RecordId id)
{
    TRY_COMMAND(const auto record, cases.record(id));
    if (!record || record->deleted)
        return refuse("This device holds no record with that id.");
    if (record->kind != "assessment" && record->kind != "act")
        return refuse("Only a screening or an act is a form with answers; that record is another: " + record->kind
                      + '.');
    if (record->conflicted)
        return refuse("The record holds values that stand against each other; resolve them first.");
    return *record;
}

CommandResult exportRecord(CommandContext &context, const Invocation &invocation, store::CaseStore &cases, RecordId id)
{
    TRY_COMMAND(const store::RecordView record, findAnswered(cases, id));
    TRY_COMMAND(const QuestionnairePointer questionnaire, instrumentOf(context, cases, record));
    const screening::ReadAssessment read = screening::readAssessment(questionnaire, record.fields);
    TRY_COMMAND_VOID(checkMayLeave(invocation, cases, record.caseId, read.answers.sheet));
    if (!read.answers.unreadable.empty())
        return refuse("This program cannot read the answer to " + read.answers.unreadable.front()
                      + "; nothing was exported.");
    // Who took what out is durable before it is out.
    TRY_COMMAND_VOID(cases.logAccess(record.caseId, "export", "assigned", ""));
    TRY_COMMAND(json::Object resource, screening::exportResponse(read.answers.sheet, read.settings, headOf(record)));
    TRY_COMMAND_VOID(context.output.write(std::move(resource)));
    return {};
}

/// The instrument that the response names, in the version that it names.
CommandExpected<QuestionnairePointer> namedInstrument(const screening::InstrumentLibrary &library,
                                                      const ResponseHead &head)
{
    for (const auto &[id, questionnaire] : library.all()) {
        if (questionnaire->url() != head.questionnaire)
            continue;
        if (questionnaire->version() == head.version)
            return questionnaire;
        return refuse("The response is to version " + (head.version.empty() ? "(none named)" : head.version) + " of "
                      + id + "; this program holds version " + questionnaire->version() + '.');
    }
    return refuse("The response is to a questionnaire that this program does not hold: " + head.questionnaire + '.');
}

/// Says every wrong answer and refuses; nothing of a response with one is taken.
CommandResult checkProblems(CommandContext &context, const screening::ReadResponse &read)
{
    if (read.problems.empty())
        return {};
    for (const std::string &problem : read.problems)
        context.say(problem);
    return refuse("The response does not fit its questionnaire. Nothing was written.");
}

json::Object fieldsOf(const screening::ReadResponse &read, const screening::ScreeningResult &result,
                      const ResponseHead &head, base::Instant now)
{
    const base::Instant at = head.authored.value_or(now);
    if (head.status == ResponseHead::Status::Stopped)
        return screening::assessmentDeclined(*result.questionnaire, at);
    json::Object fields = screening::assessmentOpening(*result.questionnaire, result.settings, at);
    for (const auto &[name, value] : screening::answerFields(read.answers))
        fields.append(name, value);
    if (head.isSelfReported)
        fields.append("selfReported", true);
    if (head.status == ResponseHead::Status::Completed)
        for (const auto &[name, value] : screening::assessmentClosing(result, at))
            fields.set(name, value);
    return fields;
}

CommandExpected<CaseId> caseFor(const Invocation &invocation, const ResponseHead &head)
{
    if (invocation.has("case"))
        return readId<CaseId>(invocation.value("case"), "case");
    const auto caseId = CaseId::parse(head.subject);
    if (!caseId)
        return wrongUsage("The response does not say whose it is: name the case with --case ID.");
    return *caseId;
}

/// What is to be written, and what the file states otherwise.
struct Import {
    json::Object fields;
    std::vector<std::string> differing;
};

/// By whose limits the answers are read: the person's sex and age on that day, and what the municipality has chosen. The same
/// as of a talk that is held on the device.
CommandExpected<screening::ResultSettings> settingsFor(client::FieldStore &fieldStore,
                                                       const screening::Questionnaire &questionnaire, CaseId caseId,
                                                       base::Date day)
{
    screening::ResultSettings settings;
    TRY_COMMAND(const rules::Profile profile,
                profileOn(fieldStore.registration().profile, fieldStore.receivedProfiles(), day));
    if (const auto set = profile.setting(&rules::ProfileSettings::auditCCutoffSet))
        settings.cutoffSet = screening::municipalCutoffSet(questionnaire, set->value);
    TRY_COMMAND(const auto people, fieldStore.cases().recordsOfKind(caseId, "person"));
    if (people.empty())
        return settings;
    const casework::PersonCard card = casework::readPersonCard(people.front());
    settings.sex = screening::sexFromCode(card.sex);
    settings.age = card.ageOn(day);
    return settings;
}

CommandExpected<Import> readImport(CommandContext &context, client::FieldStore &fieldStore, CaseId caseId,
                                   const screening::ForeignResponse &foreign)
{
    const base::Instant now = context.clock.now();
    const base::Instant authored = foreign.head().authored.value_or(now);
    // It would stand as the latest result until that day has come.
    if (authored > now)
        return refuse("The response says that it was answered at a time that has not come yet. Nothing was written.");
    screening::PackShelf shelf(fieldStore.cases().contentPacks());
    TRY_COMMAND(const auto *library, shelf.library(casework::swedishDate(context.clock.now())));
    TRY_COMMAND(const QuestionnairePointer questionnaire, namedInstrument(*library, foreign.head()));
    TRY_COMMAND(const screening::ReadResponse read, foreign.read(questionnaire));
    TRY_COMMAND_VOID(checkProblems(context, read));
    ResponseHead head = foreign.head();
    if (head.status == ResponseHead::Status::Stopped && !screening::answerFields(read.answers).empty())
        head.status =
            ResponseHead::Status::InProgress; // Begun and given up: the answers are kept and may be gone on with.
    TRY_COMMAND(screening::ResultSettings settings,
                settingsFor(fieldStore, *questionnaire, caseId, casework::swedishDate(authored)));
    settings.skipRule = read.skipRule;
    TRY_COMMAND(const screening::ScreeningResult result, screening::interpret(read.answers, settings));
    return Import{fieldsOf(read, result, head, now), screening::differingResults(read.stated, result)};
}

CommandResult importInto(CommandContext &context, client::FieldStore &fieldStore, CaseId caseId,
                         const screening::ForeignResponse &foreign)
{
    store::CaseStore &cases = fieldStore.cases();
    TRY_COMMAND(const bool known, cases.hasCase(caseId));
    if (!known)
        return refuse("This device holds no case with that id.");
    TRY_COMMAND(Import incoming, readImport(context, fieldStore, caseId, foreign));
    const auto record = base::UuidMaker(context.clock, context.random).makeId<RecordId>();
    store::Draft draft;
    draft.caseId = caseId;
    draft.sets.push_back(changelog::makeCreation(record, "assessment", std::move(incoming.fields)));
    TRY_COMMAND_VOID(cases.save(draft));
    for (const std::string &difference : incoming.differing)
        context.say("Not taken from the file: " + difference + '.');
    TRY_COMMAND_VOID(context.output.write(
        json::Object{{"record", record.toString()},
                     {"case", caseId.toString()},
                     {"differing", json::Array(incoming.differing.begin(), incoming.differing.end())}}));
    return {};
}

} // namespace

CommandResult runFhirQuestionnaire(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const screening::InstrumentLibrary library, screening::InstrumentLibrary::shipped());
    const auto questionnaire = library.find(invocation.argument(0));
    if (!questionnaire)
        return refuse("There is " + questionnaire.error().detail() + ".");
    TRY_COMMAND(const std::string text, screening::shippedResource((*questionnaire)->id()));
    TRY_COMMAND(json::Value resource,
                json::parse(text, {.maxBytes = screening::MaxQuestionnaireBytes, .maxDepth = MaxResourceDepth}));
    TRY_COMMAND_VOID(context.output.write(resource));
    return {};
}

CommandResult runFhirExport(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const RecordId record, readId<RecordId>(invocation.argument(0), "record"));
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) {
        return exportRecord(context, invocation, fieldStore.cases(), record);
    });
}

CommandResult runFhirImport(CommandContext &context, const Invocation &invocation)
{
    // A file that cannot be read is refused before any store is opened.
    TRY_COMMAND(const std::string text,
                readInputFile(invocation.argument(0), "file with the response", screening::MaxResponseBytes));
    const auto foreign = screening::ForeignResponse::parse(text);
    if (!foreign)
        return refuse("The file is no response that can be read (" + foreign.error().detail() + ").");
    TRY_COMMAND(const CaseId caseId, caseFor(invocation, foreign->head()));
    return withStore(context, invocation,
                     [&](client::FieldStore &fieldStore) { return importInto(context, fieldStore, caseId, *foreign); });
}

} // namespace faltakt::cli
