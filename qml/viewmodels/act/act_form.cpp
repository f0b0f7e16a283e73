#include "qml/viewmodels/act/act_form.h"

#include "core/casework/moment_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/act_clocks.h"
#include "core/rules/agenda_text.h"
#include "core/screening/assessment_record.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::fail;
using base::Result;
using screening::AnswerSheet;
using screening::QuestionnairePointer;
namespace json = base::json;

namespace {

Result<QuestionnairePointer> findForm(const std::string &id)
{
    TRY(const auto library, screening::InstrumentLibrary::forms());
    return library.find(id);
}

bool isDraftOf(const store::FormDraft &draft, const ActOrder &order)
{
    const json::Value fields(draft.fields);
    return draft.form == ActFormName && draft.caseId == order.caseId && fields.stringAt("about") == order.form
           && fields.stringAt("record") == (order.record ? order.record->toString() : std::string());
}

Result<std::optional<store::FormDraft>> findDraft(const store::CaseStore &cases, const ActOrder &order)
{
    TRY(auto forms, cases.forms());
    const auto found = std::ranges::find_if(forms, [&](const auto &form) { return isDraftOf(form, order); });
    return found == forms.end() ? std::optional<store::FormDraft>() : std::optional(std::move(*found));
}

/// A row in which something is typed and nothing answered yet is stored with no answer; it stands there all the same.
void ensureRow(AnswerSheet &answers, std::string_view key)
{
    const auto dot = key.find('.');
    const auto slash = key.find('/');
    const screening::Questionnaire &form = answers.questionnaire();
    if (dot == std::string_view::npos || slash == std::string_view::npos || dot > slash)
        return;
    const std::string_view row = key.substr(dot + 1, slash - dot - 1);
    for (std::size_t i = 0; i < form.repeats().size(); ++i)
        if (form.nodes()[form.repeats()[i].node].linkId == key.substr(0, dot) && !answers.findRow(i, row))
            (void)answers.addRow(i, row);
}

void readDraft(OpenedAct &opened)
{
    const json::Object &fields = opened.draft->fields;
    const auto objectAt = [&](std::string_view name) {
        const json::Value *value = fields.find(name);
        return value && value->object() ? *value->object() : json::Object();
    };
    opened.sheet.answers =
        AnswerSheet::fromStored(opened.sheet.answers.questionnairePointer(), objectAt("answers")).sheet;
    for (const auto &[key, text] : objectAt("typed"))
        if (text.string()) {
            opened.sheet.typed.emplace(key, *text.string());
            ensureRow(opened.sheet.answers, key);
        }
    opened.base = editBaseIn(fields).value_or(opened.base);
    if (opened.base.record != base::RecordId())
        opened.before = objectAt("before");
}

/// The latest act of that form in the file, whose answers another may go on from.
Result<std::optional<AnswerSheet>> latestOf(const store::CaseStore &cases, base::CaseId caseId, const std::string &form)
{
    TRY(auto acts, cases.recordsOfKind(caseId, "act"));
    std::erase_if(acts, [&](const store::RecordView &act) { return act.text("form") != form; });
    if (acts.empty())
        return std::optional<AnswerSheet>();
    const auto latest = std::ranges::max_element(acts, {}, [](const store::RecordView &act) {
        return std::pair(act.instant("at").value_or(base::Instant::min()), act.id);
    });
    TRY(const auto questionnaire, findForm(form));
    return std::optional(screening::readAssessment(questionnaire, latest->fields).answers.sheet);
}

Result<void> openRecord(OpenStore &store, base::RecordId record, OpenedAct &opened)
{
    TRY(const auto view, store.cases.record(record));
    if (!view || view->deleted || view->kind != "act")
        return fail(ErrorCode::NotFound, "act");
    const auto form = opened.sheet.answers.questionnairePointer();
    if (view->text("form") != form->id() || view->text("version") != form->version())
        return fail(ErrorCode::Unsupported, "an act of another version's form");
    TRY(const bool isLocked, isSigned(store.cases, view->caseId, record));
    if (isLocked)
        return fail(ErrorCode::Refused, "the act is signed");
    TRY(opened.base, readEditBase(store.cases, record));
    opened.before = view->fields;
    opened.sheet.answers = screening::readAssessment(form, view->fields).answers.sheet;
    return {};
}

Result<screening::InterviewSession> sessionOf(const AnswerSheet &answers)
{
    return screening::InterviewSession::start(answers, screening::SkipRule::On);
}

Result<std::vector<std::string>> clockWords(OpenStore &store, base::CaseId caseId, base::RecordId act,
                                            base::Language language)
{
    std::vector<std::string> words;
    TRY_VOID(store.cases.readCase(caseId, [&](const store::CaseReader &reader) -> Result<void> {
        TRY(const auto facts, rules::readCaseFacts(caseId, reader));
        const auto found = std::ranges::find(facts.acts, act, &store::RecordView::id);
        if (found == facts.acts.end())
            return {};
        for (const rules::ActClock &clock : rules::actClocks(facts, *found, store.profile))
            words.push_back(rules::agendaReasonText(rules::actReason(clock.rule->id), language) + ", "
                            + casework::dueWords(clock.deadline.due, store.clock.now(), language));
        return {};
    }));
    return words;
}

} // namespace

