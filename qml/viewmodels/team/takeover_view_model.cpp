#include "qml/viewmodels/team/takeover_view_model.h"

#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

namespace {

/// In a draft: the whole team, since no worker's id is that.
constexpr std::string_view WholeTeam = "team";

} // namespace

TakeoverViewModel::TakeoverViewModel(AppServices &services, base::CaseId caseId, std::optional<base::RecordId> question)
    : m_services(services), m_caseId(caseId), m_asked(question),
      m_keeper(services.workspace, std::string(TakeoverForm), [this] { return formFields(); })
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

json::Object TakeoverViewModel::formFields() const
{
    json::Object fields{{"text", m_text.toStdString()}, {"reason", m_reason.toStdString()}, {"to", m_whomKept}};
    if (m_opened && m_opened->question)
        fields.set("record", m_opened->question->record.toString());
    return fields;
}

void TakeoverViewModel::load()
{
    const ListWording wording{languageOf(m_services.settings), m_services.settings.namesHidden()};
    // One's own question waits here for its answer, and its receipt.
    m_services.workspace.readLogged<TakeoverOpened>(
        this,
        [opening = TakeoverOpening{m_caseId, m_asked, m_isLogged}, wording](OpenStore &store) {
            return viewmodels::openTakeover(store, opening, wording);
        },
        [this, turn = m_turn](Result<TakeoverOpened> opened) {
            if (turn != m_turn)
                return;
            setLoading(false);
            if (!opened)
                return noteUnread(opened.error());
            noteRead();
            show(std::move(*opened));
        });
}

void TakeoverViewModel::show(TakeoverOpened opened)
{
    m_opened = std::move(opened);
    m_isLogged = m_isLogged || m_opened->isReadable;
    if (!std::exchange(m_isFormRead, true)) {
        const auto &draft = m_opened->draft;
        m_keeper.adopt(draft ? draft->id : m_opened->newForm, m_caseId);
        if (draft) {
            const json::Value fields(draft->fields);
            m_text = text(fields.stringAt("text"));
            m_reason = text(fields.stringAt("reason"));
            m_whomKept = fields.stringAt("to");
        }
    }
    const auto &all = m_opened->colleagues;
    const auto found = std::ranges::find(all, m_whomKept, &Colleague::worker);
    m_whom = m_whomKept == WholeTeam && mayAskTeam() ? int(all.size())
             : found == all.end()                    ? -1
                                                     : int(found - all.begin());
    Q_EMIT changed();
}

void TakeoverViewModel::clear()
{
    m_keeper.putAway();
    m_opened.reset();
    m_text.clear();
    m_reason.clear();
    m_whomKept.clear();
    m_whomProblem.clear();
    m_whom = -1;
    m_isFormRead = false;
    m_isLogged = false;
    ++m_turn;
    setLoading(true);
    Q_EMIT changed();
}

