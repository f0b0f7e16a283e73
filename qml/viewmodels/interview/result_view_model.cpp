#include "qml/viewmodels/interview/result_view_model.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "sync/client/record_signer.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
namespace {

/// A qualified talk may take an hour; half of one is the first guess.
constexpr int LongestGuess = 30;

} // namespace

ResultViewModel::ResultViewModel(AppServices &services, base::CaseId caseId, base::RecordId assessment)
    : m_services(services), m_caseId(caseId), m_assessment(assessment), m_door(services, caseId),
      m_handout(services, tr("Fråga personen först, och kryssa i att svaret är ja.")), m_confirm(services),
      m_talk(services), m_undo(services), m_misfiled(services, m_undo, caseId, assessment)
{
    connect(&m_door, &FileDoor::covered, this, &ResultViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &ResultViewModel::load);
    connect(&m_content, &ResultContent::changed, this, &ResultViewModel::changed);
    connect(this, &ResultViewModel::changed, this, &PageViewModel::longTalkChanged);
    connect(&m_talk, &TalkFacts::changed, this, &ResultViewModel::changed);
    connect(&m_talk, &TalkFacts::saved, this, &ResultViewModel::load);
    connect(&m_handout, &FileOffer::saved, this, &ResultViewModel::noteHandedOut);
}

Result<ResultViewModel::Opened> ResultViewModel::open(OpenStore &store, const store::RecordPlace &place,
                                                      const std::set<base::CaseId> &logged, base::Language language)
{
    Opened opened;
    TRY(opened.look, readMisfiledLook(store, place.caseId, place.record, language));
    if (opened.look.seal) {
        TRY(opened.person, store.cases.card(place.caseId));
        return opened;
    }
    TRY(auto files, openWholeFile(store, place.caseId, logged));
    TRY(opened.result, readResult(store, place.record, language, std::move(files)));
    return opened;
}

void ResultViewModel::load()
{
    const base::Language language = languageOf(m_services.settings);
    m_door.read<Opened>([place = store::RecordPlace{m_assessment, m_caseId}, language,
                         logged = m_logged](OpenStore &store) { return open(store, place, logged, language); },
                        [this, language](Result<Opened> opened) {
                            setLoading(false);
                            if (!opened)
                                return noteUnread(opened.error());
                            noteRead();
                            show(std::move(*opened), language);
                        });
}

void ResultViewModel::show(Opened opened, base::Language language)
{
    m_misfiled.show(std::move(opened.look));
    m_person = opened.person ? std::optional(opened.person->card) : std::nullopt;
    if (!opened.result) {
        m_content.clear();
        m_talk.clear();
        Q_EMIT changed();
        return;
    }
    m_logged.insert(opened.result->files.begin(), opened.result->files.end());
    const ReadTalk talk = opened.result->talk;
    m_content.show(std::move(*opened.result), casework::swedishDate(m_services.clock.now()), language);
    m_talk.setOpen(canChange());
    m_talk.show(m_assessment, talk);
}

void ResultViewModel::undo()
{
    if (m_undo.text().isEmpty())
        undoAdvice();
    else
        m_undo.undo();
}

void ResultViewModel::cover()
{
    clear();
    setLoading(false);
}

void ResultViewModel::clear()
{
    m_door.clear();
    m_logged.clear();
    m_confirm.cancel();
    m_handout.close();
    m_isRevealed = false;
    m_content.clear();
    m_talk.clear();
    m_misfiled.clear();
    m_undo.forget();
    m_person.reset();
    setProblem({});
    setLoading(true);
}

void ResultViewModel::stepBack()
{
    if (m_showsPerson)
        hideFromPerson();
    else
        m_services.router.back();
}

void ResultViewModel::changeAnswer(int row)
{
    const std::string item = m_content.answers()->itemAt(row);
    if (!canChange() || item.empty())
        return;
    m_services.router.replaceTop();
    m_services.router.openInterview({.instrument = shown()->result.questionnaire->id(),
                                     .caseId = m_caseId,
                                     .assessment = m_assessment,
                                     .atItem = item});
}

void ResultViewModel::save(base::json::Object fields)
{
    if (!canChange())
        return;
    setProblem({});
    m_services.workspace.write<void>(
        this,
        [assessment = m_assessment, fields = std::move(fields)](OpenStore &store) -> Result<void> {
            TRY_VOID(store.cases.edit(assessment, fields));
            return {};
        },
        [this](const Result<void> &saved) { saved ? load() : setProblem(errorText(saved.error())); });
}

void ResultViewModel::chooseSex(int index)
{
    if (!canChange())
        return;
    screening::ResultSettings settings = shown()->result.settings;
    settings.sex = index == 0   ? std::optional(screening::Sex::Female)
                   : index == 1 ? std::optional(screening::Sex::Male)
                                : std::nullopt;
    base::json::Object fields{
        {"sex", settings.sex ? base::json::Value(screening::sexCode(*settings.sex)) : base::json::Value()}};
    if (shown()->completed) {
        const auto result = screening::interpret(shown()->answers, settings);
        if (!result) {
            setProblem(errorText(result.error()));
            return;
        }
        for (const auto &[name, value] : screening::assessmentReopening())
            fields.set(name, value);
        for (const auto &[name, value] : screening::assessmentClosing(*result, *shown()->completed))
            fields.set(name, value);
    }
    save(std::move(fields));
}

