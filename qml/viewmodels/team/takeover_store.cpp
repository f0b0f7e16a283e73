#include "qml/viewmodels/team/takeover_store.h"

#include "core/changelog/record_state.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/people/file_opening.h"
#include "qml/viewmodels/team/team_store.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using store::RecordView;
namespace json = base::json;

namespace {

constexpr std::string_view Kind = "takeover";

TakeoverQuestion questionOf(const RecordView &record)
{
    return {.record = record.id,
            .from = record.text("from"),
            .fromName = record.text("fromName"),
            .to = record.text("to"),
            .toName = record.text("toName"),
            .text = record.text("text"),
            .answer = record.text("answer"),
            .answeredByName = record.text("answeredByName"),
            .reason = record.text("reason"),
            .isClosed = record.boolean("closed")};
}

Result<std::optional<TakeoverQuestion>> findQuestion(OpenStore &store, base::CaseId caseId,
                                                     const std::optional<base::RecordId> &asked,
                                                     const std::string &self)
{
    TRY(const auto records, store.cases.recordsOfKind(caseId, Kind));
    std::optional<TakeoverQuestion> found;
    for (const RecordView &record : records) {
        TakeoverQuestion question = questionOf(record);
        const bool isOwnOpen = question.from == self && question.answer.empty();
        if (asked == record.id)
            return std::optional(std::move(question));
        if (isOwnOpen)
            found = std::move(question);
    }
    return found;
}

/// The form that was begun about this question, or about asking where there is none.
Result<std::optional<store::FormDraft>> findDraft(OpenStore &store, base::CaseId caseId,
                                                  const std::optional<TakeoverQuestion> &question)
{
    TRY(auto forms, store.cases.forms());
    const std::string wanted = question ? question->record.toString() : std::string();
    for (store::FormDraft &form : forms)
        if (form.form == TakeoverForm && form.caseId == caseId && json::Value(form.fields).stringAt("record") == wanted)
            return std::optional(std::move(form));
    return std::optional<store::FormDraft>();
}

Result<changelog::RecordState> stateOf(OpenStore &store, base::RecordId record)
{
    TRY(auto state, store.cases.recordState(record));
    if (!state)
        return base::fail(base::ErrorCode::NotFound, "record");
    return std::move(*state);
}

/// Whether the server has taken every change that says this of the record.
Result<bool> isReceived(OpenStore &store, base::RecordId record, std::string_view field)
{
    TRY(const auto state, store.cases.recordState(record));
    if (!state || state->heads(field).empty())
        return false;
    for (const changelog::Head &head : state->heads(field)) {
        TRY(const auto received, store.cases.receipt(head.change));
        if (!received)
            return false;
    }
    return true;
}

/// What says in the case record whose the matter is now.
Result<changelog::RecordSet> takenOver(OpenStore &store, base::CaseId caseId)
{
    TRY(const auto matters, store.cases.recordsOfKind(caseId, "case"));
    if (matters.empty())
        return base::fail(base::ErrorCode::NotFound, "case");
    TRY(const auto state, stateOf(store, matters.front().id));
    return changelog::makeEdit(state, json::Object{{"responsible", store.cases.owner().worker.toString()}});
}

} // namespace

Result<std::vector<Colleague>> colleaguesOf(OpenStore &store)
{
    std::vector<Colleague> colleagues;
    const std::string self = store.cases.owner().worker.toString();
    TRY(const auto team, teamCase(store));
    if (!team)
        return colleagues;
    TRY(const auto records, store.cases.recordsOfKind(*team, "colleague"));
    for (const RecordView &record : records)
        if (record.text("worker") != self && !record.boolean("left"))
            colleagues.push_back({record.text("worker"), record.text("name")});
    std::ranges::sort(colleagues, {}, &Colleague::name);
    return colleagues;
}

