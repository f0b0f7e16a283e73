#include "qml/viewmodels/act/act_view_model.h"

#include "core/casework/act_text.h"
#include "core/casework/swedish_time.h"
#include "core/screening/assessment_record.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/interview/typed_answer.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;
using screening::Answer;
using screening::InterviewSession;
using screening::Question;
namespace json = base::json;

ActViewModel::ActViewModel(AppServices &services, ActOrder order)
    : m_services(services), m_order(std::move(order)), m_door(services, m_order.caseId),
      m_keeper(services.workspace, std::string(ActFormName), [this] { return formFields(); })
{
    connect(&m_door, &FileDoor::covered, this, [this] {
        clear();
        setLoading(false);
    });
    connect(&m_door, &FileDoor::readingWanted, this, &ActViewModel::load);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

std::string ActViewModel::language() const { return m_services.settings.language().toStdString(); }

void ActViewModel::load()
{
    struct Read {
        std::optional<OpenedAct> opened; ///< Empty while the form is being filled in: only whose it is is read again.
        std::optional<store::CardEntry> card;
    };
    const bool isHeld = m_session || m_saved;
    m_door.read<Read>(
        [order = m_order, isHeld](OpenStore &store) -> Result<Read> {
            Read read;
            if (!isHeld) {
                TRY(read.opened, openAct(store, order, ActReading::File));
            }
            TRY(const auto row, namedCardOf(store.cases, order.caseId));
            if (row)
                read.card = row->card;
            return read;
        },
        [this](Result<Read> read) {
            if (read) {
                m_card = std::move(read->card);
                return onRead(std::move(read->opened));
            }
            if (m_session || m_saved)
                return setLoading(false);
            if (read.error().code() == base::ErrorCode::Refused && !m_order.record)
                return openUnread();
            onFailed(read.error());
        });
}

/// Reading has ended: the form is filled in all the same, without a name.
void ActViewModel::openUnread()
{
    m_services.workspace.keep<OpenedAct>(
        this, [order = m_order](OpenStore &store) { return openAct(store, order, ActReading::Nothing); },
        [this](Result<OpenedAct> opened) {
            if (opened)
                onRead(std::move(*opened));
            else
                onFailed(opened.error());
        });
}

void ActViewModel::onFailed(const base::Error &error)
{
    setLoading(false);
    if (error.code() == base::ErrorCode::Unsupported)
        setProblem(
            tr("Det här är skrivet i en annan version av blanketten och går inte att ändra här. Det står kvar."));
    else if (error.code() == base::ErrorCode::Refused && m_order.record)
        setProblem(tr("Det är signerat. Skriv ett tillägg i stället."));
    else
        noteUnread(error);
}

void ActViewModel::onRead(std::optional<OpenedAct> opened)
{
    setLoading(false);
    noteRead();
    if (opened && !m_session && !m_saved) {
        auto session = InterviewSession::start(opened->sheet.answers, screening::SkipRule::On);
        if (!session)
            return setProblem(errorText(session.error()));
        m_session = std::move(*session);
        m_typed = opened->sheet.typed;
        m_isTouched = opened->draft.has_value();
        m_keeper.adopt(opened->draft ? opened->draft->id : opened->newForm, m_order.caseId);
        m_opened = std::move(opened);
        showItems();
    }
    Q_EMIT changed();
}

void ActViewModel::clear()
{
    // The keeper still needs what it is to keep.
    m_keeper.putAway();
    m_door.clear();
    m_session.reset();
    m_opened.reset();
    m_typed.clear();
    m_items.clear();
    m_removed.reset();
    m_discarded = false;
    m_card.reset();
    setProblem({});
    setLoading(true);
    Q_EMIT changed();
}

void ActViewModel::clearRead()
{
    m_card.reset();
    Q_EMIT changed();
}

void ActViewModel::leave()
{
    m_keeper.flush();
    m_door.flush();
}

json::Object ActViewModel::formFields() const
{
    if (!m_session || !m_opened)
        return {};
    return toJson({m_session->answers(), m_typed}, m_order, m_opened->base, m_opened->before);
}

void ActViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch();
}

RecordingMark ActViewModel::recording() const
{
    const bool isOfTeam = m_session && m_session->answers().questionnaire().head().about == screening::FormAbout::Team;
    return recordingMark(m_services, isOfTeam ? rules::Writing::TeamAct : rules::Writing::Act);
}

