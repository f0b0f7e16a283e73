#include "qml/viewmodels/interview/read_result.h"

#include "core/casework/swedish_time.h"
#include "core/rules/guidance_catalogue.h"
#include "core/screening/carry_over.h"
#include "core/screening/result_text.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/interview/training_note.h"
#include "qml/viewmodels/people/tied_files.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<void> addAdvice(ReadResult &read, base::Language language)
{
    TRY(const auto catalogue, screening::AdviceCatalogue::shipped());
    read.adviceLevels = catalogue.levels();
    read.adviceNote = catalogue.note();
    const std::string zone = screening::resultText(read.result, base::languageTag(language)).zone;
    const screening::AdviceCard *card = catalogue.card(read.result.questionnaire->id(), zone);
    if (!card)
        return {};
    read.advice = *card;
    TRY(const auto guidance, rules::shippedGuidance());
    for (const std::string &id : card->guidance) {
        TRY(rules::GuidanceCard found, guidance.find(id, language));
        read.guidance.push_back(std::move(found));
    }
    return {};
}

Result<void> addHistory(ReadResult &read, const store::CaseStore &cases, const store::RecordView &assessment)
{
    TRY(const auto records, recordsOfFiles(cases, read.files, "assessment"));
    std::vector<screening::PastResult> past;
    for (const store::RecordView &record : records)
        if (auto result = screening::readPastResult(record.id, record.fields))
            past.push_back(std::move(*result));
    read.history = screening::resultHistory(read.result.questionnaire->id(), past, assessment.id);
    return {};
}

/// ASI is asked anew by another form than the first time: whatever rates the same areas is the same series.
Result<void> addProfile(ReadResult &read, const OpenStore &store, const store::RecordView &assessment)
{
    read.profile = ratingProfile(read.answers, read.result.settings.skipRule);
    if (read.profile.empty())
        return {};
    const auto end = assessment.instant("completedAt");
    TRY(const auto records, recordsOfFiles(store.cases, read.files, "assessment"));
    const base::Date today = casework::swedishDate(store.clock.now());
    for (const store::RecordView &record : records) {
        const auto at = record.instant("completedAt");
        if (record.id == assessment.id || !at || (end && *at >= *end) || (read.earlierAt && *at <= *read.earlierAt))
            continue;
        const auto form = store.instruments.editionForReading(screening::InstrumentEdition::of(record.fields), today);
        if (!form)
            continue;
        const auto earlier = screening::readAssessment(*form, record.fields);
        auto profile = ratingProfile(earlier.answers.sheet, earlier.settings.skipRule);
        const bool isSame = std::ranges::any_of(profile, [&](const RatedPoint &point) {
            return std::ranges::find(read.profile, point.key, &RatedPoint::key) != read.profile.end();
        });
        if (!isSame)
            continue;
        read.earlierProfile = std::move(profile);
        read.earlierAt = at;
    }
    return {};
}

Result<ReadResult> interpretRead(const screening::InstrumentLibrary &library, screening::ReadAssessment read,
                                 base::Language language, bool (*isOffered)(const screening::Questionnaire &))
{
    TRY(auto result, screening::interpret(read.answers.sheet, read.settings));
    ReadResult shown{.answers = std::move(read.answers.sheet), .result = std::move(result)};
    shown.unreadable = std::move(read.answers.unreadable);
    for (const auto &form : screening::longerForms(library, shown.result.questionnaire->id()))
        if (isOffered(*form))
            shown.longerForms.push_back(form->id());
    TRY_VOID(addAdvice(shown, language));
    return shown;
}

} // namespace

Result<ReadResult> readResult(OpenStore &store, base::RecordId assessment, base::Language language,
                              std::vector<base::CaseId> files)
{
    TRY(const auto view, store.cases.record(assessment));
    if (!view || view->deleted || view->kind != "assessment")
        return fail(ErrorCode::NotFound, "assessment");
    const base::Date today = casework::swedishDate(store.clock.now());
    TRY(const auto form, store.instruments.editionForReading(screening::InstrumentEdition::of(view->fields), today));
    TRY(const auto *library, store.instruments.library(today));
    TRY(ReadResult read, interpretRead(*library, screening::readAssessment(form, view->fields), language, canBeAsked));
    read.notes = screening::answerNotes(view->fields);
    read.status = view->text("status");
    read.completed = view->instant("completedAt");
    read.talk = readTalk(view->fields);
    // Of what was asked before that was noted nothing is known.
    if (const auto *trained = view->fields.find("trained"); trained && *trained == base::json::Value(false))
        read.talk.untrainedIn = neededTraining(*form);
    TRY(read.isSigned, isSigned(store.cases, view->caseId, assessment));
    TRY(const auto row, store.cases.card(view->caseId));
    if (row)
        read.card = row->card;
    if (std::ranges::find(files, view->caseId) == files.end())
        files.push_back(view->caseId);
    read.files = std::move(files);
    TRY_VOID(addHistory(read, store.cases, *view));
    TRY_VOID(addProfile(read, store, *view));
    return read;
}

Result<ReadResult> readScratchResult(OpenStore &store, base::ScratchId scratch, base::Language language)
{
    TRY(const auto opened, openScratch(store, scratch));
    TRY(const auto *library, store.instruments.library(casework::swedishDate(store.clock.now())));
    TRY(ReadResult read,
        interpretRead(*library, {{opened.answers, {}}, opened.settings}, language, canBeAskedOfNobody));
    TRY(const auto all, store.cases.scratches());
    for (const store::CaseStore::Scratch &each : all)
        if (each.id == scratch) {
            read.context = each.context;
            read.keptUntil = each.created + scratchLife(store.profile);
        }
    return read;
}

} // namespace faltakt::viewmodels