Result<std::string> ownName(OpenStore &store)
{
    TRY(const auto team, teamCase(store));
    if (team) {
        TRY(const auto names, colleagueNames(store, *team));
        if (const auto known = names.find(store.cases.owner().worker.toString()); known != names.end())
            return known->second;
    }
    return store.field.registration().workerName;
}

Result<TakeoverOpened> openTakeover(OpenStore &store, const TakeoverOpening &opening, const ListWording &wording)
{
    TakeoverOpened opened;
    TRY(auto person, store.cases.card(opening.caseId));
    if (!person)
        return base::fail(base::ErrorCode::NotFound, "case");
    opened.person = std::move(*person);
    opened.self = store.cases.owner().worker.toString();
    opened.newForm = store.ids.makeId<base::RecordId>();
    TRY(opened.question, findQuestion(store, opening.caseId, opening.question, opened.self));
    if (opened.question) {
        TRY(const FileEntry entry, openFile(store, {opening.caseId, {}, {}, opening.isLogged}));
        opened.isReadable = entry == FileEntry::Open;
        TRY(opened.question->isAnswerReceived, isReceived(store, opened.question->record, "answer"));
    }
    TRY(opened.colleagues, colleaguesOf(store));
    TRY(opened.steps, readStepsOf(store, opening.caseId, wording));
    std::erase_if(opened.steps, [](const TodayRow &row) { return row.entry.rule.starts_with("takeover."); });
    TRY(opened.draft, findDraft(store, opening.caseId, opened.question));
    return opened;
}

Result<TakeoverWritten> askToTakeOver(OpenStore &store, base::CaseId caseId, const Colleague &whom,
                                      const std::string &text, std::optional<base::RecordId> draft)
{
    const auto record = store.ids.makeId<base::RecordId>();
    TRY(const std::string name, ownName(store));
    json::Object fields{{"from", store.cases.owner().worker.toString()},
                        {"fromName", name},
                        {"askedAt", base::formatInstant(store.clock.now())}};
    if (!whom.worker.empty()) {
        fields.set("to", whom.worker);
        fields.set("toName", whom.name);
    }
    if (!text.empty())
        fields.set("text", text);
    TRY(auto changes,
        saveAndTakeForm(store, {caseId, {changelog::makeCreation(record, std::string(Kind), std::move(fields))}, {}},
                        draft));
    return TakeoverWritten{record, std::move(changes)};
}

Result<TakeoverWritten> answerTakeover(OpenStore &store, base::CaseId caseId, base::RecordId question,
                                       TakeoverAnswer answer, const std::string &reason,
                                       std::optional<base::RecordId> draft)
{
    TRY(const auto state, stateOf(store, question));
    if (!state.heads("answer").empty())
        return base::fail(base::ErrorCode::Refused, "it was answered meanwhile");
    TRY(const std::string name, ownName(store));
    const char *word = answer == TakeoverAnswer::Accepted   ? "accepted"
                       : answer == TakeoverAnswer::Declined ? "declined"
                                                            : "withdrawn";
    json::Object fields{{"answer", word},
                        {"answeredBy", store.cases.owner().worker.toString()},
                        {"answeredByName", name},
                        {"answeredAt", base::formatInstant(store.clock.now())}};
    if (!reason.empty())
        fields.set("reason", reason);
    store::Draft change{caseId, {changelog::makeEdit(state, std::move(fields))}, {}};
    if (answer == TakeoverAnswer::Accepted) {
        TRY(auto taken, takenOver(store, caseId));
        change.sets.push_back(std::move(taken));
    }
    TRY(auto changes, saveAndTakeForm(store, change, draft));
    return TakeoverWritten{question, std::move(changes)};
}

Result<TakeoverWritten> closeTakeover(OpenStore &store, base::RecordId question)
{
    TRY(const base::ChangeId change, store.cases.edit(question, {{"closed", true}}));
    return TakeoverWritten{question, {change}};
}

} // namespace faltakt::viewmodels
