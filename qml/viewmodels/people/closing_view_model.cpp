#include "qml/viewmodels/people/closing_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/code_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/attempt_choices.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/today/row_opening.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

namespace {

/// As a draft names them, in the order of the page.
constexpr std::array<std::string_view, 2> Causes = {"newEvent", "mistake"};

} // namespace

ClosingViewModel::ClosingViewModel(AppServices &services, base::CaseId caseId)
    : m_services(services), m_caseId(caseId), m_door(services, caseId), m_undo(services),
      m_task(services, m_undo, caseId),
      m_keeper(services.workspace, std::string(ClosingForm), [this] { return formFields(); })
{
    connect(&m_door, &FileDoor::covered, this, &ClosingViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &ClosingViewModel::load);
    connect(&m_task, &TaskViewModel::failed, this, &ClosingViewModel::setProblem);
    connect(&m_undo, &UndoViewModel::undone, this, &ClosingViewModel::putBack);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

json::Object ClosingViewModel::formFields() const
{
    json::Object fields{{"closedAs", m_closedAs}, {"cause", m_cause}, {"reason", m_reason.toStdString()}};
    if (m_base)
        fields.set(std::string(EditBaseField), toJson(*m_base));
    return fields;
}

void ClosingViewModel::load()
{
    const ListWording wording{languageOf(m_services.settings), m_services.settings.namesHidden()};
    m_door.read<ClosingContent>(
        [caseId = m_caseId, wording](OpenStore &store) -> Result<ClosingContent> {
            return readClosing(store, caseId, wording);
        },
        [this](Result<ClosingContent> content) {
            setLoading(false);
            if (!content)
                return noteUnread(content.error());
            noteRead();
            show(std::move(*content));
        });
}

void ClosingViewModel::cover()
{
    clear();
    setLoading(false);
}

void ClosingViewModel::show(ClosingContent content)
{
    // Somebody else has closed or opened it meanwhile: what was chosen is of the other form, the words stay.
    const bool isOther = m_content && m_content->isClosed != content.isClosed;
    m_content = std::move(content);
    if (isOther || !m_base)
        m_base = m_content->base;
    if (!std::exchange(m_isFormRead, true))
        readDraft();
    showOpen();
    Q_EMIT changed();
}

void ClosingViewModel::readDraft()
{
    const auto &draft = m_content->draft;
    m_keeper.adopt(draft ? draft->id : m_content->newForm, m_caseId);
    if (!draft)
        return;
    const json::Value fields(draft->fields);
    m_closedAs = fields.stringAt("closedAs");
    m_cause = fields.stringAt("cause");
    m_reason = text(fields.stringAt("reason"));
    if (auto begun = editBaseIn(draft->fields); begun && begun->record == m_content->base.record)
        m_base = std::move(*begun);
}

void ClosingViewModel::showOpen()
{
    std::vector<RecordLine> lines;
    if (isClosing())
        for (const TodayRow &row : m_content->open)
            lines.push_back({row.key, row.what, row.when});
    m_openRows.setLines(std::move(lines));
    if (m_openRows.rowCount() == 0)
        m_openProblem.clear();
}

void ClosingViewModel::clear()
{
    m_keeper.putAway();
    m_door.clear();
    m_undo.forget();
    m_task.clear();
    m_content.reset();
    m_saved.reset();
    m_openRows.setLines({});
    forgetChoice();
    setLoading(true);
    setProblem({});
    Q_EMIT changed();
}

void ClosingViewModel::forgetChoice()
{
    m_base.reset();
    m_closedAs.clear();
    m_cause.clear();
    m_reason.clear();
    m_wayProblem.clear();
    m_reasonProblem.clear();
    m_openProblem.clear();
    m_leavesOpen = false;
    m_isFormRead = false;
}

void ClosingViewModel::leave()
{
    m_door.flush();
    m_task.flush();
    if (m_isFormRead && m_closedAs.empty() && m_cause.empty() && m_reason.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void ClosingViewModel::touch()
{
    m_keeper.touch();
    Q_EMIT changed();
}

void ClosingViewModel::chooseWay(int index)
{
    if (!m_content || index < 0 || index >= int(ways().size()))
        return;
    if (isClosing())
        m_closedAs = std::string(m_content->ways[std::size_t(index)].code);
    else
        m_cause = std::string(Causes.at(std::size_t(index)));
    m_wayProblem.clear();
    m_reasonProblem.clear();
    touch();
}

void ClosingViewModel::setReason(const QString &text)
{
    m_reason = text;
    m_reasonProblem.clear();
    touch();
}

void ClosingViewModel::setLeavesOpen(bool leaves)
{
    m_leavesOpen = leaves;
    m_openProblem.clear();
    Q_EMIT changed();
}

std::string ClosingViewModel::obstacle() const
{
    if (!isClosing())
        return {};
    const auto way = std::ranges::find(m_content->ways, m_closedAs, &rules::ClosingWay::code);
    return way == m_content->ways.end() ? std::string() : way->obstacle;
}

bool ClosingViewModel::isComplete()
{
    if (wayIndex() < 0)
        m_wayProblem = isClosing() ? tr("Välj hur ärendet avslutas.") : tr("Välj varför det öppnas.");
    const bool wantsReason = isReopening() || (wayIndex() >= 0 && rules::wantsClosingReason(m_closedAs));
    if (wantsReason && m_reason.trimmed().isEmpty())
        m_reasonProblem = tr("Skriv skälet, en mening räcker.");
    if (isClosing() && m_openRows.rowCount() > 0 && !m_leavesOpen)
        m_openProblem = tr("Gör klart det som är öppet, eller kryssa i att det får ligga kvar.");
    Q_EMIT changed();
    return wayProblem().isEmpty() && m_reasonProblem.isEmpty() && m_openProblem.isEmpty();
}

ClosingChoice ClosingViewModel::choice() const
{
    ClosingChoice choice{*m_base, {}, rules::ReopeningCause::NewEvent, m_reason.toStdString()};
    if (isClosing())
        choice.closedAs = m_closedAs;
    else if (m_cause == Causes[1])
        choice.cause = rules::ReopeningCause::Mistake;
    return choice;
}

void ClosingViewModel::save()
{
    if ((!isClosing() && !isReopening()) || m_isWriting || !isComplete())
        return;
    m_isWriting = true;
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<std::vector<base::ChangeId>>(
        this, [choice = choice(), form = m_keeper.id()](OpenStore &store) { return writeClosing(store, choice, form); },
        [this](Result<std::vector<base::ChangeId>> changes) { written(std::move(changes)); });
}

void ClosingViewModel::written(Result<std::vector<base::ChangeId>> changes)
{
    m_isWriting = false;
    if (!changes) {
        const base::Error &error = changes.error();
        const bool isRefused = error.code() == base::ErrorCode::Refused;
        if (isRefused && (error.detail() == "closed" || error.detail() == "open"))
            setProblem(tr("Någon annan hann före. Det du skrev är kvar."));
        else
            setProblem(isRefused ? text(rules::obstacleText(error.detail(), languageOf(m_services.settings)))
                                 : errorText(error));
        return load();
    }
    setProblem({});
    m_saved = Saved{m_closedAs, m_cause, m_reason};
    m_undo.offer(isClosing() ? tr("Sparat. Ärendet är avslutat.") : tr("Sparat. Ärendet är öppet igen."),
                 std::move(*changes));
    m_keeper.release();
    forgetChoice();
    load();
}

void ClosingViewModel::putBack()
{
    if (!m_saved)
        return;
    const Saved saved = *std::exchange(m_saved, std::nullopt);
    m_closedAs = saved.closedAs;
    m_cause = saved.cause;
    m_reason = saved.reason;
    touch();
}

void ClosingViewModel::openRow(int index)
{
    const std::string key = m_openRows.key(index);
    if (!isClosing() || key.empty())
        return;
    const auto row = std::ranges::find(m_content->open, key, &TodayRow::key);
    if (row == m_content->open.end())
        return;
    Router &router = m_services.router;
    if (row->kind == TodayRow::Kind::Conflict)
        router.openConflict(row->record, row->field);
    else if (row->kind == TodayRow::Kind::Draft)
        openDraftPage(router, *row);
    else if (row->key == "unsigned")
        router.openDay(DayPage::End);
    else if (row->key == "reports")
        router.openLobContact(row->caseId);
    else if (row->kind == TodayRow::Kind::Unsigned)
        openUnsignedRow(router, *row);
    else if (row->entry.rule == "task")
        m_task.open(row->caseId, row->record, row->who, row->what);
    else if (row->verb == TodayRow::Verb::GoOn)
        router.openInterview({.instrument = row->instrument, .caseId = row->caseId, .assessment = row->record});
    else if (row->entry.rule == "contact.finish")
        router.openContact(row->caseId, row->record);
    else if (!openStepPage(router, *row))
        openPerson();
}

void ClosingViewModel::openChildren() { m_services.router.openChildren(m_caseId); }

void ClosingViewModel::openPerson() { m_services.router.openPerson(m_caseId); }

QString ClosingViewModel::personText() const
{
    return m_content ? personName(m_content->person, m_services.settings.namesHidden()) : QString();
}

QString ClosingViewModel::statusTitle() const
{
    if (!m_content)
        return {};
    if (m_content->isTied)
        return tr("Akten visas tillsammans med en annan");
    if (!m_content->isClosed)
        return {};
    const base::Language language = languageOf(m_services.settings);
    const QString way = text(casework::codeText("case", "closedAs", m_content->closedAs, language));
    if (!m_content->closedAt)
        return way.isEmpty() ? tr("Ärendet är avslutat") : tr("Avslutat: %1").arg(way.toLower());
    return tr("Avslutat %1: %2")
        .arg(text(base::dayWordsWithYear(casework::swedishDate(*m_content->closedAt), language)), way.toLower());
}

QString ClosingViewModel::statusText() const
{
    if (!m_content)
        return {};
    if (m_content->isTied)
        return tr("Avsluta den där allt visas, eller ta isär dem först.");
    if (!m_content->isClosed)
        return {};
    // What somebody has written about a person may say the name that is to be hidden.
    return m_services.settings.namesHidden() && !m_content->closedReason.empty() ? hiddenFieldText()
                                                                                 : text(m_content->closedReason);
}

QStringList ClosingViewModel::ways() const
{
    if (isReopening())
        return {tr("Något nytt har hänt"), tr("Det avslutades av misstag")};
    QStringList names;
    if (isClosing())
        for (const rules::ClosingWay &way : m_content->ways)
            names +=
                text(casework::codeText("case", "closedAs", std::string(way.code), languageOf(m_services.settings)));
    return names;
}

int ClosingViewModel::wayIndex() const
{
    if (isReopening()) {
        const auto cause = std::ranges::find(Causes, m_cause);
        return cause == Causes.end() ? -1 : int(cause - Causes.begin());
    }
    if (!isClosing())
        return -1;
    const auto way = std::ranges::find(m_content->ways, m_closedAs, &rules::ClosingWay::code);
    return way == m_content->ways.end() ? -1 : int(way - m_content->ways.begin());
}

QString ClosingViewModel::wayProblem() const
{
    const std::string code = obstacle();
    return code.empty() ? m_wayProblem : text(rules::obstacleText(code, languageOf(m_services.settings)));
}

bool ClosingViewModel::asksForChildren() const { return obstacle().starts_with("children"); }

QString ClosingViewModel::openText() const
{
    if (!isClosing())
        return {};
    return m_openRows.rowCount() == 0 ? tr("Inget är öppet i ärendet") : tr("Det här är öppet i ärendet");
}

QString ClosingViewModel::keepingText() const
{
    return m_content && m_content->keeping ? text(m_content->keeping->sentence) : QString();
}

QString ClosingViewModel::keepingSource() const
{
    if (!m_content || !m_content->keeping)
        return {};
    const rules::Keeping &keeping = *m_content->keeping;
    QStringList parts{text(keeping.paragraph)};
    if (!keeping.keepDays.empty())
        parts +=
            tr("Kommunen sparar för forskning: födda den %1 (%2)").arg(text(keeping.keepDays), text(keeping.source));
    return parts.join(QStringLiteral(". "));
}

} // namespace faltakt::viewmodels
