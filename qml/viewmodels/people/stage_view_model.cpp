#include "qml/viewmodels/people/stage_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/code_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/attempt_choices.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/form/time_input.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

StageViewModel::StageViewModel(AppServices &services, base::CaseId caseId)
    : m_services(services), m_caseId(caseId), m_door(services, caseId), m_undo(services),
      m_keeper(services.workspace, std::string(StageForm), [this] { return formFields(); })
{
    connect(&m_door, &FileDoor::covered, this, &StageViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &StageViewModel::load);
    connect(&m_undo, &UndoViewModel::undone, this, &StageViewModel::putBack);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

json::Object StageViewModel::formFields() const
{
    // A day that was chosen by name is kept by its date: tomorrow "today" is another one.
    const auto chosen = m_when == When::OtherDay ? std::nullopt : day();
    json::Object fields{{"stage", m_stage},
                        {"day", chosen ? base::formatDate(*chosen) : m_otherDay.toStdString()},
                        {"reason", m_reason.toStdString()}};
    if (m_base)
        fields.set(std::string(EditBaseField), toJson(*m_base));
    return fields;
}

void StageViewModel::load()
{
    m_door.read<StageContent>([caseId = m_caseId](OpenStore &store) { return readStage(store, caseId); },
                              [this](Result<StageContent> content) {
                                  setLoading(false);
                                  if (!content)
                                      return noteUnread(content.error());
                                  noteRead();
                                  show(std::move(*content));
                              });
}

void StageViewModel::cover()
{
    clear();
    setLoading(false);
}

void StageViewModel::show(StageContent content)
{
    m_content = std::move(content);
    if (!m_base)
        m_base = m_content->base;
    if (!std::exchange(m_isFormRead, true))
        readDraft();
    Q_EMIT changed();
}

void StageViewModel::readDraft()
{
    const auto &draft = m_content->draft;
    m_keeper.adopt(draft ? draft->id : m_content->newForm, m_caseId);
    if (!draft)
        return;
    const json::Value fields(draft->fields);
    Typed kept{fields.stringAt("stage"), When::OtherDay, text(fields.stringAt("day")), text(fields.stringAt("reason"))};
    const base::Date today = casework::swedishDate(m_services.clock.now());
    const auto day = base::parseDate(fields.stringAt("day"));
    if (day && *day == today)
        kept.when = When::Today;
    else if (day && *day == rules::addDays(today, -1))
        kept.when = When::Yesterday;
    if (kept.when != When::OtherDay)
        kept.otherDay.clear();
    take(std::move(kept));
    if (auto begun = editBaseIn(draft->fields); begun && begun->record == m_content->base.record)
        m_base = std::move(*begun);
}

void StageViewModel::take(Typed typed)
{
    m_stage = std::move(typed.stage);
    m_when = typed.when;
    m_otherDay = std::move(typed.otherDay);
    m_reason = std::move(typed.reason);
}

void StageViewModel::clear()
{
    m_keeper.putAway();
    m_door.clear();
    m_undo.forget();
    m_content.reset();
    m_saved.reset();
    forgetChoice();
    setLoading(true);
    setProblem({});
    Q_EMIT changed();
}

void StageViewModel::forgetChoice()
{
    m_base.reset();
    take({});
    m_wayProblem.clear();
    m_dayProblem.clear();
    m_reasonProblem.clear();
    m_isFormRead = false;
}

void StageViewModel::leave()
{
    m_door.flush();
    if (m_isFormRead && m_stage.empty() && m_otherDay.isEmpty() && m_reason.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void StageViewModel::touch()
{
    m_keeper.touch();
    Q_EMIT changed();
}

void StageViewModel::chooseWay(int index)
{
    if (!isMovable() || index < 0 || index >= int(m_content->ways.size()))
        return;
    m_stage = std::string(m_content->ways[std::size_t(index)].stage);
    m_wayProblem.clear();
    m_reasonProblem.clear();
    touch();
}

void StageViewModel::chooseDay(int index)
{
    if (index < int(When::Today) || index > int(When::OtherDay))
        return;
    m_when = When(index);
    m_dayProblem.clear();
    touch();
}

void StageViewModel::setOtherDay(const QString &text)
{
    m_otherDay = text;
    m_dayProblem.clear();
    touch();
}

void StageViewModel::setReason(const QString &text)
{
    m_reason = text;
    m_reasonProblem.clear();
    touch();
}

std::string StageViewModel::obstacle() const
{
    if (!isMovable())
        return {};
    const auto way = std::ranges::find(m_content->ways, m_stage, &rules::StageWay::stage);
    return way == m_content->ways.end() ? std::string() : way->obstacle;
}

std::optional<base::Date> StageViewModel::day() const
{
    const base::Date today = casework::swedishDate(m_services.clock.now());
    if (m_when == When::OtherDay)
        return dayIn(m_otherDay, today, DaySide::Past);
    return m_when == When::Today ? today : rules::addDays(today, -1);
}

bool StageViewModel::isComplete()
{
    const auto chosen = day();
    if (wayIndex() < 0)
        m_wayProblem = tr("Välj var ärendet är nu.");
    if (!chosen)
        m_dayProblem = tr("Skriv dagen för beslutet, som 2026-10-23 eller 23/10.");
    else if (*chosen > casework::swedishDate(m_services.clock.now()))
        m_dayProblem = tr("Dagen ligger framåt. Skriv den dag då det beslutades.");
    else if (m_content->since && *chosen < casework::swedishDate(*m_content->since))
        m_dayProblem = tr("Ärendet kom hit %1. Det kan inte gå vidare före dess.")
                           .arg(dayText(casework::swedishDate(*m_content->since)));
    if (wantsReason() && m_reason.trimmed().isEmpty())
        m_reasonProblem = tr("Skriv varför ärendet går tillbaka, en mening räcker.");
    Q_EMIT changed();
    return wayProblem().isEmpty() && m_dayProblem.isEmpty() && m_reasonProblem.isEmpty();
}

void StageViewModel::save()
{
    if (!isMovable() || m_isWriting || !isComplete())
        return;
    m_isWriting = true;
    m_keeper.flush();
    Q_EMIT changed();
    const StageChoice choice{*m_base, m_stage, *day(), wantsReason() ? m_reason.toStdString() : std::string()};
    m_services.workspace.write<std::vector<base::ChangeId>>(
        this, [choice, form = m_keeper.id()](OpenStore &store) { return writeStage(store, choice, form); },
        [this](Result<std::vector<base::ChangeId>> changes) { written(std::move(changes)); });
}

void StageViewModel::written(Result<std::vector<base::ChangeId>> changes)
{
    m_isWriting = false;
    if (!changes) {
        refused(changes.error());
        return load();
    }
    setProblem({});
    m_saved = typed();
    const QString stage = text(casework::codeText("case", "stage", m_stage, languageOf(m_services.settings)));
    m_undo.offer(tr("Sparat. Ärendet är i: %1").arg(stage.toLower()), std::move(*changes));
    m_keeper.release();
    forgetChoice();
    load();
}

void StageViewModel::refused(const base::Error &error)
{
    const bool isRefused = error.code() == base::ErrorCode::Refused;
    const bool isOvertaken = (isRefused && error.detail() == "closed")
                             || (error.code() == base::ErrorCode::InvalidInput
                                 && (error.detail() == "stage" || error.detail() == "stageBefore"));
    if (isOvertaken)
        setProblem(tr("Någon annan hann före. Det du skrev är kvar."));
    else
        setProblem(isRefused ? text(rules::obstacleText(error.detail(), languageOf(m_services.settings)))
                             : errorText(error));
}

void StageViewModel::putBack()
{
    if (!m_saved)
        return;
    take(*std::exchange(m_saved, std::nullopt));
    touch();
}

QString StageViewModel::personText() const
{
    return m_content ? personName(m_content->person, m_services.settings.namesHidden()) : QString();
}

QString StageViewModel::dayText(base::Date day) const
{
    return text(base::dayWordsWithYear(day, languageOf(m_services.settings)));
}

QString StageViewModel::statusTitle() const
{
    if (!m_content)
        return {};
    if (m_content->isTied)
        return tr("Akten visas tillsammans med en annan");
    if (m_content->isClosed)
        return tr("Ärendet är avslutat");
    return m_content->stage.empty() ? tr("Det är inte noterat var ärendet är")
                                    : tr("Nu: %1").arg(text(casework::codeText("case", "stage", m_content->stage,
                                                                               languageOf(m_services.settings))));
}

QString StageViewModel::statusText() const
{
    if (!m_content)
        return {};
    if (m_content->isTied)
        return tr("Flytta ärendet där allt visas.");
    if (m_content->isClosed)
        return tr("Det kan öppnas igen på sidan där det avslutades.");
    QStringList parts;
    if (m_content->since)
        parts += tr("Sedan %1").arg(dayText(casework::swedishDate(*m_content->since)));
    // What somebody has written about a person may say the name that is to be hidden.
    if (!m_content->reason.empty())
        parts += m_services.settings.namesHidden() ? hiddenFieldText() : text(m_content->reason);
    return parts.join(QStringLiteral(". "));
}

QStringList StageViewModel::ways() const
{
    QStringList names;
    if (isMovable())
        for (const rules::StageWay &way : m_content->ways)
            names += text(casework::codeText("case", "stage", std::string(way.stage), languageOf(m_services.settings)));
    return names;
}

int StageViewModel::wayIndex() const
{
    if (!isMovable())
        return -1;
    const auto way = std::ranges::find(m_content->ways, m_stage, &rules::StageWay::stage);
    return way == m_content->ways.end() ? -1 : int(way - m_content->ways.begin());
}

QString StageViewModel::wayProblem() const
{
    const std::string code = obstacle();
    return code.empty() ? m_wayProblem : text(rules::obstacleText(code, languageOf(m_services.settings)));
}

QStringList StageViewModel::dayNames() const { return {tr("I dag"), tr("I går"), tr("Annan dag")}; }

bool StageViewModel::wantsReason() const { return m_content && rules::wantsStageReason(m_content->stage, m_stage); }

} // namespace faltakt::viewmodels
