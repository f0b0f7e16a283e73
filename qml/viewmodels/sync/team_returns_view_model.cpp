#include "qml/viewmodels/sync/team_returns_view_model.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/sync/team_return_text.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;

namespace {

std::string keyOf(std::size_t index) { return std::to_string(index); }

} // namespace

TeamReturnsViewModel::TeamReturnsViewModel(AppServices &services)
    : m_services(services), m_exported(services, tr("Kryssa i att du tar hand om filen. Den är inte skyddad."))
{
    connect(&m_exported, &FileOffer::saved, this, &TeamReturnsViewModel::logExport);
    connect(&services.workspace, &Workspace::linkChanged, this, &TeamReturnsViewModel::onLink);
}

QString TeamReturnsViewModel::askedText() const
{
    if (!m_asked)
        return {};
    return tr("Hämtat %1. Det sparas inte på enheten.")
        .arg(text(casework::momentWords(*m_asked, m_services.clock.now(), languageOf(m_services.settings))));
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
    send({});
}

void TeamReturnsViewModel::askMore()
{
    if (m_isAsking || !m_before)
        return;
    m_startsAnew = false;
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
    Q_EMIT changed();
    putIntoWords();
}

Result<TeamReturnsViewModel::Lines> TeamReturnsViewModel::inWords(
    OpenStore &store, const std::vector<protocol::QuarantinedLine> &returned, const ChangeWording &wording)
{
    Lines lines;
    for (const protocol::QuarantinedLine &each : returned) {
        LineListModel::Line line;
        const QString author = QString::fromStdString(each.workerName);
        if (each.line) {
            TRY(line, changeLine(store, each.line->change, wording));
            TRY(line.chip, contentText(store, each.line->change, wording));
            line.secondary = line.secondary.isEmpty()
                                 ? tr("Skrivet av %1. Akten finns inte på den här enheten").arg(author)
                                 : tr("Skrivet av %1 om %2").arg(author, line.secondary);
        } else {
            line.text = tr("Rad som inte kan läsas");
            line.secondary = tr("Skrivet av %1").arg(author);
        }
        line.key = keyOf(lines.size());
        line.trailing = text(casework::momentWords(each.received, wording.now, wording.language));
        line.kind = teamReturnText(each);
        if (!each.buildsOn.empty())
            line.tone = tr("Bygger på %n andra som inte togs emot", "", int(each.buildsOn.size()));
        if (each.line && each.isForsaken)
            line.iconName = QStringLiteral("download");
        lines.push_back(std::move(line));
    }
    return lines;
}

void TeamReturnsViewModel::putIntoWords()
{
    m_services.workspace.read<Lines>(
        this,
        [returned = m_returned, wording = wording()](OpenStore &store) { return inWords(store, returned, wording); },
        [this](Result<Lines> lines) {
            if (!lines)
                return noteUnread(lines.error());
            noteRead();
            m_lines.setLines(std::move(*lines));
        });
}

void TeamReturnsViewModel::forgetAnswers()
{
    m_returned.clear();
    m_before.reset();
    m_asked.reset();
    m_exported.close();
    m_exportedCase.reset();
    m_lines.setLines({});
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
    m_lines.setLines({});
}

/// Contact again: what could not be shown is asked for.
void TeamReturnsViewModel::onLink()
{
    if (m_isOffline && m_services.workspace.link().hasNetwork()
        && m_services.workspace.state() == Workspace::State::Open)
        ask();
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
    m_exportedCase = m_returned.at(std::size_t(line - m_lines.lines().begin())).caseId;
    m_exported.open(std::move(text), tr("ändring"));
}

void TeamReturnsViewModel::logExport()
{
    if (!m_exportedCase)
        return;
    m_services.workspace.readLogged<void>(
        this,
        [caseId = *m_exportedCase](OpenStore &store) -> Result<void> {
            TRY(const bool isHere, store.cases.hasCase(caseId));
            return isHere ? store.cases.logAccess(caseId, "export", "assigned", {}) : Result<void>();
        },
        [this](const Result<void> &logged) {
            if (!logged)
                m_exported.tell(errorText(logged.error()));
        });
}

void TeamReturnsViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void TeamReturnsViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
