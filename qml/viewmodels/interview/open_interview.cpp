#include "qml/viewmodels/interview/open_interview.h"

#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "core/screening/carry_over.h"
#include "qml/viewmodels/interview/note_draft.h"
#include "qml/viewmodels/interview/row_stops.h"
#include "qml/viewmodels/interview/sitting_draft.h"
#include "qml/viewmodels/interview/typed_answer.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::fail;
using base::Result;
using screening::AnswerSheet;
using screening::InstrumentEdition;
using screening::QuestionnairePointer;
using screening::ResultSettings;
namespace json = base::json;

namespace {

constexpr std::array<std::string_view, 5> MannerFields{"selfReported", "askedByWorker", "wasAlone", "secondLanguage",
                                                       "trained"};

/// Of these, what a scratch keeps: neither tells whose answers they are.
constexpr std::array<std::string_view, 2> ScratchManner{"selfReported", "askedByWorker"};

/// Of the fields those with these names, over what is there.
template <std::size_t Count>
void takeFields(json::Object &into, const json::Object &fields, const std::array<std::string_view, Count> &names)
{
    for (const std::string_view name : names)
        if (const json::Value *value = fields.find(name))
            into.set(std::string(name), *value);
}

ResultSettings municipalSettings(const OpenStore &store, const screening::Questionnaire &questionnaire)
{
    ResultSettings settings;
    if (const auto skips = store.profile.setting(&rules::ProfileSettings::skipRule))
        settings.skipRule = skips->value ? screening::SkipRule::On : screening::SkipRule::Off;
    if (const auto set = store.profile.setting(&rules::ProfileSettings::auditCCutoffSet))
        settings.cutoffSet = screening::municipalCutoffSet(questionnaire, set->value);
    return settings;
}

Result<ResultSettings> settingsFor(const OpenStore &store, const screening::Questionnaire &questionnaire,
                                   base::CaseId caseId)
{
    ResultSettings settings = municipalSettings(store, questionnaire);
    TRY(const auto people, store.cases.recordsOfKind(caseId, "person"));
    if (people.empty())
        return settings;
    const casework::PersonCard card = casework::readPersonCard(people.front());
    settings.sex = screening::sexFromCode(card.sex);
    settings.age = card.ageOn(casework::swedishDate(store.clock.now()));
    return settings;
}

Result<store::RecordView> findAssessment(const store::CaseStore &cases, base::RecordId id)
{
    TRY(auto view, cases.record(id));
    if (!view || view->deleted || view->kind != "assessment")
        return fail(ErrorCode::NotFound, "assessment");
    return std::move(*view);
}

Result<store::CaseStore::Scratch> findScratch(const store::CaseStore &cases, base::ScratchId id)
{
    TRY(auto all, cases.scratches());
    const auto found = std::ranges::find(all, id, &store::CaseStore::Scratch::id);
    if (found == all.end())
        return fail(ErrorCode::NotFound, "scratch");
    return std::move(*found);
}

Result<bool> hasScratch(const store::CaseStore &cases, base::ScratchId id)
{
    TRY(const auto all, cases.scratches());
    return std::ranges::find(all, id, &store::CaseStore::Scratch::id) != all.end();
}

/// The order may leave it to the record or scratch that it goes on with.
Result<std::string> instrumentOf(const store::CaseStore &cases, const InterviewOrder &order)
{
    if (!order.instrument.empty())
        return order.instrument;
    if (order.assessment) {
        TRY(const store::RecordView view, findAssessment(cases, *order.assessment));
        return view.text("instrument");
    }
    if (order.scratch) {
        TRY(const auto scratch, findScratch(cases, *order.scratch));
        return scratch.instrument;
    }
    return fail(ErrorCode::InvalidInput, "an interview without an instrument");
}

/// A form that needs a page of its own may be in the library, and may come from the program for the command line; what it
/// needs is said, and nothing of it is lost.
Result<QuestionnairePointer> askable(Result<QuestionnairePointer> questionnaire)
{
    if (questionnaire && !canBeAsked(**questionnaire))
        return fail(ErrorCode::Unsupported, "no page asks the questions of " + (*questionnaire)->id());
    return questionnaire;
}

base::Date today(const OpenStore &store) { return casework::swedishDate(store.clock.now()); }

/// As it is asked from now on.
Result<QuestionnairePointer> currentForm(const OpenStore &store, const std::string &instrument)
{
    TRY(const auto *library, store.instruments.library(today(store)));
    return askable(library->find(instrument));
}

InstrumentEdition editionOf(const store::CaseStore::Scratch &scratch)
{
    return {scratch.instrument, scratch.version, InstrumentEdition::of(scratch.context).pack};
}

/// What was begun goes on with the text that it was begun with: an older form is not read with a newer one's meaning.
Result<QuestionnairePointer> begunForm(const OpenStore &store, const InstrumentEdition &edition)
{
    return askable(store.instruments.edition(edition, today(store)));
}

Result<OpenedInterview> resumeRecord(const OpenStore &store, base::RecordId record)
{
    TRY(const store::RecordView view, findAssessment(store.cases, record));
    TRY(const auto questionnaire, begunForm(store, InstrumentEdition::of(view.fields)));
    screening::ReadAssessment read = screening::readAssessment(questionnaire, view.fields);
    OpenedInterview opened{.answers = std::move(read.answers.sheet),
                           .settings = std::move(read.settings),
                           .place = {view.caseId, record, std::nullopt}};
    opened.notes = screening::answerNotes(view.fields);
    opened.isCompleted = view.text("status") == "completed";
    takeFields(opened.manner, view.fields, MannerFields);
    TRY(opened.isSigned, isSigned(store.cases, view.caseId, record));
    TRY(opened.noteDraft, findNoteDraft(store.cases, record));
    TRY(opened.sitting, findSittingDraft(store.cases, record));
    TRY(opened.base, readEditBase(store.cases, record));
    return opened;
}

Result<OpenedInterview> resumeScratch(const OpenStore &store, const std::string &instrument, base::ScratchId id)
{
    TRY(const auto scratch, findScratch(store.cases, id));
    const bool isSame = scratch.instrument == instrument;
    TRY(const QuestionnairePointer questionnaire,
        isSame ? begunForm(store, editionOf(scratch)) : currentForm(store, instrument));
    if (!canBeAskedOfNobody(*questionnaire))
        return fail(ErrorCode::Unsupported, questionnaire->id() + " is asked of a person");
    const ResultSettings municipal = municipalSettings(store, *questionnaire);
    const auto settingsOf = [&municipal](ResultSettings settings) {
        settings.skipRule = municipal.skipRule;
        settings.cutoffSet = municipal.cutoffSet;
        return settings;
    };
    const InterviewPlace place{std::nullopt, std::nullopt, id};
    json::Object manner;
    takeFields(manner, scratch.context, ScratchManner);
    if (isSame) {
        auto read = screening::readScratch(questionnaire, scratch.answers, scratch.context);
        return OpenedInterview{.answers = std::move(read.answers.sheet),
                               .settings = settingsOf(std::move(read.settings)),
                               .place = place,
                               .manner = std::move(manner)};
    }
    // A longer form goes on from this one, in the same scratch.
    TRY(const QuestionnairePointer shorter, store.instruments.editionForReading(editionOf(scratch), today(store)));
    auto read = screening::readScratch(shorter, scratch.answers, scratch.context);
    return OpenedInterview{.answers = screening::carryOver(read.answers.sheet, questionnaire),
                           .settings = settingsOf(std::move(read.settings)),
                           .place = place,
                           .manner = std::move(manner)};
}

Result<OpenedInterview> begin(const OpenStore &store, const QuestionnairePointer &questionnaire,
                              const InterviewOrder &order)
{
    OpenedInterview opened{
        .answers = AnswerSheet(questionnaire), .settings = {}, .place = {order.caseId, std::nullopt, std::nullopt}};
    if (!order.caseId) {
        opened.settings = municipalSettings(store, *questionnaire);
        return opened;
    }
    TRY(opened.settings, settingsFor(store, *questionnaire, *order.caseId));
    if (!order.stepFrom)
        return opened;
    TRY(const store::RecordView shorter, findAssessment(store.cases, *order.stepFrom));
    TRY(const QuestionnairePointer form,
        store.instruments.editionForReading(InstrumentEdition::of(shorter.fields), today(store)));
    const auto read = screening::readAssessment(form, shorter.fields);
    opened.answers = screening::carryOver(read.answers.sheet, questionnaire);
    return opened;
}

Result<InterviewPlace> writeRecord(OpenStore &store, const AnswerWrite &write)
{
    InterviewPlace place = write.place;
    TRY(const auto begun, store.cases.record(write.fresh.record));
    if (begun)
        place.record = write.fresh.record;
    if (place.record) {
        if (!write.fields.empty())
            TRY_VOID(store.cases.edit(*place.record, write.fields));
        return place;
    }
    place.record = write.fresh.record;
    json::Object fields =
        screening::assessmentOpening(write.answers.questionnaire(), write.settings, store.clock.now());
    for (const auto &[name, value] : screening::answerFields(write.answers))
        fields.set(name, value);
    for (const auto &[name, value] : write.fields)
        if (!value.isNull())
            fields.set(name, value);
    TRY_VOID(store.cases.save(
        {*place.caseId, {changelog::makeCreation(*place.record, "assessment", std::move(fields))}, std::nullopt}));
    return place;
}

/// A scratch has no fields of its own for it; its context goes into the record as it is.
void notePack(json::Object &context, const std::string &pack)
{
    if (pack.empty())
        context.remove("pack");
    else
        context.set("pack", pack);
}

Result<InterviewPlace> writeScratch(OpenStore &store, const AnswerWrite &write)
{
    InterviewPlace place = write.place;
    const auto &questionnaire = write.answers.questionnaire();
    if (!place.scratch) {
        place.scratch = write.fresh.scratch;
        TRY(const bool isBegun, hasScratch(store.cases, *place.scratch));
        json::Object context;
        notePack(context, questionnaire.pack());
        if (!isBegun)
            TRY_VOID(store.cases.startScratch(questionnaire.id(), questionnaire.version(), std::move(context),
                                              place.scratch));
    }
    TRY(auto scratch, findScratch(store.cases, *place.scratch));
    scratch.instrument = questionnaire.id();
    scratch.version = questionnaire.version();
    notePack(scratch.context, questionnaire.pack());
    takeFields(scratch.context, write.fields, ScratchManner);
    scratch.answers = screening::storedAnswers(screening::answerFields(write.answers));
    TRY_VOID(store.cases.rewriteScratch(scratch));
    return place;
}

} // namespace

