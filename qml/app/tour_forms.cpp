#include "qml/app/tour_forms.h"

#include "core/screening/assessment_record.h"
#include "core/screening/instrument_library.h"

#include <algorithm>

namespace faltakt::app {

using base::Result;
using screening::Answer;
using screening::Question;
using viewmodels::OpenStore;

namespace {

constexpr std::string_view First = "asi-grund";
constexpr std::string_view Later = "asi-uppfoljning";

/// Somewhere on its scale, another place for each question.
std::optional<Answer> ratingOf(const Question &question, std::size_t step)
{
    constexpr int Scatter = 7;
    if (!question.rating)
        return std::nullopt;
    if (question.isChoice())
        return Answer::option(step % question.options.size());
    return Answer::integer(std::int64_t(step * Scatter % 31));
}

Result<base::RecordId> save(OpenStore &store, base::CaseId caseId, std::string_view instrument, std::size_t offset,
                            base::Instant at)
{
    TRY(const auto library, screening::InstrumentLibrary::shipped());
    TRY(const auto form, library.find(instrument));
    screening::AnswerSheet answers(form);
    for (std::size_t i = 0; i < form->questions().size(); ++i)
        answers.set(i, ratingOf(form->questions()[i], i / 3 + offset));
    const screening::ResultSettings settings;
    TRY(const auto result, screening::interpret(answers, settings));
    base::json::Object fields = screening::assessmentOpening(*form, settings, at);
    for (const auto &[name, value] : screening::answerFields(answers))
        fields.set(name, value);
    for (const auto &[name, value] : screening::assessmentClosing(result, at))
        fields.set(name, value);
    const auto record = store.ids.makeId<base::RecordId>();
    TRY_VOID(
        store.cases.save({caseId, {changelog::makeCreation(record, "assessment", std::move(fields))}, std::nullopt}));
    return record;
}

} // namespace

Result<RatedInterview> ratedInterview(OpenStore &store, base::CaseId caseId)
{
    constexpr std::chrono::days HalfYear{182};
    TRY(const auto assessments, store.cases.recordsOfKind(caseId, "assessment"));
    const auto made = std::ranges::find_if(
        assessments, [](const store::RecordView &view) { return view.text("instrument") == Later; });
    if (made != assessments.end())
        return RatedInterview{caseId, made->id};
    const base::Instant now = store.clock.now();
    TRY_VOID(save(store, caseId, First, 1, now - HalfYear));
    TRY(const auto record, save(store, caseId, Later, 0, now));
    return RatedInterview{caseId, record};
}

Result<base::RecordId> talkUnderWay(OpenStore &store, base::CaseId caseId, const TalkSoFar &talk)
{
    TRY(const auto library, screening::InstrumentLibrary::shipped());
    TRY(const auto form, library.find(talk.instrument));
    TRY(const auto given, base::json::parse(talk.answers));
    TRY(auto answers, screening::AnswerSheet::fromInput(form, given));
    for (std::size_t i = 0; talk.isAsked && i < form->questions().size(); ++i)
        if (!answers.at(i) && !form->questions()[i].isInterviewers)
            answers.set(i, Answer::unknown());
    base::json::Object fields = screening::assessmentOpening(*form, {}, store.clock.now());
    for (const auto &[name, value] : screening::answerFields(answers))
        fields.set(name, value);
    const auto record = store.ids.makeId<base::RecordId>();
    TRY_VOID(
        store.cases.save({caseId, {changelog::makeCreation(record, "assessment", std::move(fields))}, std::nullopt}));
    return record;
}

} // namespace faltakt::app
