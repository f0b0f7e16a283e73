// What the result page says: the getters of ResultViewModel that only read.
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

QString ResultViewModel::subtitle() const
{
    const auto &card = shown() ? shown()->card : m_person;
    return card ? personName(*card, m_services.settings.namesHidden()) : QString();
}

bool ResultViewModel::isSigned() const { return shown() && shown()->isSigned; }

bool ResultViewModel::isDeclined() const { return shown() && shown()->status == "declined"; }

bool ResultViewModel::isSafe() const
{
    return shown() && shown()->result.questionnaire->head().mode == screening::InstrumentMode::Safe;
}

bool ResultViewModel::canChange() const { return shown() && !shown()->isSigned && !isDeclined(); }

bool ResultViewModel::canSign() const
{
    return shown() && !shown()->isSigned && shown()->status != "inProgress" && m_talk.isReliable();
}

QString ResultViewModel::stateText() const
{
    if (isSigned())
        return tr("Signerad och låst");
    if (isDeclined())
        return tr("Personen avstod");
    return shown() && shown()->status == "inProgress" ? tr("Frågor återstår") : QString();
}

QStringList ResultViewModel::sexNames() const { return {tr("Kvinna"), tr("Man"), tr("Båda")}; }

int ResultViewModel::sexIndex() const
{
    if (!shown())
        return -1;
    const auto &sex = shown()->result.settings.sex;
    return !sex ? 2 : *sex == screening::Sex::Female ? 0 : 1;
}

QStringList ResultViewModel::adviceLevels() const
{
    QStringList names;
    const std::string tag(base::languageTag(languageOf(m_services.settings)));
    if (shown() && shown()->advice)
        for (const screening::AdviceLevel &level : shown()->adviceLevels)
            names.push_back(
                tr("%1, %2 till %3 min").arg(text(level.name.in(tag))).arg(level.fromMinutes).arg(level.toMinutes));
    return names;
}

int ResultViewModel::proposedLevel() const
{
    if (!shown() || !shown()->advice)
        return -1;
    const auto &levels = shown()->adviceLevels;
    const auto place = std::ranges::find(levels, shown()->advice->level, &screening::AdviceLevel::code);
    return place == levels.end() ? -1 : int(place - levels.begin());
}

QString ResultViewModel::adviceSaved() const
{
    if (!m_advice || !shown())
        return {};
    const std::string tag(base::languageTag(languageOf(m_services.settings)));
    const auto level = std::ranges::find(shown()->adviceLevels, m_advice->level, &screening::AdviceLevel::code);
    const QString name = level == shown()->adviceLevels.end() ? text(m_advice->level) : text(level->name.in(tag));
    return tr("Sparat: %1, %2 min").arg(name).arg(m_advice->minutes);
}

QStringList ResultViewModel::minuteNames() const
{
    QStringList names;
    for (const int minutes : AdviceMinutes)
        names.push_back(tr("%1 min").arg(minutes));
    return names;
}

int ResultViewModel::minuteIndex() const
{
    if (!m_advice)
        return -1;
    const auto place = std::ranges::find(AdviceMinutes, m_advice->minutes);
    return place == AdviceMinutes.end() ? -1 : int(place - AdviceMinutes.begin());
}

} // namespace faltakt::viewmodels