bool canBeAsked(const screening::Questionnaire &questionnaire)
{
    return !questionnaire.questions().empty() && questionnaire.head().kind != screening::InstrumentKind::Form;
}

bool canBeAskedOfNobody(const screening::Questionnaire &questionnaire)
{
    const screening::InstrumentHead &head = questionnaire.head();
    return canBeAsked(questionnaire) && head.mode == screening::InstrumentMode::Normal
           && head.kind == screening::InstrumentKind::Interview && head.training.empty()
           && questionnaire.repeats().empty()
           && std::ranges::none_of(questionnaire.questions(), [](const screening::Question &question) {
                  return takesWriting(question.type) || question.isInterviewers;
              });
}

namespace {

Result<OpenedInterview> openForm(OpenStore &store, const InterviewOrder &order, const NewInterview &fresh)
{
    TRY(const std::string instrument, instrumentOf(store.cases, order));
    TRY(const auto begun, store.cases.record(fresh.record));
    if (begun && !begun->deleted)
        return resumeRecord(store, fresh.record);
    if (order.assessment)
        return resumeRecord(store, *order.assessment);
    TRY(const bool isScratched, hasScratch(store.cases, fresh.scratch));
    if (isScratched)
        return resumeScratch(store, instrument, fresh.scratch);
    if (order.scratch)
        return resumeScratch(store, instrument, *order.scratch);
    TRY(const QuestionnairePointer questionnaire, currentForm(store, instrument));
    if (!order.caseId && !canBeAskedOfNobody(*questionnaire))
        return fail(ErrorCode::Unsupported, instrument + " is asked of a person");
    return begin(store, questionnaire, order);
}

} // namespace

