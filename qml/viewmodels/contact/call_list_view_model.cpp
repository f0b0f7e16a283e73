#include "qml/viewmodels/contact/call_list_view_model.h"

#include "core/casework/swedish_time.h"
#include "core/rules/agenda_text.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

void CallListModel::setCalls(std::vector<CallRow> rows)
{
    const int before = count();
    updateRows(m_rows, std::move(rows));
    if (count() != before)
        Q_EMIT countChanged();
}

const CallRow *CallListModel::at(int row) const
{
    return row >= 0 && row < count() ? &m_rows[std::size_t(row)] : nullptr;
}

int CallListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant CallListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CallRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return row.name;
    case WhatRole: return row.what;
    case WhenRole: return row.when;
    case LastRole: return row.last;
    case NumberRole: return row.number;
    case CautionRole: return row.caution;
    case HourRole: return row.hourText;
    case ActionRole:
        return row.number.isEmpty() ? tr("Öppna, %1, %2").arg(row.name, row.what)
                                    : tr("Ring, %1, %2").arg(row.name, row.what);
    default: return {};
    }
}

QHash<int, QByteArray> CallListModel::roleNames() const
{
    return {{NameRole, "name"},     {WhatRole, "what"},       {WhenRole, "when"},     {LastRole, "last"},
            {NumberRole, "number"}, {CautionRole, "caution"}, {HourRole, "hourText"}, {ActionRole, "actionText"}};
}

CallListViewModel::CallListViewModel(AppServices &services) : m_services(services) {}

void CallListViewModel::load()
{
    m_services.workspace.read<std::vector<QueuedCall>>(
        this, [](OpenStore &store) { return readCallQueue(store); },
        [this](base::Result<std::vector<QueuedCall>> calls) {
            setLoading(false);
            if (!calls)
                return noteUnread(calls.error());
            noteRead();
            std::vector<CallRow> rows;
            for (const QueuedCall &each : *calls)
                rows.push_back(rowOf(each));
            m_calls.setCalls(std::move(rows));
            Q_EMIT changed();
        });
}

void CallListViewModel::clear()
{
    m_calls.setCalls({});
    setProblem({});
    setLoading(true);
}

CallRow CallListViewModel::rowOf(const QueuedCall &call) const
{
    const base::Instant now = m_services.clock.now();
    const base::Language language = languageOf(m_services.settings);
    CallRow row;
    row.caseId = call.item.caseId;
    row.key = row.caseId.toString();
    row.name = personName(call.card, m_services.settings.namesHidden());
    row.what = text(rules::agendaReasonText(call.item.entry.reason, language));
    if (call.item.urgency == rules::Urgency::Overdue)
        row.when = tr("Försenat");
    else if (call.item.entry.due)
        row.when = call.item.isAgreed
                       ? tr("Avtalat %1").arg(momentText(*call.item.entry.due, now, language))
                       : tr("Senast %1").arg(dayText(casework::swedishDate(*call.item.entry.due), now, language));
    if (call.item.last) {
        // A message that was only sent has no outcome.
        const rules::ContactFacts &last = *call.item.last;
        const QString what = last.outcome.empty() ? wayText(last.way, language) : outcomeText(last.outcome, language);
        row.last = tr("Förra: %1, %2").arg(momentText(last.at, now, language), what.toLower());
    }
    if (call.item.number) {
        row.number = m_services.settings.namesHidden() ? hiddenNumberText()
                                                       : text(casework::phoneText(call.item.number->way.value));
        if (call.item.number->way.neverVoicemail)
            row.caution = tr("Aldrig röstbrevlåda");
        if (call.item.last && !call.item.isHourTried)
            row.hourText = tr("Inte prövat på den här tiden");
    }
    return row;
}

QString CallListViewModel::countText() const { return tr("%n samtal att ringa", "", m_calls.count()); }

void CallListViewModel::call(int row)
{
    if (const CallRow *call = m_calls.at(row))
        m_services.router.openLobContact(call->caseId, {}, call->number.isEmpty() ? LobStart::Open : LobStart::Ring);
}

void CallListViewModel::openPerson(int row)
{
    if (const CallRow *call = m_calls.at(row))
        m_services.router.openPerson(call->caseId);
}

void CallListViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
