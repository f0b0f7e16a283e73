#include "qml/viewmodels/letter/letter_view_model.h"

#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "core/rules/attempt_choices.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/letter/letter_print.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;
using rules::LetterPlace;
namespace json = base::json;

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds SenderKeptAfter = 700ms;

std::string_view nameOf(LetterViewModel::Step step)
{
    switch (step) {
    case LetterViewModel::Step::Hold: return "hold";
    case LetterViewModel::Step::Sent: return "sent";
    case LetterViewModel::Step::None: break;
    }
    return {};
}

} // namespace

LetterViewModel::LetterViewModel(AppServices &services, base::CaseId caseId, base::RecordId report)
    : m_services(services), m_caseId(caseId), m_report(report), m_door(services, caseId), m_undo(services),
      m_offer(services, tr("Kryssa i att du skriver ut filen och sedan tar bort den.")),
      m_keeper(services.workspace, std::string(LetterForm), [this] { return formFields(); })
{
    m_senderTimer.setSingleShot(true);
    m_senderTimer.setInterval(SenderKeptAfter);
    connect(&m_senderTimer, &QTimer::timeout, this, &LetterViewModel::keepSender);
    connect(&m_door, &FileDoor::covered, this, &LetterViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &LetterViewModel::load);
    connect(&m_undo, &UndoViewModel::undone, this, &LetterViewModel::putBack);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    m_offer.doFirst([this](const QString &, FileOffer::Done done) {
        m_services.workspace.write<void>(
            this,
            [caseId = m_caseId](OpenStore &store) { return store.cases.logAccess(caseId, "export", "assigned", {}); },
            done);
    });
}

json::Object LetterViewModel::formFields() const
{
    json::Object fields{{"record", m_report.toString()},
                        {"step", nameOf(m_form.step)},
                        {"choice", m_form.choice},
                        {"reason", m_form.reason.toStdString()}};
    if (m_form.day)
        fields.append("day", base::formatDate(*m_form.day));
    return fields;
}

void LetterViewModel::load()
{
    m_door.read<LetterContent>(
        [caseId = m_caseId, report = m_report](OpenStore &store) { return readLetter(store, caseId, report); },
        [this](Result<LetterContent> content) {
            setLoading(false);
            if (!content)
                return noteUnread(content.error());
            noteRead();
            show(std::move(*content));
        });
}

void LetterViewModel::cover()
{
    clear();
    setLoading(false);
}

void LetterViewModel::show(LetterContent content)
{
    m_content = std::move(content);
    // What is being typed is newer than what was kept.
    if (!m_senderTimer.isActive())
        m_own = m_content->own;
    if (!std::exchange(m_isFormRead, true))
        readDraft();
    // The letter went another way meanwhile, or is held: there is nothing to say of it any more.
    if (m_form.step != Step::None && !isReady()) {
        m_form = {};
        m_keeper.drop();
    }
    Q_EMIT changed();
    if (std::exchange(m_opensFile, false))
        saveFile();
}

void LetterViewModel::readDraft()
{
    const auto &draft = m_content->draft;
    m_keeper.adopt(draft ? draft->id : m_content->newForm, m_caseId);
    if (!draft)
        return;
    const json::Value fields(draft->fields);
    const std::string step = fields.stringAt("step");
    m_form.step = step == "hold" ? Step::Hold : step == "sent" ? Step::Sent : Step::None;
    m_form.choice = fields.stringAt("choice");
    m_form.reason = text(fields.stringAt("reason"));
    if (const auto day = base::parseDate(fields.stringAt("day")))
        m_form.day = *day;
}

void LetterViewModel::clear()
{
    if (m_senderTimer.isActive())
        keepSender();
    m_keeper.putAway();
    m_door.clear();
    m_offer.close();
    m_undo.forget();
    m_content.reset();
    m_form = {};
    m_saved.reset();
    m_own = {};
    m_choiceProblem.clear();
    m_senderProblem.clear();
    m_isFormRead = m_opensFile = false;
    setLoading(true);
    setProblem({});
    Q_EMIT changed();
}

void LetterViewModel::clearNames()
{
    m_offer.close();
    load();
}

void LetterViewModel::leave()
{
    m_door.flush();
    if (m_senderTimer.isActive())
        keepSender();
    m_offer.close();
    if (m_isFormRead && m_form.step == Step::None)
        m_keeper.drop();
    else
        m_keeper.flush();
}

void LetterViewModel::touch()
{
    m_choiceProblem.clear();
    m_keeper.touch();
    Q_EMIT changed();
}

void LetterViewModel::begin(Step step)
{
    if (!isReady() || m_form.step == step)
        return;
    m_form = {};
    m_form.step = step;
    touch();
}

void LetterViewModel::stopStep()
{
    m_form = {};
    m_choiceProblem.clear();
    m_keeper.drop();
    Q_EMIT changed();
}

void LetterViewModel::choose(int index)
{
    const auto known = codes();
    if (index < 0 || index >= int(known.size()))
        return;
    m_form.choice = std::string(known[std::size_t(index)]);
    touch();
}

