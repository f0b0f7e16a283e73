#include "qml/viewmodels/today/today_reader.h"

#include "core/casework/field_text.h"
#include "core/casework/moment_words.h"
#include "core/casework/swedish_time.h"
#include "core/casework/timeline_text.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/today/agenda_look.h"
#include "qml/viewmodels/today/call_count.h"
#include "qml/viewmodels/today/deputyship_rows.h"
#include "qml/viewmodels/today/row_action.h"
#include "qml/viewmodels/today/today_groups.h"
#include "qml/viewmodels/today/unsigned_reader.h"
#include "qml/viewmodels/today/waiting_reader.h"
#include "qml/viewmodels/workspace/safe_talk.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace faltakt::viewmodels {

using base::Result;
using Verb = TodayRow::Verb;

namespace {

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("TodayReader", text, nullptr, count);
}

using Group = TodayGroup;
constexpr std::array GroupTitles = {
    QT_TRANSLATE_NOOP("TodayReader", "Går först"), QT_TRANSLATE_NOOP("TodayReader", "Försenat"),
    QT_TRANSLATE_NOOP("TodayReader", "I dag"), QT_TRANSLATE_NOOP("TodayReader", "I morgon"),
    QT_TRANSLATE_NOOP("TodayReader", "Senare")};
struct GroupRows {
    std::vector<TodayRow> made;
    int left = 0; ///< Of the agenda, beyond those that were to be made.
};
using Groups = std::array<GroupRows, GroupTitles.size()>;

std::string conflictKeyOf(const std::string &record, const std::string &field) { return record + " conflict " + field; }

class Reading {
public:
    Reading(OpenStore &store, const ListWording &wording, std::size_t most = 0)
        : m_store(store), m_wording(wording), m_most(most), m_now(store.clock.now()),
          m_today(casework::swedishDate(m_now))
    {
    }

    Result<TodayContent> read()
    {
        TRY_VOID(readCards());
        TRY_VOID(addReturned());
        TRY_VOID(addAgenda());
        TRY_VOID(addConflicts());
        TRY_VOID(addForms());
        TRY_VOID(addScratches());
        TRY_VOID(addUnsigned());
        return arranged();
    }

    /// By their day: beside one person nobody asks which of the rows weighs more.
    Result<std::vector<TodayRow>> stepsOf(base::CaseId caseId)
    {
        TRY(auto card, m_store.cases.card(caseId));
        TRY(auto agenda, m_store.cases.agendaOfCase(caseId));
        TRY(const auto tied, openTiedFiles(m_store.cases, caseId));
        for (const store::CaseRow &row : tied) {
            if (card)
                m_cards.emplace(row.caseId, card->card);
            TRY(auto more, m_store.cases.agendaOfCase(row.caseId));
            std::ranges::move(more, std::back_inserter(agenda));
        }
        if (card)
            m_cards.emplace(caseId, std::move(card->card));
        dropOthersRows(agenda, m_store.cases.owner().worker);
        rules::sortAgenda(agenda, m_now, &store::AgendaRow::entry);
        std::ranges::stable_sort(
            agenda, {}, [](const store::AgendaRow &row) { return row.entry.due.value_or(base::Instant::max()); });
        TRY(const auto tasks, tasksOf(agenda));
        std::vector<TodayRow> rows;
        for (const store::AgendaRow &row : agenda) {
            const auto task = tasks.find(row.entry.record);
            rows.push_back(agendaRow(row, task == tasks.end() ? nullptr : &task->second));
        }
        return rows;
    }

    /// With what lies beside the agenda.
    Result<std::vector<TodayRow>> openOf(base::CaseId caseId)
    {
        TRY(auto rows, stepsOf(caseId));
        TRY_VOID(addConflicts());
        TRY_VOID(addForms());
        std::ranges::copy_if(group(Group::Today), std::back_inserter(rows),
                             [&](const TodayRow &row) { return row.caseId == caseId; });
        TRY(const auto waiting, ownUnsigned(m_store.cases, m_now));
        for (const UnsignedRecord &each : waiting)
            if (each.caseId == caseId)
                rows.push_back(unsignedRow(each));
        return rows;
    }

private:
    Result<void> readCards();
    Result<void> addReturned();
    Result<void> addAgenda();
    Result<void> addConflicts();
    Result<void> addForms();
    Result<void> addScratches();
    Result<void> addUnsigned();
    Result<std::map<base::RecordId, store::RecordView>> tasksOf(const std::vector<store::AgendaRow> &agenda) const;
    TodayRow unsignedRow(const UnsignedRecord &record) const;
    TodayRow agendaRow(const store::AgendaRow &row, const store::RecordView *task) const;
    void tellPerson(TodayRow &row, base::CaseId caseId) const;
    TodayContent arranged();
    /// Counts the row, and tells whether the list is narrowed to another sort.
    bool isLeftOut(std::optional<TodaySort> sort);
    /// Those of the agenda for which rows are made; the others are counted.
    std::vector<store::AgendaRow> chosen(std::vector<store::AgendaRow> agenda);
    TodayRow moreRow(Group which, int left) const;
    std::vector<TodayRow> &group(Group which) { return m_groups[std::size_t(which)].made; }