void TakeoverViewModel::leave()
{
    if (m_isFormRead && m_text.isEmpty() && m_reason.isEmpty() && m_whomKept.empty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void TakeoverViewModel::touch()
{
    m_keeper.touch();
    Q_EMIT changed();
}

void TakeoverViewModel::chooseColleague(int index)
{
    if (!m_opened || index < 0 || index >= int(m_opened->colleagues.size()) + (mayAskTeam() ? 1 : 0))
        return;
    m_whom = index;
    m_whomKept = index == int(m_opened->colleagues.size()) ? std::string(WholeTeam)
                                                           : m_opened->colleagues[std::size_t(index)].worker;
    m_whomProblem.clear();
    touch();
}

void TakeoverViewModel::setText(const QString &text)
{
    m_text = text;
    touch();
}

void TakeoverViewModel::setReason(const QString &text)
{
    m_reason = text;
    touch();
}

void TakeoverViewModel::forgetForm()
{
    m_keeper.release();
    m_isFormRead = false;
    m_text.clear();
    m_reason.clear();
    m_whomKept.clear();
    m_whom = -1;
}

void TakeoverViewModel::write(Work work)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    Q_EMIT changed();
    m_services.workspace.write<TakeoverWritten>(this, std::move(work), [this](Result<TakeoverWritten> written) {
        m_isWriting = false;
        if (!written) {
            setProblem(written.error().code() == base::ErrorCode::Refused
                           ? tr("Någon hann svara före dig. Det du skrev är kvar.")
                           : errorText(written.error()));
            return load();
        }
        setProblem({});
        m_asked = written->record;
        forgetForm();
        load();
    });
}

void TakeoverViewModel::ask()
{
    if (!isAsking())
        return;
    if (m_whom < 0) {
        m_whomProblem = tr("Välj vem du frågar.");
        Q_EMIT changed();
        return;
    }
    const Colleague whom =
        m_whom < int(m_opened->colleagues.size()) ? m_opened->colleagues[std::size_t(m_whom)] : Colleague{};
    m_keeper.flush();
    write([caseId = m_caseId, whom, words = m_text.trimmed().toStdString(), draft = m_keeper.id()](OpenStore &store) {
        return askToTakeOver(store, caseId, whom, words, draft);
    });
}

void TakeoverViewModel::answer(TakeoverAnswer answer)
{
    if (!isAnswering() && !isWaiting())
        return;
    m_keeper.flush();
    write([caseId = m_caseId, question = m_opened->question->record, answer, why = m_reason.trimmed().toStdString(),
           draft = m_keeper.id()](OpenStore &store) {
        return answerTakeover(store, caseId, question, answer, why, draft);
    });
}

void TakeoverViewModel::askSomebodyElse()
{
    if (!isDeclined())
        return;
    m_services.workspace.write<TakeoverWritten>(
        this, [question = m_opened->question->record](OpenStore &store) { return closeTakeover(store, question); },
        [this](const Result<TakeoverWritten> &closed) {
            if (!closed)
                return setProblem(errorText(closed.error()));
            m_asked.reset();
            forgetForm();
            load();
        });
}

void TakeoverViewModel::confirmTaken()
{
    if (!isTaken() || std::exchange(m_isWriting, true))
        return;
    Q_EMIT changed();
    m_services.workspace.write<TakeoverWritten>(
        this, [question = m_opened->question->record](OpenStore &store) { return closeTakeover(store, question); },
        [this](const Result<TakeoverWritten> &closed) {
            m_isWriting = false;
            if (closed)
                return goBack();
            setProblem(errorText(closed.error()));
            Q_EMIT changed();
        });
}

void TakeoverViewModel::openPerson()
{
    m_services.router.replaceTop();
    m_services.router.openPerson(m_caseId);
}

void TakeoverViewModel::mainAction()
{
    if (isAsking())
        ask();
    else if (isAnswering())
        takeOver();
    else if (isTaken())
        confirmTaken();
}

bool TakeoverViewModel::isAnswering() const
{
    if (!m_opened || !m_opened->question || isOwn())
        return false;
    const TakeoverQuestion &question = *m_opened->question;
    return question.answer.empty() && (question.to.empty() || question.to == m_opened->self);
}

QString TakeoverViewModel::personText() const
{
    return m_opened ? personName(m_opened->person.card, m_services.settings.namesHidden()) : QString();
}

QStringList TakeoverViewModel::colleagues() const
{
    QStringList names;
    if (!m_opened)
        return names;
    for (const Colleague &colleague : m_opened->colleagues)
        names += text(colleague.name);
    if (mayAskTeam())
        names += tr("Hela teamet, den som kan");
    return names;
}

bool TakeoverViewModel::mayAskTeam() const { return m_opened && !m_opened->person.card.isProtected; }

QString TakeoverViewModel::statusTitle() const
{
    if (!m_opened || !m_opened->question)
        return tr("Du är ansvarig tills någon tar över");
    const TakeoverQuestion &question = *m_opened->question;
    if (question.answer == "accepted")
        return tr("%1 har tagit över").arg(text(question.answeredByName));
    if (question.answer == "declined")
        return tr("%1 kan inte ta över").arg(text(question.answeredByName));
    if (question.answer == "withdrawn")
        return tr("Frågan är tagen tillbaka");
    if (isOwn())
        return question.to.empty() ? tr("Teamet är frågat") : tr("%1 är frågad").arg(text(question.toName));
    return tr("%1 ber dig ta över").arg(text(question.fromName));
}

QString TakeoverViewModel::statusText() const
{
    if (!m_opened || !m_opened->question)
        return tr("Frågan går till kollegan med nästa synk. Ansvaret flyttas först när någon svarar ja.");
    const TakeoverQuestion &question = *m_opened->question;
    if (question.answer == "declined")
        return written(question.reason);
    if (question.answer == "accepted" && !question.isAnswerReceived)
        return tr("Svaret har inte kommit fram till servern. Hinner någon annan före gäller det inte.");
    if (isTaken())
        return tr("Du är inte längre ansvarig. Har teamet inte akten lämnar den din enhet, och kortet när du har läst "
                  "det här.");
    if (question.answer.empty())
        return isOwn() ? tr("Du är ansvarig tills någon har tagit över.")
                       : tr("Säger du ja blir du ansvarig och får hela akten. Säger du nej ser du den inte mer.");
    return {};
}

QString TakeoverViewModel::askedText() const
{
    return m_opened && m_opened->question ? written(m_opened->question->text) : QString();
}

QString TakeoverViewModel::written(const std::string &words) const
{
    if (words.empty() || !m_opened->isReadable)
        return {};
    // What somebody has written about a person may say the name that is to be hidden.
    return m_services.settings.namesHidden() ? hiddenFieldText() : text(words);
}

QStringList TakeoverViewModel::openSteps() const
{
    QStringList lines;
    if (m_opened)
        for (const TodayRow &row : m_opened->steps)
            lines += row.when.isEmpty() ? row.what : tr("%1, %2").arg(row.what, row.when);
    return lines;
}

} // namespace faltakt::viewmodels