Result<OpenedInterview> openInterview(OpenStore &store, const InterviewOrder &order, const NewInterview &fresh)
{
    TRY(OpenedInterview opened, openForm(store, order, fresh));
    TRY(opened.training, readOwnTraining(store.cases));
    return opened;
}

Result<OpenedInterview> openUnread(OpenStore &store, const InterviewOrder &order)
{
    TRY(const QuestionnairePointer questionnaire, currentForm(store, order.instrument));
    OpenedInterview opened{.answers = AnswerSheet(questionnaire),
                           .settings = municipalSettings(store, *questionnaire),
                           .place = {order.caseId, std::nullopt, std::nullopt}};
    // The worker's own, and in no file: read where the file is not.
    TRY(opened.training, readOwnTraining(store.cases));
    return opened;
}

Result<OpenedInterview> openScratch(OpenStore &store, base::ScratchId id)
{
    TRY(const auto scratch, findScratch(store.cases, id));
    return resumeScratch(store, scratch.instrument, id);
}

Result<void> describeScratch(OpenStore &store, base::ScratchId id, const json::Object &context)
{
    TRY(auto scratch, findScratch(store.cases, id));
    const std::string pack = InstrumentEdition::of(scratch.context).pack;
    scratch.context = context;
    notePack(scratch.context, pack);
    return store.cases.rewriteScratch(scratch);
}

