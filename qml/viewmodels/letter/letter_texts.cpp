// What the page of a letter says.
#include "core/casework/code_words.h"
#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "core/rules/attempt_choices.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/letter/letter_print.h"
#include "qml/viewmodels/letter/letter_view_model.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using rules::LetterPlace;

namespace {

/// So many days back a letter may be told to have gone by a chip.
constexpr int DaysBack = 7;

} // namespace

const rules::FileLetter *LetterViewModel::letter() const
{
    return m_content && m_content->letter ? &*m_content->letter : nullptr;
}

bool LetterViewModel::isAt(LetterPlace place) const { return letter() && letter()->place == place; }

QString LetterViewModel::personText() const
{
    return m_content ? personName(m_content->card, m_services.settings.namesHidden()) : QString();
}

QString LetterViewModel::stateText() const
{
    if (!m_content)
        return {};
    if (!letter())
        return tr("Det finns inget brev att skicka");
    if (letter()->isImpossible)
        return tr("Brevet kan inte skickas");
    const base::Language language = languageOf(m_services.settings);
    const QString day = dayText(casework::swedishDate(letter()->since), m_services.clock.now(), language);
    switch (letter()->place) {
    case LetterPlace::Held: return tr("Brevet väntar på dig");
    case LetterPlace::ToAsk: return tr("Brevet är inte begärt");
    case LetterPlace::Ready: return tr("Klart att skickas, begärt %1").arg(day);
    case LetterPlace::Sent: break;
    }
    const QString way = text(casework::codeText("contact", "letterWay", m_content->sentWay, language));
    return way.isEmpty() ? tr("Skickat %1").arg(day) : tr("Skickat %1: %2").arg(day, way.toLower());
}

QString LetterViewModel::stateTone() const
{
    if (!letter() || isAt(LetterPlace::ToAsk) || letter()->isImpossible)
        return QStringLiteral("info");
    return isAt(LetterPlace::Held) ? QStringLiteral("conflict") : QStringLiteral("received");
}

QStringList LetterViewModel::reasons() const
{
    // What was seen before it was asked for speaks no more against one that may go.
    if (!letter() || isReady() || isAt(LetterPlace::Sent))
        return {};
    QStringList sentences;
    for (const std::string &code : letter()->reasons)
        sentences += text(rules::obstacleText(code, languageOf(m_services.settings)));
    if (!m_content->heldReason.empty())
        sentences += m_services.settings.namesHidden() ? hiddenFieldText() : text(m_content->heldReason);
    return sentences;
}

QString LetterViewModel::nextText() const
{
    if (!letter())
        return {};
    const std::string first = letter()->reasons.empty() ? std::string() : letter()->reasons.front();
    if (letter()->isImpossible && first == "protectedIdentity")
        return tr("Fråga teamledaren om en säker väg till personen.");
    if (letter()->isImpossible && first == "noAddress")
        return tr("Skriv adressen på personens kort, eller sök personen på ett annat sätt.");
    if (letter()->isImpossible)
        return {};
    switch (letter()->place) {
    case LetterPlace::Held:
        return tr("Ta ställning. Släpper du brevet räknas det som att du har sett det som står här.");
    case LetterPlace::ToAsk: return tr("Kontoret skriver ut brevet, eller så gör du det själv när det är begärt.");
    case LetterPlace::Ready: return tr("Kontoret skriver ut och skickar, eller så gör du det härifrån.");
    case LetterPlace::Sent: break;
    }
    return {};
}

QString LetterViewModel::askText() const
{
    if (!letter() || letter()->isImpossible)
        return {};
    if (isAt(LetterPlace::Held))
        return tr("Släpp brevet");
    if (!isAt(LetterPlace::ToAsk))
        return {};
    return letter()->reasons.empty() ? tr("Be om brevet") : tr("Be om brevet ändå");
}

QStringList LetterViewModel::preview() const
{
    if (!letter() || letter()->isImpossible || isAt(LetterPlace::Sent))
        return {};
    const platform::PrintedText printed =
        printedLetter(m_content->text, m_content->sender, casework::swedishDate(m_services.clock.now()));
    QStringList pieces;
    for (const platform::PrintedText::Piece &piece : printed.pieces) {
        const bool isRecipient = piece.kind == platform::PrintedText::Kind::Recipient;
        if (piece.kind == platform::PrintedText::Kind::PageNumber)
            continue;
        if (!isRecipient || !m_services.settings.namesHidden())
            pieces += text(piece.text);
        else if (pieces.isEmpty())
            pieces += hiddenFieldText();
    }
    return pieces;
}

QString LetterViewModel::languageText() const
{
    if (!m_content || m_content->text.interpreter.empty() || preview().isEmpty())
        return {};
    return tr("%1. Brevet finns på svenska: ta ställning till om det ska översättas.")
        .arg(text(casework::interpreterText(m_content->text.interpreter, languageOf(m_services.settings))));
}

std::vector<std::string_view> LetterViewModel::codes() const
{
    if (m_form.step == Step::Hold)
        return {casework::codes::LetterHold.begin(), casework::codes::LetterHold.end()};
    return {casework::codes::LetterWay.begin(), casework::codes::LetterWay.end()};
}

QStringList LetterViewModel::choices() const
{
    QStringList names;
    const bool isHold = m_form.step == Step::Hold;
    for (const std::string_view code : codes())
        names += text(casework::codeText(isHold ? "lobReport" : "contact", isHold ? "letterHeldFor" : "letterWay",
                                         std::string(code), languageOf(m_services.settings)));
    return names;
}

int LetterViewModel::choiceIndex() const
{
    const auto known = codes();
    const auto chosen = std::ranges::find(known, m_form.choice);
    return chosen == known.end() ? -1 : int(chosen - known.begin());
}

/// From today back to the day on which it was asked for.
std::vector<base::Date> LetterViewModel::possibleDays() const
{
    std::vector<base::Date> possible;
    if (!m_content || !m_content->asked)
        return possible;
    const base::Date asked = casework::swedishDate(*m_content->asked);
    const auto today = std::chrono::sys_days(casework::swedishDate(m_services.clock.now()));
    for (int back = 0; back < DaysBack; ++back) {
        const base::Date day(today - std::chrono::days(back));
        if (back > 0 && day < asked)
            break;
        possible.push_back(day);
    }
    return possible;
}

QStringList LetterViewModel::days() const
{
    QStringList names;
    for (const base::Date &day : possibleDays())
        names += capitalised(dayText(day, m_services.clock.now(), languageOf(m_services.settings)));
    return names;
}

int LetterViewModel::dayIndex() const
{
    const auto possible = possibleDays();
    if (!m_form.day)
        return possible.empty() ? -1 : 0;
    const auto chosen = std::ranges::find(possible, *m_form.day);
    return chosen == possible.end() ? -1 : int(chosen - possible.begin());
}

} // namespace faltakt::viewmodels