json::Object toJson(const ActSheet &sheet, const ActOrder &order, const EditBase &base, const json::Object &before)
{
    json::Object answers;
    for (const auto &[name, value] : screening::answerFields(sheet.answers))
        answers.append(name.substr(name.find('/') + 1), value);
    json::Object typed;
    for (const auto &[key, text] : sheet.typed)
        typed.append(key, text);
    json::Object fields{{"about", order.form},
                        {"record", order.record ? order.record->toString() : std::string()},
                        {"answers", std::move(answers)},
                        {"typed", std::move(typed)}};
    if (order.record) {
        fields.append(std::string(EditBaseField), toJson(base));
        fields.append("before", before);
    }
    return fields;
}

Result<OpenedAct> openAct(OpenStore &store, const ActOrder &order, ActReading reading)
{
    TRY(const QuestionnairePointer form, findForm(order.form));
    const base::Date today = casework::swedishDate(store.clock.now());
    OpenedAct opened{.sheet = {screening::begunForm(form, today)}};
    opened.newForm = store.ids.makeId<base::RecordId>();
    TRY(opened.draft, findDraft(store.cases, order));
    if (reading == ActReading::File) {
        if (order.record)
            TRY_VOID(openRecord(store, *order.record, opened));
        const std::string &earlier = form->head().goesOnFrom;
        if (!order.record && !opened.draft && !earlier.empty()) {
            TRY(const auto from, latestOf(store.cases, order.caseId, earlier));
            opened.goesOn = from.has_value();
            if (from)
                opened.sheet.answers = screening::begunForm(form, today, &*from);
        }
    } else if (order.record) {
        return fail(ErrorCode::Refused, "reading has ended");
    }
    if (opened.draft)
        readDraft(opened);
    return opened;
}

Result<ActSaved> saveAct(OpenStore &store, const ActOrder &order, const OpenedAct &opened, const AnswerSheet &answers,
                         std::optional<base::RecordId> form, base::Language language)
{
    TRY(const auto session, sessionOf(answers));
    if (!screening::missingAnswers(session).empty())
        return fail(ErrorCode::InvalidInput, "answers that are needed");
    const json::Value *first = opened.before.find("at");
    const auto begun = first && first->string() ? base::parseInstant(*first->string()) : store.clock.now();
    json::Object fields = screening::actFields(session, begun.value_or(store.clock.now()));
    ActSaved saved;
    if (order.record) {
        saved.act = *order.record;
        json::Object changes = screening::actChanges(opened.before, fields);
        if (!changes.empty()) {
            TRY(saved.changes, saveAndTakeForm(store, editOn(opened.base, std::move(changes)), form));
        }
    } else {
        saved.act = store.ids.makeId<base::RecordId>();
        store::Draft draft{order.caseId, {}, json::Value(fields).stringAt("at")};
        draft.sets.push_back(changelog::makeCreation(saved.act, "act", std::move(fields)));
        TRY(saved.changes, saveAndTakeForm(store, draft, form));
    }
    endReports(store, order.caseId, saved.changes);
    TRY_VOID(noteRecentCase(store, order.caseId));
    TRY(saved.clocks, clockWords(store, order.caseId, saved.act, language));
    return saved;
}

} // namespace faltakt::viewmodels
