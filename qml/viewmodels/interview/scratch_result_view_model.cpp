#include "qml/viewmodels/interview/scratch_result_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <QPointer>

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

ScratchResultViewModel::ScratchResultViewModel(AppServices &services, base::ScratchId scratch)
    : m_services(services), m_scratch(scratch), m_people(services)
{
    connect(&m_people, &PersonChooser::picked, this,
            [this](const PersonChooser::Person &person) { attach(person.caseId); });
    connect(&m_content, &ResultContent::changed, this, &ScratchResultViewModel::changed);
    connect(&m_content, &ResultContent::changed, this, &PageViewModel::longTalkChanged);
}

void ScratchResultViewModel::load()
{
    if (m_isAttached)
        return;
    const base::Language language = languageOf(m_services.settings);
    m_services.workspace.read<ReadResult>(
        this, [scratch = m_scratch, language](OpenStore &store) { return readScratchResult(store, scratch, language); },
        [this, language](Result<ReadResult> read) {
            setLoading(false);
            if (m_isAttached)
                return;
            if (!read) {
                m_content.clear();
                return noteUnread(read.error());
            }
            noteRead();
            m_context = std::move(read->context);
            m_content.show(std::move(*read), casework::swedishDate(m_services.clock.now()), language);
            if (m_choosesPerson)
                readPeople();
        });
}

void ScratchResultViewModel::clear()
{
    m_content.clear();
    m_people.clear();
    m_context = {};
    setProblem({});
    setLoading(true);
}

void ScratchResultViewModel::leave()
{
    if (!m_discards || m_isAttached)
        return;
    // The page is gone when this has failed; the screening then stands on I dag, and is asked about again.
    m_services.workspace.write<void>(
        this, [scratch = m_scratch](OpenStore &store) { return store.cases.discardScratch(scratch); },
        [](const Result<void> &) {});
}

void ScratchResultViewModel::stepBack()
{
    if (m_showsPerson)
        hideFromPerson();
    else
        m_services.router.back();
}

void ScratchResultViewModel::changeAnswer(int row)
{
    const std::string item = m_content.answers()->itemAt(row);
    if (m_discards || item.empty())
        return;
    m_services.router.replaceTop();
    m_services.router.openInterview(
        {.instrument = m_content.shown()->result.questionnaire->id(), .scratch = m_scratch, .atItem = item});
}

void ScratchResultViewModel::openStep(int row)
{
    if (const QString card = m_content.nextSteps()->cardAt(row); !card.isEmpty())
        m_services.router.openGuidanceCard(card);
}

void ScratchResultViewModel::continueWith(int form)
{
    const auto &shown = m_content.shown();
    if (m_discards || !shown || form < 0 || form >= int(shown->longerForms.size()))
        return;
    m_services.router.replaceTop();
    m_services.router.openInterview({.instrument = shown->longerForms[std::size_t(form)], .scratch = m_scratch});
}

QStringList ScratchResultViewModel::sexNames() const { return {tr("Kvinna"), tr("Man"), tr("Hoppa över")}; }

int ScratchResultViewModel::sexIndex() const
{
    const base::json::Value *sex = m_context.find("sex");
    if (!sex || !sex->string())
        return -1;
    return *sex->string() == "f" ? 0 : 1;
}

QStringList ScratchResultViewModel::ageNames() const
{
    return {tr("Under 18"), tr("18 till 24"), tr("25 till 65"), tr("Över 65"), tr("Hoppa över")};
}

int ScratchResultViewModel::ageIndex() const
{
    const base::json::Value *band = m_context.find("ageBand");
    if (!band || !band->string())
        return -1;
    const auto place =
        std::ranges::find(screening::AgeBands, std::string_view(*band->string()), &screening::AgeBand::code);
    return place == screening::AgeBands.end() ? -1 : int(place - screening::AgeBands.begin());
}

void ScratchResultViewModel::chooseSex(int index)
{
    base::json::Object context = m_context;
    context.remove("sex");
    if (index == 0 || index == 1)
        context.set("sex", screening::sexCode(index == 0 ? screening::Sex::Female : screening::Sex::Male));
    writeContext(std::move(context));
}

void ScratchResultViewModel::chooseAge(int index)
{
    base::json::Object context = m_context;
    context.remove("ageBand");
    if (index >= 0 && index < int(screening::AgeBands.size()))
        context.set("ageBand", screening::AgeBands[std::size_t(index)].code);
    writeContext(std::move(context));
}

void ScratchResultViewModel::writeContext(base::json::Object context)
{
    setProblem({});
    m_services.workspace.write<void>(
        this,
        [scratch = m_scratch, context = std::move(context)](OpenStore &store) {
            return describeScratch(store, scratch, context);
        },
        [this](const Result<void> &written) { written ? load() : setProblem(errorText(written.error())); });
}

QString ScratchResultViewModel::keptText() const
{
    const auto &shown = m_content.shown();
    if (!shown || !shown->keptUntil)
        return {};
    const base::Language language = languageOf(m_services.settings);
    const casework::LocalTime until = casework::swedishTime(*shown->keptUntil);
    const base::Date today = casework::swedishDate(m_services.clock.now());
    return tr("Väljer du inget tas svaren bort %1 %2.")
        .arg(text(base::dayWords(until.date, today, language)), text(base::clockWords(until.sinceMidnight)));
}

void ScratchResultViewModel::choosePerson()
{
    m_choosesPerson = !m_discards;
    readPeople();
    Q_EMIT changed();
}

void ScratchResultViewModel::cancelPerson()
{
    m_choosesPerson = false;
    m_people.clear();
    Q_EMIT changed();
}

void ScratchResultViewModel::createPerson()
{
    if (!m_discards)
        m_services.router.openNewPerson([page = QPointer(this)](base::CaseId caseId) {
            if (page)
                page->attach(caseId);
        });
}

void ScratchResultViewModel::readPeople()
{
    m_services.workspace.read<ProposedPeople>(
        this, [](OpenStore &store) { return proposedPeople(store); },
        [this](const Result<ProposedPeople> &people) {
            if (!people)
                setProblem(errorText(people.error()));
            else if (m_choosesPerson)
                m_people.setProposed(*people);
        });
}

void ScratchResultViewModel::attach(base::CaseId caseId)
{
    if (m_discards || m_isAttached)
        return;
    setProblem({});
    m_services.workspace.write<base::RecordId>(
        this, [scratch = m_scratch, caseId](OpenStore &store) { return attachScratchTo(store, scratch, caseId); },
        [this, caseId](const Result<base::RecordId> &record) {
            if (!record) {
                setProblem(errorText(record.error()));
                return;
            }
            m_isAttached = true;
            if (!m_services.router.isOnTop(*this)) {
                Q_EMIT closeWanted();
                return;
            }
            m_services.router.replaceTop();
            m_services.router.openResult(caseId, *record);
        });
}

void ScratchResultViewModel::discard()
{
    m_discards = true;
    cancelPerson();
}

void ScratchResultViewModel::undoDiscard()
{
    m_discards = false;
    Q_EMIT changed();
}

QString ScratchResultViewModel::discardText() const
{
    return m_discards ? tr("Kastas utan spår när du lämnar sidan. Bara ett antal sparas.") : QString();
}

void ScratchResultViewModel::showToPerson()
{
    m_showsPerson = true;
    m_showsPersonScore = false;
    Q_EMIT changed();
}

void ScratchResultViewModel::hideFromPerson()
{
    m_showsPerson = false;
    Q_EMIT changed();
}

void ScratchResultViewModel::togglePersonScore()
{
    m_showsPersonScore = !m_showsPersonScore;
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