void ResultViewModel::goOnWithSafety() { m_services.router.openProtection(m_caseId, "safetyTalk"); }

void ResultViewModel::openChildren() { m_services.router.openChildren(m_caseId); }

void ResultViewModel::openStep(int row)
{
    if (const QString card = m_content.nextSteps()->cardAt(row); !card.isEmpty())
        m_services.router.openGuidanceCard(card);
}

void ResultViewModel::continueWith(int form)
{
    if (!shown() || form < 0 || form >= int(shown()->longerForms.size()))
        return;
    m_services.router.replaceTop();
    m_services.router.openInterview(
        {.instrument = shown()->longerForms[std::size_t(form)], .caseId = m_caseId, .stepFrom = m_assessment});
}

void ResultViewModel::giveAdvice(int level)
{
    if (!shown() || m_advice || m_isAdvising || level < 0 || level >= int(shown()->adviceLevels.size()))
        return;
    const screening::AdviceLevel &chosen = shown()->adviceLevels[std::size_t(level)];
    base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
    saveAdvice({ids.makeId<base::RecordId>(), chosen.code, std::min(chosen.toMinutes, LongestGuess)}, true);
}

void ResultViewModel::chooseMinutes(int index)
{
    if (!m_advice || m_isAdvising || index < 0 || index >= int(AdviceMinutes.size()))
        return;
    saveAdvice({m_advice->contact, m_advice->level, AdviceMinutes[std::size_t(index)]}, false);
}

void ResultViewModel::saveAdvice(const Advice &advice, bool isNew)
{
    m_isAdvising = true;
    setProblem({});
    m_services.workspace.write<void>(
        this,
        [caseId = m_caseId, advice, isNew](OpenStore &store) -> Result<void> {
            base::json::Object fields{{"briefAdvice", screening::briefAdviceField(advice.level, advice.minutes)}};
            if (!isNew) {
                TRY_VOID(store.cases.edit(advice.contact, std::move(fields)));
                return {};
            }
            const std::string at = base::formatInstant(store.clock.now());
            fields.set("at", at);
            fields.set("outcome", "reached");
            TRY_VOID(store.cases.save(
                {caseId, {changelog::makeCreation(advice.contact, "contact", std::move(fields))}, at}));
            return {};
        },
        [this, advice](const Result<void> &saved) {
            m_isAdvising = false;
            if (saved)
                m_advice = advice;
            else
                setProblem(errorText(saved.error()));
            Q_EMIT changed();
        });
}

void ResultViewModel::undoAdvice()
{
    if (!m_advice || std::exchange(m_isAdvising, true))
        return;
    m_services.workspace.write<void>(
        this,
        [contact = m_advice->contact](OpenStore &store) -> Result<void> {
            TRY_VOID(store.cases.remove(contact));
            return {};
        },
        [this](const Result<void> &undone) {
            m_isAdvising = false;
            if (undone)
                m_advice.reset();
            else
                setProblem(errorText(undone.error()));
            Q_EMIT changed();
        });
}

void ResultViewModel::sign()
{
    if (canSign())
        m_confirm.ask({.title = tr("Signera och lås"),
                       .text = tr("Svaren kan inte ändras efteråt. Det går att lägga till en anteckning.")},
                      [this] { writeSignature(); });
}

void ResultViewModel::writeSignature()
{
    m_services.workspace.write<void>(
        this,
        [assessment = m_assessment](OpenStore &store) -> Result<void> {
            client::RecordSigner signer(store.field, store.clock, store.random);
            TRY_VOID(signer.sign({assessment}));
            return {};
        },
        [this](const Result<void> &written) { written ? load() : setProblem(errorText(written.error())); });
}

void ResultViewModel::reveal()
{
    m_isRevealed = true;
    Q_EMIT changed();
}

void ResultViewModel::showToPerson()
{
    if (isSafe())
        return;
    m_showsPerson = true;
    m_showsPersonScore = false;
    Q_EMIT changed();
}

void ResultViewModel::hideFromPerson()
{
    m_showsPerson = false;
    Q_EMIT changed();
}

void ResultViewModel::togglePersonScore()
{
    m_showsPersonScore = !m_showsPersonScore;
    Q_EMIT changed();
}

void ResultViewModel::handOut()
{
    if (!shown() || isSafe())
        return;
    m_handedScore = m_showsPersonScore ? HandedScore::Shown : HandedScore::Left;
    m_handout.open(handoutText(m_content, m_handedScore, casework::swedishDate(m_services.clock.now()),
                               languageOf(m_services.settings)),
                   tr("sammanfattning"));
}

void ResultViewModel::noteHandedOut(const QString &format)
{
    const std::string words = handoutNote(m_content, m_handedScore, format).toStdString();
    m_services.workspace.write<void>(
        this, [caseId = m_caseId, words](OpenStore &store) { return noteHandout(store, caseId, words); },
        [this](const Result<void> &noted) {
            if (!noted)
                m_handout.tell(tr("Filen är sparad, men det gick inte att anteckna det. Skriv en anteckning själv."));
        });
}

} // namespace faltakt::viewmodels