void LetterViewModel::chooseDay(int index)
{
    const auto possible = possibleDays();
    if (index < 0 || index >= int(possible.size()))
        return;
    m_form.day = possible[std::size_t(index)];
    touch();
}

void LetterViewModel::setReason(const QString &text)
{
    m_form.reason = text;
    touch();
}

void LetterViewModel::setUnit(const QString &text)
{
    m_own.unit = text.trimmed().toStdString();
    touchSender();
}

void LetterViewModel::setNumber(const QString &text)
{
    m_own.number = text.trimmed().toStdString();
    touchSender();
}

void LetterViewModel::touchSender()
{
    m_senderProblem.clear();
    if (!m_senderTimer.isActive())
        m_senderTimer.start();
    Q_EMIT changed();
}

/// Kept for the next letter too; the page then shows it in its place.
void LetterViewModel::keepSender()
{
    m_senderTimer.stop();
    m_services.workspace.keep<void>(
        this, [own = m_own](OpenStore &store) { return keepOwnSender(store, own); },
        [this](const Result<void> &kept) {
            if (!kept)
                setProblem(errorText(kept.error()));
            else if (m_content)
                load();
        });
}

void LetterViewModel::ask()
{
    if (askText().isEmpty())
        return;
    const bool isHeld = isAt(LetterPlace::Held);
    write(isHeld ? tr("Sparat. Brevet får gå.") : tr("Sparat. Brevet är begärt."),
          [caseId = m_caseId, report = m_report](OpenStore &store) { return askForLetter(store, caseId, report); });
}

void LetterViewModel::save()
{
    if (!isReady() || m_form.step == Step::None)
        return;
    if (m_form.choice.empty()) {
        m_choiceProblem = m_form.step == Step::Hold ? tr("Välj varför brevet ska vänta.") : tr("Välj hur brevet gick.");
        Q_EMIT changed();
        return;
    }
    m_keeper.flush();
    const Form form = m_form;
    const auto draft = m_keeper.id();
    if (form.step == Step::Hold)
        return write(
            tr("Sparat. Brevet väntar."), [caseId = m_caseId, report = m_report, form, draft](OpenStore &store) {
                return holdLetter(store, caseId, report, {form.choice, form.reason.trimmed().toStdString()}, draft);
            });
    const base::Date day = form.day.value_or(casework::swedishDate(m_services.clock.now()));
    write(tr("Sparat. Brevet är skickat."), [caseId = m_caseId, report = m_report, form, day, draft](OpenStore &store) {
        return noteLetterSent(store, caseId, report, day, form.choice, draft);
    });
}

void LetterViewModel::write(const QString &done, Writing work)
{
    if (std::exchange(m_isWriting, true))
        return;
    Q_EMIT changed();
    m_services.workspace.write<LetterChanges>(
        this, std::move(work), [this, done](Result<LetterChanges> changes) { written(done, std::move(changes)); });
}

void LetterViewModel::written(const QString &done, Result<LetterChanges> changes)
{
    m_isWriting = false;
    if (!changes) {
        const base::Error &error = changes.error();
        setProblem(error.code() == base::ErrorCode::Refused
                       ? text(rules::obstacleText(error.detail(), languageOf(m_services.settings)))
                       : errorText(error));
        return load();
    }
    setProblem({});
    m_undo.offer(done, std::move(*changes));
    m_saved = m_form.step == Step::None ? std::nullopt : std::optional(m_form);
    if (m_saved) {
        m_form = {};
        m_keeper.release();
        m_isFormRead = false;
    }
    load();
}

void LetterViewModel::putBack()
{
    if (!m_saved || !letter())
        return;
    m_form = *std::exchange(m_saved, std::nullopt);
    // Until it is read again the page has the letter as it was before.
    m_content->letter->place = LetterPlace::Ready;
    touch();
    load();
}

void LetterViewModel::saveFile()
{
    if (!isReady())
        return;
    if (m_services.settings.namesHidden())
        return setProblem(tr("Namnen är dolda. Visa dem för att spara brevet."));
    const bool isMissing =
        (m_content->asksUnit && m_own.unit.empty()) || (m_content->asksNumber && m_own.number.empty());
    if (isMissing) {
        m_senderProblem = tr("Fyll i det som saknas. Ett brev med luckor skrivs inte ut.");
        Q_EMIT changed();
        return;
    }
    // What was typed a moment ago is kept first, and stands in the letter when it has been read anew.
    if (m_senderTimer.isActive()) {
        m_opensFile = true;
        return keepSender();
    }
    if (!m_content->text.missing.empty())
        return setProblem(
            tr("Kommunens mall har luckor som det här brevet inte kan fylla. Be kontoret skriva ut det."));
    m_offer.open(printedLetter(m_content->text, m_content->sender, casework::swedishDate(m_services.clock.now())),
                 tr("brev"));
}

void LetterViewModel::openPerson() { m_services.router.openPerson(m_caseId); }

void LetterViewModel::openFollowUp() { m_services.router.openLobContact(m_caseId, m_report); }

} // namespace faltakt::viewmodels
