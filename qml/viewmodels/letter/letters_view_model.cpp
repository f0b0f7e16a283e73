#include "qml/viewmodels/letter/letters_view_model.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>
#include <map>

namespace faltakt::viewmodels {

using rules::LetterPlace;

void LettersViewModel::load()
{
    m_services.workspace.read<std::vector<QueuedLetter>>(
        this, [](OpenStore &store) { return readLetterQueue(store); },
        [this](base::Result<std::vector<QueuedLetter>> queue) {
            setLoading(false);
            if (!queue)
                return noteUnread(queue.error());
            noteRead();
            show(std::move(*queue));
        });
}

void LettersViewModel::clear()
{
    show({});
    setProblem({});
    setLoading(true);
}

RecordLine LettersViewModel::lineOf(const QueuedLetter &letter) const
{
    const QString day =
        dayText(casework::swedishDate(letter.letter.since), m_services.clock.now(), languageOf(m_services.settings));
    RecordLine line;
    line.key = letter.letter.report.toString();
    line.label = personName(letter.card, m_services.settings.namesHidden());
    switch (letter.letter.place) {
    case LetterPlace::Held: line.value = tr("Begärt %1. Öppna för att se varför det väntar.").arg(day); break;
    case LetterPlace::ToAsk: line.value = tr("Rapporten kom %1").arg(day); break;
    case LetterPlace::Ready: line.value = tr("Begärt %1").arg(day); break;
    case LetterPlace::Sent: line.value = tr("Skickat %1").arg(day); break;
    }
    return line;
}

void LettersViewModel::show(std::vector<QueuedLetter> queue)
{
    m_queue = std::move(queue);
    std::map<LetterPlace, std::vector<RecordLine>> lines;
    for (const QueuedLetter &letter : m_queue)
        lines[letter.letter.place].push_back(lineOf(letter));
    m_held.setLines(std::move(lines[LetterPlace::Held]));
    m_toAsk.setLines(std::move(lines[LetterPlace::ToAsk]));
    m_ready.setLines(std::move(lines[LetterPlace::Ready]));
    m_sent.setLines(std::move(lines[LetterPlace::Sent]));
    Q_EMIT changed();
}

QString LettersViewModel::countText() const
{
    const auto waiting = std::ranges::count_if(
        m_queue, [](const QueuedLetter &letter) { return letter.letter.place != LetterPlace::Sent; });
    return waiting == 0 ? QString() : tr("%n brev väntar", "", int(waiting));
}

void LettersViewModel::open(RecordLineListModel *list, int row)
{
    const std::string key = list ? list->key(row) : std::string();
    const auto letter =
        std::ranges::find_if(m_queue, [&](const QueuedLetter &each) { return each.letter.report.toString() == key; });
    if (letter != m_queue.end())
        m_services.router.openLetter(letter->caseId, letter->letter.report);
}

} // namespace faltakt::viewmodels
