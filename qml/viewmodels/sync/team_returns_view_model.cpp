#include "qml/viewmodels/sync/team_returns_view_model.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/sync/returned_file.h"
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

std::optional<protocol::QuarantineRequest::Export> exportOf(const protocol::QuarantinedLine &line)
{
    if (!line.line)
        return std::nullopt;
    return protocol::QuarantineRequest::Export{line.line->change.caseId, line.line->change.id};
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
    if (m_isAsking || m_isTelling)
        return;
    m_startsAnew = true;
    m_pagesWithoutLine = 0;
    send({});
}

void TeamReturnsViewModel::askMore()
{
    if (m_isAsking || m_isTelling || !m_before)
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

namespace {

/// What is wrong with what stands in a line, and not with the store.
bool isOfLine(ErrorCode code)
{
    return code == ErrorCode::Damaged || code == ErrorCode::InvalidInput || code == ErrorCode::TooLarge;
}

/// What stands in the line; the rest of its row is the same whether it could be read or not.
Result<LineListModel::Line> contentOf(OpenStore &store, const protocol::QuarantinedLine &each,
                                      const ChangeWording &wording, bool &isProtected)
{
    const changelog::Change &change = each.line->change;
    const QString author = QString::fromStdString(each.workerName);
    TRY(auto row, store.cases.card(change.caseId));
    isProtected = isProtected || (row && row->card.isProtected);
    TRY(LineListModel::Line line, changeLine(store, change, wording));
    TRY(line.chip, contentText(store, change, wording, isProtected));
    if (row)
        row->card.isProtected = isProtected;
    line.secondary =
        row ? TeamReturnsViewModel::tr("Skrivet av %1 om %2").arg(author, personName(row->card, wording.namesHidden))
            : TeamReturnsViewModel::tr("Skrivet av %1. Akten finns inte på den här enheten").arg(author);
    return line;
}

} // namespace

/// One line that cannot be put into words takes no other with it; a store that cannot be read does.
Result<TeamReturnsViewModel::Rows> TeamReturnsViewModel::inWords(OpenStore &store,
                                                                 const std::vector<protocol::QuarantinedLine> &returned,
                                                                 const ChangeWording &wording)
{
    const auto protectedHere = protectedCases(returned);
    Rows rows;
    for (protocol::QuarantinedLine each : returned) {
        LineListModel::Line line;
        bool isProtected = each.line && protectedHere.contains(each.line->change.caseId);
        if (each.line) {
            auto content = contentOf(store, each, wording, isProtected);
            if (content)
                line = std::move(*content);
            else if (isOfLine(content.error().code()))
                each.line.reset();
            else
                return base::fail(content.error());
        }
        if (!each.line) {
            line.text = tr("Rad som inte kan läsas");
            line.secondary = tr("Skrivet av %1").arg(QString::fromStdString(each.workerName));
        }
        line.key = keyOf(rows.size());
        line.trailing = text(casework::momentWords(each.received, wording.now, wording.language));
        line.kind = teamReturnText(each, isProtected);
        if (!each.buildsOn.empty())
            line.tone = tr("Bygger på %n andra som inte togs emot", "", int(each.buildsOn.size()));
        if (each.line && each.isForsaken && !isProtected)
            line.iconName = QStringLiteral("download");
        rows.push_back({std::move(line), exportOf(each)});
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
    m_changeOfLine.clear();
    for (Row &row : rows) {
        lines.push_back(std::move(row.line));
        m_changeOfLine.push_back(row.change);
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
    m_exportedChange.reset();
    showNothing();
}

void TeamReturnsViewModel::clear()
{
    forgetAnswers();
    m_isAsking = m_isOffline = m_isTelling = m_startsAnew = false;
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
    m_exportedChange = m_changeOfLine[std::size_t(line - m_lines.lines().begin())];
    offerReturned(m_exported, *line, languageOf(m_services.settings));
}

/// Where the person's file is on this device its own log of readings has it; of another the server's has. Before either does
/// there is no file.
void TeamReturnsViewModel::logExport(FileOffer::Done done)
{
    if (!m_exportedChange)
        return done(base::fail(ErrorCode::NotFound, "returned change"));
    m_services.workspace.readLogged<bool>(
        this,
        [caseId = m_exportedChange->caseId](OpenStore &store) -> Result<bool> {
            TRY(const bool isHere, store.cases.hasCase(caseId));
            if (isHere)
                TRY_VOID(store.cases.logAccess(caseId, "export", "assigned", {}));
            return isHere;
        },
        [this, wanted = *m_exportedChange, done = std::move(done)](const Result<bool> &isLogged) {
            if (isLogged && !*isLogged)
                return tellServer(wanted, done);
            done(isLogged ? Result<void>() : Result<void>(base::fail(isLogged.error())));
        });
}

/// One question at a time: each gives up the one before.
void TeamReturnsViewModel::tellServer(const protocol::QuarantineRequest::Export &wanted, const FileOffer::Done &done)
{
    if (m_isAsking)
        return done(base::fail(ErrorCode::Busy, "the page is being asked for"));
    m_isTelling = true;
    m_services.workspace.askTeam({.exported = wanted}, this,
                                 [this, wanted, done](const Result<protocol::QuarantinePage> &page) {
                                     m_isTelling = false;
                                     done(exportLogged(wanted, page));
                                 });
}

Result<void> TeamReturnsViewModel::exportLogged(const protocol::QuarantineRequest::Export &wanted,
                                                const Result<protocol::QuarantinePage> &page)
{
    if (!page)
        return base::fail(page.error());
    // An older server takes it for a question for the page, and logs no export.
    const bool isLogged = page->lines.size() == 1 && page->lines.front().change == wanted.change && !page->before;
    return isLogged ? Result<void>() : base::fail(ErrorCode::Unreachable, "the server does not log exports");
}

void TeamReturnsViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void TeamReturnsViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