void ActViewModel::showItems() { m_items.show(*m_session, m_typed, insatserOfToday(), language()); }

/// By the profile that holds now: what the region has taken over by today is not proposed.
QStringList ActViewModel::insatserOfToday() const
{
    const auto profile = m_services.workspace.profile();
    if (!profile)
        return {};
    QStringList names;
    for (const auto &insats : profile->insatserOn(casework::swedishDate(m_services.clock.now())))
        names.push_back(QString::fromStdString(insats.name.in(languageOf(m_services.settings))));
    return names;
}

const Question *ActViewModel::questionAt(const std::string &key) const
{
    const auto place = m_session && !m_saved ? m_session->answers().findPlace(key) : std::nullopt;
    return place ? &m_session->answers().questionnaire().questions()[place->question] : nullptr;
}

void ActViewModel::choose(int row, int option)
{
    const std::string key = m_items.keyAt(row);
    const Question *question = questionAt(key);
    if (!question || option < 0)
        return;
    const auto before = m_session->answers().at(*m_session->answers().findPlace(key));
    const auto position = std::size_t(option);
    Answer answer = question->type == screening::QuestionType::Choices   ? toggled(*question, before, position)
                    : question->type == screening::QuestionType::Boolean ? Answer::boolean(position == 0)
                                                                         : Answer::option(position);
    // The same press once more takes a choice back: nothing here has to be answered.
    const bool isGone = before == answer || (answer.kind() == Answer::Kind::Options && answer.positions().empty());
    const auto given = isGone ? m_session->unset(key) : m_session->answer(key, answer);
    if (!given)
        return setProblem(errorText(given.error()));
    m_items.setProblem(key, {});
    touch();
    m_keeper.flush();
    showItems();
    Q_EMIT changed();
}

void ActViewModel::edit(int row, const QString &text)
{
    const std::string key = m_items.keyAt(row);
    if (!questionAt(key) || m_items.typedAt(row) == text)
        return;
    m_items.setTyped(row, text);
    m_typed.insert_or_assign(key, text.toStdString());
    touch();
    Q_EMIT changed();
}

QString ActViewModel::takeTyped(const std::string &key, const QString &text)
{
    const Question *question = questionAt(key);
    if (!question)
        return {};
    if (text.trimmed().isEmpty()) {
        if (m_session->unset(key))
            m_typed.erase(key);
        return {};
    }
    const TypedAnswer read = readTyped(*question, text, language());
    if (!read.answer)
        return read.problem;
    const screening::PartialDate *date = read.answer->date();
    if (date && !question->date.isEmpty() && date->first() != date->last())
        return tr("Skriv en hel dag: år-månad-dag.");
    if (date && question->date.isToday && date->first() > casework::swedishDate(m_services.clock.now()))
        return tr("Dagen är i framtiden. Skriv vilken dag det var.");
    if (const auto given = m_session->answer(key, *read.answer); !given)
        return errorText(given.error());
    m_typed.erase(key);
    return {};
}

void ActViewModel::finish(int row)
{
    const std::string key = m_items.keyAt(row);
    const auto typed = m_typed.find(key);
    if (typed == m_typed.end())
        return;
    const QString problem = takeTyped(key, QString::fromStdString(typed->second));
    touch();
    showItems();
    m_items.setProblem(key, problem);
    Q_EMIT changed();
}

void ActViewModel::propose(int row, int insats)
{
    const QString name = m_items.insatserAt(row).value(insats);
    if (name.isEmpty())
        return;
    QStringList lines = m_items.typedAt(row).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.removeAll(name) == 0)
        lines.push_back(name);
    edit(row, lines.join(QLatin1Char('\n')));
    finish(row);
    m_keeper.flush();
}

void ActViewModel::add(int row)
{
    constexpr std::size_t IdLength = 24;
    const std::string key = m_items.keyAt(row);
    if (!m_session || m_saved || !key.starts_with("add "))
        return;
    // The beginning of a time-ordered id: rows stand in the order in which they were made.
    std::string id =
        base::UuidMaker(m_services.clock, m_services.workspace.setup().random).makeId<base::RecordId>().toString();
    std::erase(id, '-');
    if (const auto added = m_session->addRow(key.substr(4), id.substr(0, IdLength)); !added)
        return setProblem(errorText(added.error()));
    m_removed.reset();
    touch();
    showItems();
    Q_EMIT changed();
}