    OpenStore &m_store;
    ListWording m_wording;
    std::size_t m_most;
    std::set<std::string> m_conflicts; ///< Keys of the rows of two versions.
    base::Instant m_now;
    base::Date m_today;
    std::map<base::CaseId, store::CardEntry> m_cards;
    DeputyshipRows m_deputyships;
    Groups m_groups;
    TodayContent m_content;
};

Result<void> Reading::readCards()
{
    TRY(auto cases, m_store.cases.cases());
    m_content.cases = countPeople(cases);
    const casework::FileLinks links(cases);
    for (store::CaseRow &row : cases)
        m_cards.emplace(row.caseId, std::move(row.card));
    // What is to be done in a file that is shown with another one stands under that one's name.
    for (auto &[caseId, card] : m_cards)
        if (const base::CaseId main = links.mainOf(caseId); main != caseId)
            card = m_cards.at(main);
    return {};
}

void Reading::tellPerson(TodayRow &row, base::CaseId caseId) const
{
    row.caseId = caseId;
    const auto card = m_cards.find(caseId);
    if (card == m_cards.end())
        return;
    row.who = personNameAndAge(card->second, m_wording.namesHidden, m_today);
    if (card->second.isProtected) {
        row.stateText = words(QT_TRANSLATE_NOOP("TodayReader", "Skyddad"));
        row.stateTone = QStringLiteral("protected");
    } else {
        m_deputyships.mark(row);
    }
}

Result<std::map<base::RecordId, store::RecordView>> Reading::tasksOf(const std::vector<store::AgendaRow> &agenda) const
{
    std::vector<base::RecordId> ids;
    for (const store::AgendaRow &row : agenda)
        if (row.entry.rule == "task")
            ids.push_back(row.entry.record);
    TRY(auto records, m_store.cases.recordsById(ids));
    std::map<base::RecordId, store::RecordView> tasks;
    for (store::RecordView &record : records) {
        // What somebody has written about a person says the name that is to be hidden.
        if (m_wording.namesHidden)
            record.fields.remove("text");
        tasks.emplace(record.id, std::move(record));
    }
    return tasks;
}

TodayRow Reading::agendaRow(const store::AgendaRow &agenda, const store::RecordView *task) const
{
    TodayRow row;
    row.key = agenda.entry.record.toString() + ' ' + agenda.entry.rule;
    tellPerson(row, agenda.caseId);
    const AgendaLook look = lookOf(agenda.entry, task, m_store.profile, m_now, m_wording.language);
    row.iconName = look.iconName;
    row.what = look.what;
    row.when = look.when;
    row.ruleText = look.ruleText;
    row.ruleTone = look.ruleTone;
    row.ruleIcon = look.ruleIcon;
    row.verb = look.verb;
    row.record = agenda.entry.record;
    row.entry = agenda.entry;
    if (row.verb == Verb::GoOn)
        row.instrument = agenda.entry.reason.substr(agenda.entry.reason.find(':') + 1);
    tellAction(row);
    m_deputyships.tellGathered(row);
    return row;
}

