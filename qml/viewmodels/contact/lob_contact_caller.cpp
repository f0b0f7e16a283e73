// Who is on the line, and what is done where it is not the person, or not the time.
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/contact/own_number.h"

namespace faltakt::viewmodels {

using base::Result;

/// Neither the unit nor LOB is named to anybody but the person.
QString LobContactViewModel::callerAdvice() const
{
    if (m_step == Step::Unsure)
        return tr(
            "Säg ditt namn och vem du söker. Låt den som svarar själv säga sitt för- och efternamn. Nämn varken var du "
            "arbetar, LOB eller födelsedatum.");
    if (m_step == Step::Other)
        return tr(
            "Säg bara ditt namn och vem du söker. Var du arbetar, LOB och skälet nämns inte, inte heller om någon "
            "frågar: ”Det tar jag med personen själv.” Lämna inget annat meddelande.");
    return tr("Säg inget om var du arbetar, om LOB eller om skälet innan du vet att det är personen själv.");
}

void LobContactViewModel::startOther()
{
    m_form.next = "other";
    m_form.nextAt.reset();
    m_moment.setMoment(std::nullopt);
    goTo(Step::Other);
}

void LobContactViewModel::saveOther()
{
    const bool isNamed = m_moment.dayIndex() >= 0 || m_moment.timeIndex() >= 0;
    if (m_isSaving || (isNamed && !m_moment.check()))
        return;
    rules::AttemptEntry entry = m_form.entry();
    entry.nextAt = isNamed ? m_moment.moment() : std::nullopt;
    save(std::move(entry), isNamed ? Booking::AsChosen : Booking::ProposedToo);
}

void LobContactViewModel::bookMeeting()
{
    m_talk.bookMeeting();
    goTo(Step::Talk);
}

void LobContactViewModel::reachPerson() { pickOutcome("reached"); }

/// "Nej, ring igen" was not meant: the talk goes on as it was.
void LobContactViewModel::leaveLater()
{
    const bool isTalk = m_form.alone == "no";
    m_form.outcome = isTalk ? "reached" : "";
    m_form.next.clear();
    m_form.nextAt.reset();
    goTo(isTalk ? Step::Talk : Step::Call);
}

void LobContactViewModel::startLater()
{
    m_form.outcome = "callLater";
    m_form.next = "other";
    m_form.nextAt.reset();
    m_moment.setMoment(std::nullopt);
    goTo(Step::Later);
    m_services.workspace.read<std::optional<rules::NextProposal>>(
        this,
        [caseId = m_caseId, entry = m_form.entry()](OpenStore &store) { return proposalAfter(store, caseId, entry); },
        [this](Result<std::optional<rules::NextProposal>> proposal) {
            if (proposal && *proposal && m_step == Step::Later && m_moment.dayIndex() < 0)
                m_moment.setDayOf((*proposal)->at);
        });
}

void LobContactViewModel::saveLater()
{
    if (m_isSaving || !m_moment.check())
        return;
    rules::AttemptEntry entry = m_form.entry();
    entry.outcome = "callLater";
    entry.nextAt = m_moment.moment();
    save(std::move(entry), Booking::AsChosen);
}

QString LobContactViewModel::noTextReason() const { return mayText() ? QString() : whyNoText(m_header.page().person); }

bool LobContactViewModel::canText() const { return m_services.telephone.canText(); }

void LobContactViewModel::startText()
{
    if (!mayText())
        return;
    m_form.outcome.clear();
    m_form.next.clear();
    m_form.nextAt.reset();
    goTo(Step::Text);
}

void LobContactViewModel::openTextApp()
{
    if (!canText() || !mayText() || !m_textMessage.check())
        return;
    m_keeper.flush();
    if (!m_services.telephone.text(m_textMessage.number(), m_form.textMessage))
        setProblem(tr("Sms-appen kunde inte öppnas. Skriv meddelandet själv på telefonen."));
}

void LobContactViewModel::saveText()
{
    // It may have gone before the file could be read no longer.
    if (m_isSaving || !m_textMessage.check())
        return;
    rules::AttemptEntry entry;
    entry.way = "sms";
    entry.at = m_form.started;
    entry.text = m_form.textMessage;
    if (const std::string &number = m_textMessage.ownNumberText(); !number.empty())
        m_services.workspace.write<void>(
            this, [number](OpenStore &store) { return keepOwnNumber(store, number); }, [](const Result<void> &) {});
    save(std::move(entry), Booking::AsChosen);
}

} // namespace faltakt::viewmodels
