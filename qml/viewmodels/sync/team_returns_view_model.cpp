#include "qml/viewmodels/sync/team_returns_view_model.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/sync/team_return_text.h"

#include <algorithm>
#include <set>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;

namespace {

/// So far the page looks back by itself where the server has nothing to tell of what it looked at.
constexpr int MostPagesWithoutLine = 20;

std::string keyOf(std::size_t index) { return std::to_string(index); }

bool tellsProtection(const changelog::RecordSet &set)
{
    const base::json::Value *level = set.fields.find("protection");
    return set.kind == "protectedPerson" || (level && level->string() && *level->string() != "none");
}

/// Cases of which the answer itself says that the person is protected: a file that is not on this device has no card to ask.
std::set<base::CaseId> protectedCases(const std::vector<protocol::QuarantinedLine> &returned)
{
    std::set<base::CaseId> cases;
    for (const protocol::QuarantinedLine &each : returned)
        if (each.line && std::ranges::any_of(each.line->change.sets, tellsProtection))
            cases.insert(each.line->change.caseId);
    return cases;
}

} // namespace

TeamReturnsViewModel::TeamReturnsViewModel(AppServices &services)
    : m_services(services), m_exported(services, tr("Kryssa i att du tar hand om filen. Den är inte skyddad."))
{
    m_exported.doFirst([this](const QString &, FileOffer::Done done) { logExport(std::move(done)); });
    onStatus();
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &TeamReturnsViewModel::onStatus);
    connect(&services.workspace, &Workspace::linkChanged, this, &TeamReturnsViewModel::onLink);
}

QString TeamReturnsViewModel::askedText() const
{
    if (!m_asked)
        return {};
    return tr("Hämtat %1. Det sparas inte på enheten.")
        .arg(text(casework::momentWords(*m_asked, m_services.clock.now(), languageOf(m_services.settings))));
}

QString TeamReturnsViewModel::emptyText() const
{
    if (!m_asked || m_isAsking || !m_returned.empty())
        return {};
    return m_before ? tr("Inget att visa bland de senaste. Välj Visa äldre för att leta längre bak.")
                    : tr("Inget att visa av det du har rätt att se.");
}

QString TeamReturnsViewModel::askingText() const
{
    if (!m_isAsking)
        return {};
    return m_pagesWithoutLine > 0 ? tr("Letar längre bak …") : tr("Hämtar från servern …");
}

ChangeWording TeamReturnsViewModel::wording() const
{
    return {languageOf(m_services.settings), m_services.settings.namesHidden(), m_services.clock.now()};
}

void TeamReturnsViewModel::load()
{
    if (!m_asked && !m_isAsking && !m_isOffline)
        return ask();
    putIntoWords();
}

void TeamReturnsViewModel::ask()
{
    if (m_isAsking)
        return;
    m_startsAnew = true;
    m_pagesWithoutLine = 0;
    send({});
}

void TeamReturnsViewModel::askMore()
{
    if (m_isAsking || !m_before)
        return;
    m_startsAnew = false;
    m_pagesWithoutLine = 0;
    send({.before = m_before});
}

void TeamReturnsViewModel::send(const protocol::QuarantineRequest &request)
{
    m_isAsking = true;
    setProblem({});
    m_services.workspace.askTeam(request, this,
                                 [this](Result<protocol::QuarantinePage> page) { take(std::move(page)); });
    Q_EMIT changed();
}

void TeamReturnsViewModel::take(Result<protocol::QuarantinePage> page)
{
    m_isAsking = false;
    setLoading(false);
    if (!page) {
        const ErrorCode code = page.error().code();
        m_isOffline = code == ErrorCode::Unreachable || code == ErrorCode::Busy;
        // Who may be told no longer is shown nothing of what was told before.
        if (code == ErrorCode::Refused)
            forgetAnswers();
        setProblem(m_isOffline ? QString() : teamReturnFaultText(code));
        Q_EMIT changed();
        return;
    }
    m_isOffline = false;
    setProblem({});
    if (std::exchange(m_startsAnew, false))
        m_returned.clear();
    std::ranges::move(page->lines, std::back_inserter(m_returned));
    m_before = page->before;
    m_asked = m_services.clock.now();
    if (page->lines.empty() && m_before && ++m_pagesWithoutLine < MostPagesWithoutLine)
        return send({.before = m_before});
    Q_EMIT changed();
    putIntoWords();
}