Result<void> Reading::addAgenda()
{
    TRY(auto agenda, m_store.cases.agenda());
    dropOthersRows(agenda, m_store.cases.owner().worker);
    m_deputyships.gather(agenda);
    rules::sortAgenda(agenda, m_now, &store::AgendaRow::entry);
    TRY(m_content.calls, countCalls(m_store, agenda, m_now));
    for (const store::AgendaRow &row : agenda) {
        const bool isSooner = row.entry.due && (!m_content.next || *row.entry.due < *m_content.next);
        if (isSooner && casework::swedishDate(*row.entry.due) > m_today)
            m_content.next = row.entry.due;
    }
    std::erase_if(agenda, [this](const store::AgendaRow &row) {
        return todayGroupOf(row.entry, m_now) != Group::First && isLeftOut(todaySortOf(row.entry));
    });
    const auto shown = chosen(std::move(agenda));
    TRY(const auto tasks, tasksOf(shown));
    for (const store::AgendaRow &row : shown) {
        const auto task = tasks.find(row.entry.record);
        group(todayGroupOf(row.entry, m_now)).push_back(agendaRow(row, task == tasks.end() ? nullptr : &task->second));
    }
    return {};
}

bool Reading::isLeftOut(std::optional<TodaySort> sort)
{
    if (sort)
        ++m_content.sorts[std::size_t(*sort)];
    return m_wording.only && sort != m_wording.only;
}

std::vector<store::AgendaRow> Reading::chosen(std::vector<store::AgendaRow> agenda)
{
    std::array<std::size_t, GroupTitles.size()> counts{};
    std::erase_if(agenda, [&](const store::AgendaRow &row) {
        const auto which = std::size_t(todayGroupOf(row.entry, m_now));
        const bool isOver = ++counts[which] > m_most;
        m_groups[which].left += isOver ? 1 : 0;
        return isOver;
    });
    return agenda;
}

TodayRow Reading::moreRow(Group which, int left) const
{
    TodayRow row;
    row.key = "more " + std::to_string(int(which));
    row.kind = TodayRow::Kind::More;
    row.iconName = QStringLiteral("chevron-down");
    row.who = words(QT_TRANSLATE_N_NOOP("TodayReader", "%n till"), left);
    row.what = words(QT_TRANSLATE_NOOP("TodayReader", "Visa fler"));
    return row;
}

Result<void> Reading::addReturned()
{
    TRY(const auto returned, m_store.cases.returned());
    if (returned.empty())
        return {};
    TodayRow row;
    row.key = "returned";
    row.kind = TodayRow::Kind::Returned;
    row.iconName = QStringLiteral("circle-alert");
    row.who = words(QT_TRANSLATE_NOOP("TodayReader", "Behöver din hjälp"));
    row.what = words(QT_TRANSLATE_N_NOOP("TodayReader", "%n ändringar togs inte emot. De finns kvar här."),
                     int(returned.size()));
    group(Group::Today).push_back(std::move(row));
    return {};
}

Result<void> Reading::addConflicts()
{
    TRY(const auto conflicts, m_store.cases.conflicts());
    for (const store::ConflictRow &conflict : conflicts) {
        TodayRow row;
        row.key = conflictKeyOf(conflict.record.toString(), conflict.field);
        row.kind = TodayRow::Kind::Conflict;
        tellPerson(row, conflict.caseId);
        row.iconName = QStringLiteral("git-merge");
        TRY(const SafeParts safe, safePartsOf(m_store, conflict.record));
        const SafeTalk talk = safe.of(conflict.field);
        row.what = talk == SafeTalk::No ? text(casework::fieldText(conflict.kind, conflict.field, m_wording.language))
                                        : discreetName(talk, m_wording.language);
        row.stateText = words(QT_TRANSLATE_NOOP("TodayReader", "Två versioner"));
        row.stateTone = QStringLiteral("conflict");
        row.record = conflict.record;
        row.field = conflict.field;
        m_conflicts.insert(row.key);
        group(Group::Today).push_back(std::move(row));
    }
    return {};
}

Result<void> Reading::addForms()
{
    TRY(const auto forms, m_store.cases.forms());
    for (const store::FormDraft &form : forms) {
        const auto waiting = waitingFormOf(form.form);
        if (!waiting)
            continue;
        const base::json::Value fields(form.fields);
        const std::string conflictKey = conflictKeyOf(fields.stringAt("record"), fields.stringAt("field"));
        const bool isOfConflict = form.form == "conflict";
        if (isOfConflict && m_conflicts.contains(conflictKey))
            continue; // The two versions have their row.
        TodayRow row;
        row.key = "form " + form.id.toString();
        row.kind = TodayRow::Kind::Draft;
        row.verb = Verb::GoOn;
        row.iconName = QString::fromLatin1(waiting->iconName);
        if (form.caseId)
            tellPerson(row, *form.caseId);
        else
            row.who = waiting->isOfSeveral ? words(QT_TRANSLATE_NOOP("TodayReader", "Flera personer"))
                                           : words(QT_TRANSLATE_NOOP("TodayReader", "Utan person"));
        row.what = words(waiting->words);
        row.when = text(casework::momentWords(form.updated, m_now, m_wording.language));
        row.record = form.id;
        if (const auto of = base::RecordId::parse(fields.stringAt("record")))
            row.changed = row.record = *of;
        row.field = form.form;
        if (const auto child = base::RecordId::parse(fields.stringAt("child")))
            row.child = *child;
        if (form.form == "act")
            row.instrument = fields.stringAt("about");
        if (isOfConflict) {
            row.kind = TodayRow::Kind::Conflict;
            row.verb = Verb::None;
            row.field = fields.stringAt("field");
        }
        tellAction(row);
        group(Group::Today).push_back(std::move(row));
    }
    return {};
}