void ActViewModel::remove(int row)
{
    const std::string key = m_items.keyAt(row);
    const auto dot = key.find('.');
    const auto slash = key.find('/');
    if (!questionAt(key) || dot == std::string::npos || slash == std::string::npos)
        return;
    Removed removed{key.substr(0, dot), key.substr(dot + 1, slash - dot - 1), {}, {}};
    const std::string prefix = key.substr(0, slash + 1);
    for (const auto &[name, value] : screening::answerFields(m_session->answers()))
        if (const std::string of = name.substr(name.find('/') + 1); of.starts_with(prefix))
            removed.answers.append(of, value);
    for (auto typed = m_typed.begin(); typed != m_typed.end();)
        if (typed->first.starts_with(prefix)) {
            removed.typed.insert(*typed);
            typed = m_typed.erase(typed);
        } else {
            ++typed;
        }
    if (const auto gone = m_session->removeRow(removed.group, removed.row); !gone)
        return setProblem(errorText(gone.error()));
    m_removed = std::move(removed);
    touch();
    m_keeper.flush();
    showItems();
    Q_EMIT changed();
}

void ActViewModel::restoreRemoved()
{
    const Removed removed = *std::exchange(m_removed, std::nullopt);
    json::Object answers = removed.answers;
    for (const auto &[name, value] : screening::answerFields(m_session->answers()))
        answers.set(name.substr(name.find('/') + 1), value);
    auto sheet = screening::AnswerSheet::fromStored(m_session->answers().questionnairePointer(), answers).sheet;
    auto session = InterviewSession::start(std::move(sheet), screening::SkipRule::On);
    if (!session)
        return setProblem(errorText(session.error()));
    m_session = std::move(*session);
    // One in which nothing was answered yet is no more than its place.
    (void)m_session->addRow(removed.group, removed.row);
    m_typed.insert(removed.typed.begin(), removed.typed.end());
    touch();
    showItems();
    Q_EMIT changed();
}

QString ActViewModel::title() const
{
    return QString::fromStdString(casework::formName(m_order.form, languageOf(m_services.settings)));
}

QString ActViewModel::personText() const
{
    return m_card ? personName(*m_card, m_services.settings.namesHidden()) : QString();
}

QString ActViewModel::purpose() const
{
    if (!m_session)
        return {};
    const QString whole = QString::fromStdString(m_session->answers().questionnaire().title().in(language()));
    const qsizetype dash = whole.indexOf(QStringLiteral(" – "));
    QString purpose = dash < 0 ? QString() : whole.mid(dash + 3);
    if (!purpose.isEmpty())
        purpose[0] = purpose[0].toUpper();
    return purpose;
}

QString ActViewModel::noticeText() const
{
    if (!m_opened || m_saved)
        return {};
    if (m_order.record)
        return tr("Du ändrar något som är sparat.");
    return m_opened->goesOn ? tr("Det som stod senast är ifyllt. Ändra det som inte gäller längre.") : QString();
}

QString ActViewModel::saveText() const
{
    if (m_isSaving)
        return tr("Sparar …");
    return personText().isEmpty() ? tr("Spara i akten") : tr("Spara i akten: %1").arg(personText());
}

QString ActViewModel::savedText() const
{
    if (!m_saved)
        return {};
    return personText().isEmpty() ? tr("Sparat i akten") : tr("Sparat hos %1").arg(personText());
}

QStringList ActViewModel::clocks() const
{
    QStringList lines;
    if (m_saved)
        for (const std::string &clock : m_saved->clocks)
            lines.push_back(QString::fromStdString(clock));
    return lines;
}

QString ActViewModel::undoText() const
{
    // After a lock what would come back is no longer here.
    if (!m_session)
        return {};
    if (m_discarded)
        return tr("Utkastet är borttaget");
    if (m_saved)
        return m_saved->changes.empty() ? QString() : tr("Sparat här %1").arg(clockText(m_services.clock.now()));
    return m_removed ? tr("Raden är borttagen") : QString();
}

} // namespace faltakt::viewmodels