Result<base::RecordId> attachScratchTo(OpenStore &store, base::ScratchId id, base::CaseId caseId)
{
    TRY(const OpenedInterview scratch, openScratch(store, id));
    const auto &questionnaire = scratch.answers.questionnaire();
    TRY(ResultSettings settings, settingsFor(store, questionnaire, caseId));
    if (!settings.sex)
        settings.sex = scratch.settings.sex;
    const std::optional<int> age = settings.age; // Of the card; a band tells no age.
    if (!settings.age)
        settings.age = scratch.settings.age;
    TRY(const auto session, screening::InterviewSession::start(scratch.answers, settings.skipRule));
    TRY(const base::RecordId record, store.cases.attachScratch(id, caseId));
    TRY(json::Object fields, endingFields(session, settings, false, store.clock.now()));
    fields.set("skipRule", settings.skipRule == screening::SkipRule::On);
    if (settings.sex)
        fields.set("sex", screening::sexCode(*settings.sex));
    if (age)
        fields.set("age", *age);
    if (settings.cutoffSet)
        fields.set("cutoffSet", *settings.cutoffSet);
    TRY_VOID(store.cases.edit(record, std::move(fields)));
    return record;
}

Result<bool> isSigned(const store::CaseStore &cases, base::CaseId caseId, base::RecordId record)
{
    TRY(const auto signatures, cases.recordsOfKind(caseId, "signature"));
    return std::ranges::any_of(signatures,
                               [&](const store::RecordView &view) { return view.text("record") == record.toString(); });
}

Result<InterviewPlace> writeAnswer(OpenStore &store, const AnswerWrite &write)
{
    return write.place.caseId ? writeRecord(store, write) : writeScratch(store, write);
}

Result<json::Object> endingFields(const screening::InterviewSession &session, const ResultSettings &settings,
                                  bool wasCompleted, base::Instant now)
{
    json::Object fields = wasCompleted ? screening::assessmentReopening() : json::Object();
    if (!isOver(session))
        return fields;
    TRY(const auto result, screening::interpret(session.answers(), settings));
    for (const auto &[name, value] : screening::assessmentClosing(result, now))
        fields.set(name, value);
    return fields;
}

Result<base::RecordId> writeDeclined(OpenStore &store, const screening::Questionnaire &questionnaire,
                                     base::CaseId caseId)
{
    const auto record = store.ids.makeId<base::RecordId>();
    TRY_VOID(
        store.cases.save({caseId,
                          {changelog::makeCreation(record, "assessment",
                                                   screening::assessmentDeclined(questionnaire, store.clock.now()))},
                          std::nullopt}));
    return record;
}

} // namespace faltakt::viewmodels