Result<void> Reading::addScratches()
{
    TRY(const auto scratches, m_store.cases.scratches());
    for (const store::CaseStore::Scratch &scratch : scratches) {
        TodayRow row;
        row.key = "scratch " + scratch.id.toString();
        row.kind = TodayRow::Kind::Scratch;
        row.verb = Verb::GoOn;
        row.iconName = QStringLiteral("clipboard-list");
        row.who = words(QT_TRANSLATE_NOOP("TodayReader", "Utan person"));
        row.what = words(QT_TRANSLATE_NOOP("TodayReader", "%1. Koppla eller kasta."))
                       .arg(text(casework::instrumentName(scratch.instrument, m_wording.language)));
        row.when = text(casework::momentWords(scratch.created, m_now, m_wording.language));
        row.scratch = scratch.id;
        row.instrument = scratch.instrument;
        tellAction(row);
        group(Group::Today).push_back(std::move(row));
    }
    return {};
}

TodayRow Reading::unsignedRow(const UnsignedRecord &record) const
{
    TodayRow row;
    row.key = "unsigned " + record.record.toString();
    row.kind = TodayRow::Kind::Unsigned;
    row.verb = Verb::Sign;
    row.iconName = QStringLiteral("notebook-pen");
    tellPerson(row, record.caseId);
    row.what = words(QT_TRANSLATE_NOOP("TodayReader", "%1 att signera"))
                   .arg(text(casework::kindText(record.kind, m_wording.language)));
    row.when = text(casework::momentWords(record.at, m_now, m_wording.language));
    row.record = record.record;
    row.instrument = record.instrument;
    return row;
}

Result<void> Reading::addUnsigned()
{
    TRY(const auto waiting, ownUnsigned(m_store.cases, m_now));
    if (waiting.empty())
        return {};
    TodayRow row = unsignedRow(waiting.back());
    row.key = "unsigned";
    if (waiting.size() > 1)
        row.what = words(QT_TRANSLATE_N_NOOP("TodayReader", "%n poster att signera, äldst först"), int(waiting.size()));
    tellAction(row);
    group(Group::Later).push_back(std::move(row));
    return {};
}

TodayContent Reading::arranged()
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        auto &[rows, left] = m_groups[i];
        std::erase_if(rows, [this](const TodayRow &row) {
            return row.kind != TodayRow::Kind::Agenda && isLeftOut(todaySortOf(row));
        });
        if (rows.empty() && left == 0)
            continue;
        gatherByPerson(rows, m_now);
        const std::size_t count = rows.size() + std::size_t(left);
        if (left > 0)
            rows.push_back(moreRow(Group(i), left));
        rows.front().heading = words(GroupTitles[i]);
        rows.front().headingCount = QString::number(count);
        rows.front().isFirst = true;
        rows.back().isLast = true;
        if (Group(i) <= Group::Today)
            m_content.isDoneToday = false;
        std::ranges::move(rows, std::back_inserter(m_content.rows));
    }
    return std::move(m_content);
}

} // namespace

Result<TodayContent> readToday(OpenStore &store, const ListWording &wording, std::size_t most)
{
    return Reading(store, wording, most).read();
}

Result<std::vector<TodayRow>> readStepsOf(OpenStore &store, base::CaseId caseId, const ListWording &wording)
{
    return Reading(store, wording).stepsOf(caseId);
}

Result<std::vector<TodayRow>> readOpenOf(OpenStore &store, base::CaseId caseId, const ListWording &wording)
{
    return Reading(store, wording).openOf(caseId);
}

} // namespace faltakt::viewmodels
