#include "qml/viewmodels/today/task_view_model.h"

#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"
#include "core/rules/act_clocks.h"
#include "core/rules/report_ends.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/time_input.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;
using Changes = std::vector<base::ChangeId>;

namespace {

bool isWholeDay(base::Instant due) { return due == rules::endOfDay(casework::swedishDate(due)); }

} // namespace

/// A task that stands, with whom it is about as its row says.
struct TaskViewModel::Opened {
    base::CaseId caseId;
    QString who;
    QString what;
    store::RecordView record = {};
    EditBase base = {};
};

TaskViewModel::TaskViewModel(AppServices &services, UndoViewModel &undo, std::optional<base::CaseId> only,
                             QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo),
      m_keeper(services.workspace, only ? "personTask" : "todayTask", only, [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

json::Object TaskViewModel::formFields() const
{
    json::Object fields{{"who", m_who.toStdString()},
                        {"what", m_what.toStdString()},
                        {"hasText", m_hasText},
                        {"text", m_text.toStdString()},
                        {"before", m_textBefore.toStdString()}};
    const auto offered = choices();
    if (m_dayIndex >= 0 && m_dayIndex < int(offered.size()))
        fields.set("day", base::formatDate(offered[std::size_t(m_dayIndex)]));
    if (m_timeIndex > 0)
        fields.set("time", timeText().toStdString());
    if (m_dueBefore)
        fields.set("due", base::formatInstant(*m_dueBefore));
    if (m_task)
        fields.set("task", m_task->toString());
    if (m_task)
        fields.set(std::string(EditBaseField), toJson(m_base));
    return fields;
}

void TaskViewModel::restore()
{
    m_keeper.restore([this](const store::FormDraft &kept) {
        if (!isOpen() && kept.caseId)
            show(kept);
    });
}

void TaskViewModel::show(const store::FormDraft &kept)
{
    const json::Value fields(kept.fields);
    m_caseId = kept.caseId;
    m_isTouched = true;
    if (const auto task = base::RecordId::parse(fields.stringAt("task")))
        m_task = *task;
    m_base = editBaseIn(kept.fields).value_or(EditBase());
    m_who = text(fields.stringAt("who"));
    m_what = text(fields.stringAt("what"));
    m_hasText = fields.boolAt("hasText");
    m_text = text(fields.stringAt("text"));
    m_textBefore = text(fields.stringAt("before"));
    // A day that has gone by meanwhile is chosen anew.
    const auto offered = choices();
    const auto day = base::parseDate(fields.stringAt("day"));
    const auto found = day ? std::ranges::find(offered, *day) : offered.end();
    m_dayIndex = found == offered.end() ? -1 : int(found - offered.begin());
    takeTime(text(fields.stringAt("time")));
    if (const auto due = base::parseInstant(fields.stringAt("due")))
        m_dueBefore = *due;
    Q_EMIT changed();
}

void TaskViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

void TaskViewModel::clear()
{
    m_keeper.flush();
    m_keeper.forget();
    forget();
}

void TaskViewModel::openNew(base::CaseId caseId, const QString &who)
{
    close();
    m_caseId = caseId;
    m_who = who;
    m_hasText = true;
    m_dayIndex = 0;
    Q_EMIT changed();
}

void TaskViewModel::open(base::CaseId caseId, base::RecordId task, const QString &who, const QString &what)
{
    close();
    m_services.workspace.read<Opened>(
        this,
        [caseId, task, who, what](OpenStore &store) -> Result<Opened> {
            Opened opened{caseId, who, what};
            TRY(auto record, store.cases.record(task));
            if (!record)
                return base::fail(base::ErrorCode::NotFound, "task");
            opened.record = std::move(*record);
            TRY(opened.base, readEditBase(store.cases, task));
            return opened;
        },
        [this](const Result<Opened> &opened) {
            if (!opened) {
                Q_EMIT failed(errorText(opened.error()));
                return;
            }
            show(*opened);
        });
}

void TaskViewModel::show(const Opened &opened)
{
    const store::RecordView &record = opened.record;
    m_caseId = opened.caseId;
    m_task = record.id;
    m_base = opened.base;
    m_who = opened.who;
    m_what = opened.what;
    m_hasText = record.text("what") == "ownTask" && !m_services.settings.namesHidden();
    m_text = m_textBefore = text(record.text("text"));
    if (const auto due = record.instant("due")) {
        const auto offered = choices();
        const auto day = std::ranges::find(offered, casework::swedishDate(*due));
        m_dayIndex = day == offered.end() ? -1 : int(day - offered.begin());
        m_dueBefore = *due;
        if (!isWholeDay(*due))
            takeTime(timeName(casework::swedishTime(*due).sinceMidnight));
    }
    Q_EMIT changed();
}

void TaskViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!isOpen())
        return;
    m_keeper.drop();
    forget();
}

