#include "qml/viewmodels/sync/sync_view_model.h"

#include "core/casework/moment_words.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/data_use.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/sync/return_text.h"
#include "qml/viewmodels/sync/returned_file.h"

#include <QLocale>

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using Phase = SyncStatus::Phase;

namespace {

/// Lists on the page end somewhere; their count is told in full.
constexpr std::size_t MostLines = 200;
constexpr std::size_t MostBytes = 4 * 1024 * 1024;

/// A line by what it is about: work of the worker's, or an opening of a file.
Result<LineListModel::Line> sortedLine(OpenStore &store, const changelog::Change &change, const ChangeWording &wording)
{
    TRY(auto line, changeLine(store, change, wording));
    line.kind = isOpening(change) ? QStringLiteral("opening") : QString();
    return line;
}

Result<std::vector<LineListModel::Line>> unsentLines(OpenStore &store, const ChangeWording &wording)
{
    TRY(const changelog::JournalBatch batch, store.cases.outbox(MostLines, MostBytes));
    std::vector<LineListModel::Line> lines;
    for (const changelog::JournalLine &entry : batch.lines) {
        if (!entry.line)
            continue;
        TRY(const changelog::ChangeLine change, changelog::readChangeLine(*entry.line));
        TRY(auto line, sortedLine(store, change.change, wording));
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<LineListModel::Line>> receivedLines(OpenStore &store, const ChangeWording &wording)
{
    const base::Instant midnight = casework::instantOf({casework::swedishDate(wording.now), {}});
    TRY(const auto changes, store.cases.receivedSince(midnight, int(MostLines)));
    std::vector<LineListModel::Line> lines;
    for (const store::ReceivedChange &change : changes) {
        TRY(auto line, sortedLine(store, change.line.change, wording));
        line.trailing = text(casework::timeWords(change.received));
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

SyncViewModel::SyncViewModel(AppServices &services)
    : m_services(services), m_exported(services, tr("Kryssa i att du tar hand om filen. Den är inte skyddad.")),
      m_packs(services)
{
    m_exported.doFirst([this](const QString &, FileOffer::Done done) { logExport(std::move(done)); });
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &SyncViewModel::onStatus);
    connect(&services.workspace, &Workspace::linkChanged, this, &SyncViewModel::onStatus);
    connect(&services.settings, &AppSettings::dataUseChanged, this, &SyncViewModel::statusChanged);
}

SyncViewModel::Standing SyncViewModel::standing() const
{
    if (status().phase == Phase::Training)
        return Standing::Training;
    if (status().isRevoked)
        return Standing::Revoked;
    if (status().phase == Phase::Running)
        return Standing::Sending;
    if (status().error)
        return Standing::Offline;
    return status().unsent() == 0 ? Standing::AllReceived : Standing::SavedHere;
}

QString SyncViewModel::moment(base::Instant instant) const
{
    return text(casework::momentWords(instant, m_services.clock.now(), languageOf(m_services.settings)));
}

QString SyncViewModel::stateText() const
{
    switch (standing()) {
    case Standing::Training: return tr("Utbildning. Härifrån skickas aldrig något.");
    case Standing::Revoked: return tr("Enheten är avstängd hos servern");
    case Standing::Sending: {
        const auto done = std::min(status().answered + status().underWay, status().toSend);
        return status().toSend > 0 ? tr("Skickar %1 av %2").arg(done).arg(status().toSend) : tr("Hämtar nytt");
    }
    case Standing::Offline:
        return status().offlineSince ? tr("Offline sedan %1").arg(moment(*status().offlineSince)) : tr("Offline");
    case Standing::AllReceived:
        return status().lastSuccess ? tr("Allt mottaget %1").arg(moment(*status().lastSuccess))
                                    : tr("Inget väntar på att skickas");
    case Standing::SavedHere: break;
    }
    // Photos follow the changes, and may wait for another network.
    if (status().counts.outbox == 0)
        return tr("%n foton väntar på att skickas", nullptr, int(status().counts.blobs));
    return tr("%n ändringar sparade här", nullptr, int(status().counts.outbox));
}

QString SyncViewModel::stateTone() const
{
    switch (standing()) {
    case Standing::Training: return QStringLiteral("training");
    case Standing::Revoked: return QStringLiteral("danger");
    case Standing::AllReceived: return status().lastSuccess ? QStringLiteral("received") : QStringLiteral("info");
    case Standing::Sending:
    case Standing::Offline:
    case Standing::SavedHere: break;
    }
    return QStringLiteral("offline");
}

QString SyncViewModel::stateIcon() const
{
    switch (standing()) {
    case Standing::Training: return QStringLiteral("graduation-cap");
    case Standing::Revoked: return QStringLiteral("circle-alert");
    case Standing::Sending: return QStringLiteral("cloud-upload");
    case Standing::Offline: return QStringLiteral("cloud-off");
    case Standing::AllReceived: return status().lastSuccess ? QStringLiteral("check-check") : QStringLiteral("check");
    case Standing::SavedHere: break;
    }
    return QStringLiteral("smartphone");
}

QString SyncViewModel::offlineExplanation() const
{
    const QString next = status().nextTry ? text(casework::timeWords(*status().nextTry)) : QString();
    switch (*status().error) {
    case base::ErrorCode::Unreachable:
    case base::ErrorCode::Busy:
        return next.isEmpty() ? tr("Servern svarar inte. Allt är sparat här.")
                              : tr("Servern svarar inte. Allt är sparat här. Vi försöker igen %1.").arg(next);
    case base::ErrorCode::Refused:
        return tr("Servern tar inte emot den här enheten. Allt är sparat här. Be teamledaren titta på enheten.");
    case base::ErrorCode::StorageFull:
        return tr("Enheten är full, så det som är nytt kan inte hämtas. Allt du har sparat är kvar. Frigör plats.");
    default: break;
    }
    return tr("Serverns svar kan inte användas. Allt är sparat här och inget är ändrat. Kontakta support.");
}

QString SyncViewModel::savedHereExplanation() const
{
    const client::LinkTerms &link = m_services.workspace.link();
    if (!link.hasNetwork())
        return tr("Det finns krypterat på enheten och skickas så snart den har nät.");
    if (!link.syncsByItself())
        return tr("Det finns krypterat på enheten. På mobildata skickas det när du trycker på Skicka nu.");
    return tr("Det finns krypterat på enheten och skickas så snart servern svarar.");
}

QString SyncViewModel::explanation() const
{
    switch (standing()) {
    case Standing::Training: return tr("Det du gör här är övning med påhittade personer och stannar på enheten.");
    case Standing::Revoked:
        return tr("Inget mer tas emot från den här enheten. Allt du har sparat är kvar här. Be teamledaren om hjälp.");
    case Standing::Offline: return offlineExplanation();
    case Standing::SavedHere: return savedHereExplanation();
    case Standing::Sending:
    case Standing::AllReceived: break;
    }
    return {};
}

QString SyncViewModel::onServerText() const
{
    if (standing() == Standing::Training)
        return {};
    const auto &proof = status().proof;
    if (!proof)
        return tr("%1 av %2 finns på servern").arg(status().acknowledged).arg(status().written);
    const QLocale locale;
    const qlonglong held = proof->held + status().counts.outbox;
    return tr("%1 av %2 ändringar finns på servern, jämfört med den %3")
        .arg(locale.toString(qlonglong(proof->proven)), locale.toString(held), moment(proof->at));
}

bool SyncViewModel::canSend() const { return standing() != Standing::Training && standing() != Standing::Revoked; }

bool SyncViewModel::isSending() const { return standing() == Standing::Sending; }

QString SyncViewModel::linkText() const
{
    const client::LinkTerms &link = m_services.workspace.link();
    if (standing() == Standing::Training || standing() == Standing::Revoked)
        return {};
    // The system may be wrong: who is connected is shown as connected.
    if (!link.hasNetwork() && !status().isListening)
        return link.syncsByItself()
                   ? tr("Enheten säger att den inte har nät. Vi försöker ändå då och då, och direkt med Skicka nu.")
                   : tr("Enheten säger att den inte har nät. Inget skickas av sig självt, som du har valt för "
                        "mobildata. "
                        "Skicka nu försöker ändå.");
    if (!link.isMetered())
        return status().isListening ? tr("Ansluten. Nytt kommer direkt.") : QString();
    switch (link.meteredUse) {
    case client::MeteredUse::Everything: return tr("Mobildata. Allt skickas och hämtas, som du har valt.");
    case client::MeteredUse::ChangesOnly: break;
    case client::MeteredUse::Nothing:
        return tr("Mobildata. Inget skickas av sig självt, som du har valt. Skicka nu skickar ändå.");
    }
    return tr("Mobildata. Ändringar skickas och hämtas, stora filer väntar på ett annat nät.");
}

QString SyncViewModel::dataText() const
{
    return standing() == Standing::Training ? QString() : dataUseText(m_services);
}

QString SyncViewModel::contactText() const
{
    if (standing() == Standing::Training)
        return {};
    return status().lease.lastContact ? moment(*status().lease.lastContact) : tr("Ingen än");
}

QString SyncViewModel::leaseText() const
{
    return status().lease.until && standing() != Standing::Training ? moment(*status().lease.until) : QString();
}

ChangeWording SyncViewModel::wording() const
{
    return {languageOf(m_services.settings), m_services.settings.namesHidden(), m_services.clock.now()};
}

Result<SyncViewModel::Groups> SyncViewModel::readGroups(OpenStore &store, const ChangeWording &wording)
{
    Groups groups;
    TRY(groups.unsent, unsentLines(store, wording));
    TRY(groups.received, receivedLines(store, wording));
    TRY(groups.changes, store.cases.returned());
    for (const store::ReturnedChange &returned : groups.changes) {
        TRY(const changelog::ChangeLine change, changelog::readChangeLine(returned.line));
        TRY(auto line, changeLine(store, change.change, wording));
        TRY(line.chip, contentText(store, change.change, wording));
        line.kind = returnText(returned.reason);
        const auto record = change.change.sets.empty() ? base::RecordId() : change.change.sets.front().record;
        TRY(const auto held, store.cases.record(record));
        line.iconName = held && !held->deleted ? QStringLiteral("open") : QString();
        groups.returned.push_back(std::move(line));
    }
    return groups;
}

void SyncViewModel::load()
{
    m_outboxShown = status().counts.outbox;
    m_packs.load();
    m_services.workspace.read<Groups>(
        this, [wording = wording()](OpenStore &store) { return readGroups(store, wording); },
        [this](Result<Groups> groups) {
            setLoading(false);
            if (!groups)
                return noteUnread(groups.error());
            noteRead();
            show(std::move(*groups));
        });
    Q_EMIT statusChanged();
}

void SyncViewModel::show(Groups groups)
{
    m_changes = std::move(groups.changes);
    m_returned.setLines(std::move(groups.returned));
    split(groups.received, m_received, m_receivedOpenings);
    const Lines &unsent = groups.unsent;
    m_underWayCount = int(status().underWay);
    const auto firstWaiting = unsent.begin() + std::min<std::ptrdiff_t>(m_underWayCount, std::ssize(unsent));
    split({unsent.begin(), firstWaiting}, m_underWay, m_underWayOpenings);
    split({firstWaiting, unsent.end()}, m_waiting, m_waitingOpenings);
    Q_EMIT statusChanged();
}

void SyncViewModel::split(const Lines &lines, LineListModel &work, LineListModel &openings)
{
    Lines ofWork, ofOpenings;
    for (const LineListModel::Line &line : lines)
        (line.kind.isEmpty() ? ofWork : ofOpenings).push_back(line);
    work.setLines(std::move(ofWork));
    openings.setLines(std::move(ofOpenings));
}

void SyncViewModel::clear()
{
    m_changes.clear();
    for (LineListModel *model : {&m_returned, &m_waiting, &m_underWay, &m_received, &m_waitingOpenings,
                                 &m_underWayOpenings, &m_receivedOpenings})
        model->setLines({});
    setDropping({});
    setDone({});
    m_exported.close();
    m_packs.clear();
    setLoading(true);
}

void SyncViewModel::onStatus()
{
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    // What is waiting becomes less while a sync runs; the content itself is told by contentChanged().
    if (m_outboxShown != status().counts.outbox || m_underWayCount != int(status().underWay))
        load();
    Q_EMIT statusChanged();
}

const store::ReturnedChange *SyncViewModel::find(const QString &change) const
{
    const auto found = std::ranges::find_if(
        m_changes, [key = change.toStdString()](const auto &returned) { return returned.change.toString() == key; });
    return found == m_changes.end() ? nullptr : &*found;
}

void SyncViewModel::sendNow()
{
    if (canSend())
        m_services.workspace.syncNow();
}

void SyncViewModel::sendAgain(const QString &change)
{
    const store::ReturnedChange *chosen = find(change);
    if (!chosen)
        return;
    std::vector<base::ChangeId> all;
    for (const store::ReturnedChange &returned : m_changes)
        if (returned.caseId == chosen->caseId)
            all.push_back(returned.change);
    using Written = std::vector<base::ChangeId>;
    m_services.workspace.write<Written>(
        this, [all](OpenStore &store) { return store.cases.sendAgain(all); },
        [this](const Result<Written> &written) {
            setDone(written ? tr("Sparat här igen. Skickas med nästa kontakt.") : QString());
            setProblem(written ? QString() : returnFaultText(written.error()));
        });
}

void SyncViewModel::openRecord(const QString &change)
{
    const store::ReturnedChange *chosen = find(change);
    const auto line = chosen ? changelog::readChangeLine(chosen->line)
                             : Result<changelog::ChangeLine>(base::fail(base::ErrorCode::NotFound, "returned change"));
    if (line && !line->change.sets.empty())
        m_services.router.openRecord(line->change.caseId, line->change.sets.front().record);
}

void SyncViewModel::exportChange(const QString &change)
{
    const store::ReturnedChange *chosen = find(change);
    const auto &lines = m_returned.lines();
    const auto line = std::ranges::find(lines, change.toStdString(), &LineListModel::Line::key);
    if (!chosen || line == lines.end())
        return;
    m_exportedCase = chosen->caseId;
    offerReturned(m_exported, *line, languageOf(m_services.settings));
}

/// Until it is in the log of readings there is no file.
void SyncViewModel::logExport(FileOffer::Done done)
{
    if (!m_exportedCase)
        return done(base::fail(base::ErrorCode::NotFound, "returned change"));
    m_services.workspace.write<void>(
        this,
        [caseId = *m_exportedCase](OpenStore &store) {
            return store.cases.logAccess(caseId, "export", "assigned", {});
        },
        std::move(done));
}

void SyncViewModel::askToDrop(const QString &change) { setDropping(change); }

void SyncViewModel::keep() { setDropping({}); }

void SyncViewModel::drop()
{
    const store::ReturnedChange *chosen = find(m_dropping);
    setDropping({});
    if (!chosen)
        return;
    m_services.workspace.write<void>(
        this, [id = chosen->change](OpenStore &store) { return store.cases.dropReturned({id}); },
        [this](const Result<void> &dropped) {
            setDone(dropped ? tr("Borttagen från enheten.") : QString());
            setProblem(dropped ? QString() : errorText(dropped.error()));
        });
}

void SyncViewModel::setDropping(const QString &change)
{
    if (std::exchange(m_dropping, change) != change)
        Q_EMIT droppingChanged();
}

void SyncViewModel::setDone(const QString &text)
{
    if (std::exchange(m_doneText, text) != text)
        Q_EMIT doneChanged();
}

void SyncViewModel::openTeamReturns() { m_services.router.openTeamReturns(); }

void SyncViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void SyncViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
