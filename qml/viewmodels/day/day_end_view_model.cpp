#include "qml/viewmodels/day/day_end_view_model.h"

#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;

DayEndViewModel::DayEndViewModel(AppServices &services) : m_services(services), m_confirm(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &DayEndViewModel::showOpen);
}

void DayEndViewModel::load()
{
    const ListWording wording{languageOf(m_services.settings), m_services.settings.namesHidden()};
    m_services.workspace.read<DayEnd>(
        this, [wording](OpenStore &store) { return readDayEnd(store, wording); },
        [this](Result<DayEnd> end) {
            setLoading(false);
            if (!end)
                return noteUnread(end.error());
            noteRead();
            show(std::move(*end));
        });
}

void DayEndViewModel::show(DayEnd end)
{
    m_end = std::move(end);
    std::vector<RecordLine> lines;
    for (const RecordToSign &each : m_end.toSign) {
        QString words = each.what;
        if (each.hasConflict)
            words = tr("%1. Två versioner, välj en först.").arg(each.what);
        else if (each.record.waitsForPerson)
            words = tr("%1. Personen har inte skrivit under än.").arg(each.what);
        lines.push_back({each.record.record.toString(), each.who, std::move(words)});
    }
    m_toSign.setLines(std::move(lines));
    m_tomorrow.setLines(m_end.tomorrow);
    showOpen();
}

void DayEndViewModel::showOpen()
{
    std::vector<RecordLine> rows;
    const auto add = [&rows](const char *key, const QString &label, const QString &value) {
        rows.push_back({key, label, value});
    };
    if (m_end.checkedInUntil)
        add("checkIn",
            tr("Du är incheckad till %1")
                .arg(momentText(*m_end.checkedInUntil, m_services.clock.now(), languageOf(m_services.settings))),
            tr("Checka ut, annars larmar servern teamet."));
    const SyncStatus &status = m_services.workspace.syncStatus();
    if (const int unsent = int(status.unsent()); unsent > 0 && status.phase != SyncStatus::Phase::Training)
        add("sync", tr("%n ändringar är inte skickade", nullptr, unsent),
            tr("De ligger krypterade här och går när det finns nät."));
    if (status.counts.returned > 0)
        add("sync", tr("%n ändringar behöver din hjälp", nullptr, int(status.counts.returned)),
            tr("Servern tog inte emot dem. De finns kvar här."));
    if (m_end.dueNow > 0)
        add("today", tr("%n rader kvar på I dag", nullptr, m_end.dueNow), tr("De står kvar i morgon."));
    if (m_end.drafts > 0)
        add("today", tr("%n påbörjade utkast", nullptr, m_end.drafts), tr("De ligger kvar på I dag."));
    if (m_end.scratches > 0)
        add("today", tr("%n frågor utan person", nullptr, m_end.scratches), tr("Koppla dem, annars tas de bort."));
    if (m_end.conflicts > 0)
        add("today", tr("%n ställen med två versioner", nullptr, m_end.conflicts), tr("Inget är borta."));
    m_openCount = int(rows.size());
    add("tally", tr("Räknare"), tr("%n räknade den här veckan", nullptr, int(m_end.tally)));
    m_openRows.setLines(std::move(rows));
    Q_EMIT changed();
}

void DayEndViewModel::clear()
{
    m_confirm.cancel();
    m_end = {};
    m_signedText.clear();
    setLoading(true);
    setProblem({});
    m_toSign.setLines({});
    m_openRows.setLines({});
    m_tomorrow.setLines({});
    Q_EMIT changed();
}

void DayEndViewModel::clearNames()
{
    m_toSign.setLines({});
    m_tomorrow.setLines({});
    load();
}

std::vector<base::RecordId> DayEndViewModel::signable() const
{
    std::vector<base::RecordId> records;
    for (const RecordToSign &each : m_end.toSign)
        if (each.canBeSigned())
            records.push_back(each.record.record);
    return records;
}

void DayEndViewModel::signAll()
{
    const auto records = signable();
    if (records.empty() || m_isSigning)
        return;
    m_confirm.ask({.title = signText(), .text = tr("Det som går att signera låses. Rättelser görs sedan som tillägg.")},
                  [this, records] { signNow(records); });
}

void DayEndViewModel::signNow(const std::vector<base::RecordId> &records)
{
    m_isSigning = true;
    setProblem({});
    Q_EMIT changed();
    m_services.workspace.write<int>(
        this, [records](OpenStore &store) { return signRecords(store, records); },
        [this](const Result<int> &count) {
            m_isSigning = false;
            if (count)
                m_signedText = tr("%n poster är signerade och låsta", nullptr, *count);
            else
                setProblem(errorText(count.error()));
            Q_EMIT changed();
        });
}

void DayEndViewModel::openRecord(int index)
{
    const std::string key = m_toSign.key(index);
    for (const RecordToSign &each : m_end.toSign) {
        if (each.record.record.toString() != key)
            continue;
        if (each.record.instrument.empty())
            return m_services.router.openRecord(each.record.caseId, each.record.record);
        return m_services.router.openResult(each.record.caseId, each.record.record);
    }
}

void DayEndViewModel::openRow(int index)
{
    const std::string row = m_openRows.key(index);
    if (row == "checkIn")
        m_services.router.openCheckIn();
    else if (row == "sync")
        m_services.router.openSync();
    else if (row == "tally")
        m_services.router.openDay(DayPage::Tally);
    else if (row == "today")
        m_services.router.goTo(Router::Place::Today);
}

QString DayEndViewModel::toSignText() const
{
    if (isLoading())
        return {};
    return m_end.toSign.empty() ? tr("Inget att signera")
                                : tr("%n poster att signera", nullptr, int(m_end.toSign.size()));
}

QString DayEndViewModel::signText() const
{
    const int count = int(signable().size());
    return count == 0 ? QString() : tr("Signera %n poster", nullptr, count);
}

QString DayEndViewModel::openText() const
{
    if (isLoading())
        return {};
    return m_openCount == 0 ? tr("Inget mer står öppet") : tr("Det här står kvar");
}

QString DayEndViewModel::tomorrowText() const
{
    if (isLoading())
        return {};
    return m_end.tomorrow.empty() ? tr("Inget bokat i morgon") : tr("I morgon");
}

} // namespace faltakt::viewmodels