void TaskViewModel::forget()
{
    m_caseId.reset();
    m_task.reset();
    m_base = {};
    m_isTouched = false;
    for (QString *shown :
         {&m_who, &m_what, &m_text, &m_textBefore, &m_textProblem, &m_problem, &m_otherTime, &m_timeProblem})
        shown->clear();
    m_hasText = false;
    m_dayIndex = -1;
    m_timeIndex = 0;
    m_dueBefore.reset();
    Q_EMIT changed();
}

void TaskViewModel::setTaskText(const QString &text)
{
    m_text = text;
    m_textProblem.clear();
    touch();
}

void TaskViewModel::chooseDay(int index)
{
    m_dayIndex = index;
    m_timeProblem.clear();
    touch();
}

void TaskViewModel::save()
{
    if (!isOpen())
        return;
    const QString written = m_text.trimmed();
    m_textProblem = m_hasText && written.isEmpty() ? tr("Skriv vad som ska göras.") : QString();
    m_timeProblem = timeFault();
    if (!m_textProblem.isEmpty() || !m_timeProblem.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    json::Object fields;
    QString done = tr("Uppgiften är sparad.");
    if (const auto due = this->due(); due && (m_dayIndex >= 0 || isMoved())) {
        fields.set("due", base::formatInstant(*due));
        if (m_dayIndex >= 0)
            done = tr("Uppgiften ligger på %1.").arg(dueText());
    }
    if (m_hasText && (isNew() || written != m_textBefore))
        fields.set("text", written.toStdString());
    if (!isNew())
        return fields.empty()
                   ? close()
                   : write([base = m_base, fields](OpenStore &store) { return store.cases.save(editOn(base, fields)); },
                           done);
    fields.set("what", "ownTask");
    fields.set("basis", "own");
    fields.set("status", "open");
    write(
        [caseId = *m_caseId, fields](OpenStore &store) mutable {
            fields.set("assignedTo", store.cases.owner().worker.toString());
            return store.cases.save(
                {caseId, {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "task", fields)}, {}});
        },
        done);
}

void TaskViewModel::finishOrSave()
{
    if (m_task)
        finish(*m_task);
    else
        save();
}

void TaskViewModel::finish(base::RecordId task)
{
    edit(task, {{"status", "done"}, {"doneAt", base::formatInstant(m_services.clock.now())}}, tr("Uppgiften är klar."));
}

void TaskViewModel::finishRow(const TodayRow &row)
{
    if (rules::isDoneBySaying(row.entry.rule))
        return write(
            [caseId = row.caseId, entry = row.entry](OpenStore &store) { return sayDone(store, caseId, entry); },
            tr("Klart. Det står kvar i akten."));
    if (!rules::isActReason(row.entry.reason))
        return finish(row.record);
    edit(row.record, {{rules::settledField(row.entry.rule), base::formatInstant(m_services.clock.now())}},
         tr("Avbockat. Det står kvar i akten."));
}

void TaskViewModel::drop()
{
    if (m_task)
        edit(*m_task, {{"status", "dropped"}}, tr("Uppgiften är borttagen från I dag."));
}

void TaskViewModel::edit(base::RecordId task, json::Object fields, const QString &done)
{
    write(
        [task, fields = std::move(fields)](OpenStore &store) -> Result<Changes> {
            TRY(const base::ChangeId change, store.cases.edit(task, fields));
            Changes changes{change};
            TRY(const auto record, store.cases.record(task));
            if (record)
                endReports(store, record->caseId, changes);
            return changes;
        },
        done);
}

void TaskViewModel::write(std::function<Result<Changes>(OpenStore &)> work, const QString &done)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<Changes>(this, std::move(work), [this, done](Result<Changes> changes) {
        m_isWriting = false;
        if (!changes)
            return tell(errorText(changes.error()));
        m_undo.offer(done, std::move(*changes));
        close();
    });
}

void TaskViewModel::tell(const QString &problem)
{
    if (!isOpen()) {
        Q_EMIT failed(problem);
        return;
    }
    // What was typed stays in the open sheet.
    m_problem = problem;
    Q_EMIT changed();
}

void TaskViewModel::openPerson()
{
    if (!m_caseId)
        return;
    const base::CaseId caseId = *m_caseId;
    close();
    m_services.router.openPerson(caseId);
}

} // namespace faltakt::viewmodels