Result<TeamReturnsViewModel::Rows> TeamReturnsViewModel::inWords(OpenStore &store,
                                                                 const std::vector<protocol::QuarantinedLine> &returned,
                                                                 const ChangeWording &wording)
{
    const auto isProtectedHere = protectedCases(returned);
    Rows rows;
    for (const protocol::QuarantinedLine &each : returned) {
        LineListModel::Line line;
        const QString author = QString::fromStdString(each.workerName);
        bool isProtected = false;
        if (each.line) {
            const changelog::Change &change = each.line->change;
            TRY(auto row, store.cases.card(change.caseId));
            isProtected = isProtectedHere.contains(change.caseId) || (row && row->card.isProtected);
            TRY(line, changeLine(store, change, wording));
            TRY(line.chip, contentText(store, change, wording, isProtected));
            if (row)
                row->card.isProtected = isProtected;
            line.secondary = row ? tr("Skrivet av %1 om %2").arg(author, personName(row->card, wording.namesHidden))
                                 : tr("Skrivet av %1. Akten finns inte på den här enheten").arg(author);
        } else {
            line.text = tr("Rad som inte kan läsas");
            line.secondary = tr("Skrivet av %1").arg(author);
        }
        line.key = keyOf(rows.size());
        line.trailing = text(casework::momentWords(each.received, wording.now, wording.language));
        line.kind = teamReturnText(each, isProtected);
        if (!each.buildsOn.empty())
            line.tone = tr("Bygger på %n andra som inte togs emot", "", int(each.buildsOn.size()));
        if (each.line && each.isForsaken && !isProtected)
            line.iconName = QStringLiteral("download");
        rows.push_back({std::move(line), each.caseId});
    }
    return rows;
}

void TeamReturnsViewModel::putIntoWords()
{
    m_services.workspace.read<Rows>(
        this,
        [returned = m_returned, wording = wording()](OpenStore &store) { return inWords(store, returned, wording); },
        [this, number = ++m_wording](Result<Rows> rows) {
            if (number != m_wording)
                return;
            if (!rows)
                return noteUnread(rows.error());
            noteRead();
            show(std::move(*rows));
        });
}

void TeamReturnsViewModel::show(Rows rows)
{
    std::vector<LineListModel::Line> lines;
    m_caseOfLine.clear();
    for (Row &row : rows) {
        lines.push_back(std::move(row.line));
        m_caseOfLine.push_back(row.caseId);
    }
    m_lines.setLines(std::move(lines));
}

void TeamReturnsViewModel::showNothing()
{
    ++m_wording;
    show({});
}

void TeamReturnsViewModel::forgetAnswers()
{
    m_returned.clear();
    m_before.reset();
    m_asked.reset();
    m_exported.close();
    m_exportedCase.reset();
    showNothing();
}

void TeamReturnsViewModel::clear()
{
    forgetAnswers();
    m_isAsking = m_isOffline = m_startsAnew = false;
    setLoading(true);
    Q_EMIT changed();
}

void TeamReturnsViewModel::clearNames()
{
    m_exported.close();
    showNothing();
}

/// Another network, or one again, whatever the system says of it: what could not be shown is asked for.
void TeamReturnsViewModel::onLink()
{
    if (m_isOffline && m_services.workspace.state() == Workspace::State::Open)
        ask();
}

/// Whose role or device was taken away is shown nothing of what was told before.
void TeamReturnsViewModel::onStatus()
{
    const SyncStatus &status = m_services.workspace.syncStatus();
    // Until the first greeting after unlocking nothing is known of it.
    const bool leads = status.leadsTeam && !status.isRevoked;
    if (!status.lastSuccess) {
        m_leads = leads;
        return;
    }
    if (!std::exchange(m_leads, leads) || leads)
        return;
    forgetAnswers();
    setProblem(teamReturnFaultText(ErrorCode::Refused));
    Q_EMIT changed();
}

void TeamReturnsViewModel::exportLine(const QString &key)
{
    const auto line = std::ranges::find(m_lines.lines(), key.toStdString(), &LineListModel::Line::key);
    if (line == m_lines.lines().end() || line->iconName.isEmpty())
        return;
    using Kind = platform::PrintedText::Kind;
    platform::PrintedText text;
    text.title = tr("Ändring som servern inte tog emot").toStdString();
    text.language = std::string(base::languageTag(languageOf(m_services.settings)));
    text.pieces.push_back({Kind::Heading, text.title});
    for (const QString &piece : {line->text, line->secondary, line->trailing, line->chip})
        if (!piece.isEmpty())
            text.pieces.push_back({Kind::Paragraph, piece.toStdString()});
    m_exportedCase = m_caseOfLine[std::size_t(line - m_lines.lines().begin())];
    m_exported.open(std::move(text), tr("ändring"));
}

void TeamReturnsViewModel::logExport(FileOffer::Done done)
{
    if (!m_exportedCase)
        return done({});
    m_services.workspace.readLogged<void>(
        this,
        [caseId = *m_exportedCase](OpenStore &store) -> Result<void> {
            TRY(const bool isHere, store.cases.hasCase(caseId));
            return isHere ? store.cases.logAccess(caseId, "export", "assigned", {}) : Result<void>();
        },
        std::move(done));
}

void TeamReturnsViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void TeamReturnsViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
