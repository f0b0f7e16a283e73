#include "qml/viewmodels/interview/result_content.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/screening/result_text.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using screening::Sex;

void ResultContent::show(ReadResult read, base::Date today, base::Language language)
{
    m_read = std::move(read);
    m_today = today;
    m_language = language;
    showZones();
    m_points.show(m_read->history.results, today, language);
    m_nextSteps.show(m_read->guidance, language);
    showAnswers();
    m_profile.show(*m_read, tag());
    Q_EMIT changed();
}

void ResultContent::clear()
{
    m_read.reset();
    m_violence = Violence::Veiled;
    m_zones.clear();
    m_otherZones.clear();
    m_points.clear();
    m_answers.clear();
    m_nextSteps.show({}, m_language);
    m_parts.clear();
    m_profile.clear();
    Q_EMIT changed();
}

void ResultContent::showAnswers()
{
    m_answers.show(*m_read, m_violence, tag());
    // A form in safe mode stands behind its own page's veil.
    const bool isSafe = m_read->result.questionnaire->head().mode == screening::InstrumentMode::Safe;
    m_parts.show(m_read->result, m_composites, isSafe ? Violence::Shown : m_violence, tag());
}

void ResultContent::revealViolence()
{
    if (!m_read)
        return;
    m_violence = Violence::Shown;
    showAnswers();
    Q_EMIT changed();
}

void ResultContent::showZones()
{
    m_zones.clear();
    m_otherZones.clear();
    const auto &result = m_read->result;
    if (!result.cutoffs || result.zones.empty())
        return;
    const auto &interpretation = *result.questionnaire->interpretation();
    const auto rowOf = [&](std::size_t i) { return result.cutoffs->row(result.zones[i].sex, result.settings.age); };
    m_zones.show(interpretation, rowOf(0), maximum());
    if (hasBothRows())
        m_otherZones.show(interpretation, rowOf(1), maximum());
}

QString ResultContent::title() const
{
    if (m_read && !m_read->result.questionnaire->isScored() && m_read->profile.empty())
        return instrumentName(*m_read->result.questionnaire, tag());
    return m_read ? tr("%1, resultat").arg(instrumentName(*m_read->result.questionnaire, tag())) : QString();
}

bool ResultContent::hasScore() const
{
    return m_read && m_read->result.questionnaire->isScored() && m_read->result.score.complete;
}

bool ResultContent::isTalk() const
{
    return m_read && m_read->result.questionnaire->head().kind != screening::InstrumentKind::Record;
}

QString ResultContent::noScoreText() const
{
    if (!m_read || m_read->result.questionnaire->isScored())
        return {};
    return isTalk() ? tr("Formuläret räknar inga poäng.")
                    : tr("Det här är en uppgift om något som är gjort. Den har inga poäng.");
}

QString ResultContent::supportText() const { return isTalk() ? tr("Stöd i samtalet, inte en diagnos") : QString(); }

QString ResultContent::earlierText() const
{
    if (!m_read || !m_read->earlierAt)
        return {};
    const base::Date day = casework::swedishDate(*m_read->earlierAt);
    return tr("Strecket visar förra gången, %1.").arg(text(base::dayWords(day, m_today, m_language)));
}

bool ResultContent::hasComposites() const
{
    return m_read
           && std::ranges::any_of(m_read->result.questionnaire->calculations(), [](const screening::Calculation &each) {
                  return each.kind == screening::ResultKind::Composite;
              });
}

void ResultContent::toggleComposites()
{
    using Composites = ResultPartListModel::Composites;
    if (!m_read)
        return;
    m_composites = showsComposites() ? Composites::Left : Composites::Shown;
    showAnswers();
    Q_EMIT changed();
}

int ResultContent::score() const { return m_read ? m_read->result.score.known : 0; }

int ResultContent::maximum() const { return m_read ? m_read->result.questionnaire->maxScore() : 0; }

bool ResultContent::hasBothRows() const { return m_read && m_read->result.zones.size() > 1; }

QString ResultContent::scoreText() const
{
    if (!m_read || !m_read->result.questionnaire->isScored())
        return {};
    const screening::Score &score = m_read->result.score;
    if (score.complete)
        return tr("%1 av %2 poäng").arg(score.known).arg(maximum());
    return tr("%1 till %2 poäng. %3").arg(score.min).arg(score.max).arg(missingText(int(score.unanswered.size())));
}

QString ResultContent::rowLabelAt(std::size_t row) const
{
    if (!m_read || row >= m_read->result.zones.size())
        return {};
    return m_read->result.zones[row].sex == Sex::Female ? tr("Kvinna") : tr("Man");
}

QString ResultContent::zoneLine(const screening::ZoneReading &reading) const
{
    const auto &zones = m_read->result.questionnaire->interpretation()->zones;
    const QString row = reading.sex == Sex::Female ? tr("kvinna") : tr("man");
    const QString from = text(zones[reading.from].workerText.in(tag()));
    const bool isNumbered = zones[reading.from].code.find_first_not_of("IVX") == std::string::npos;
    if (!reading.isCertain())
        return isNumbered
                   ? tr("Zon %1 till %2 (%3)").arg(text(zones[reading.from].code), text(zones[reading.to].code), row)
                   : tr("Två nivåer är möjliga (%1)").arg(row);
    return isNumbered ? tr("Zon %1 (%2). %3").arg(text(zones[reading.from].code), row, from)
                      : tr("%1 (gräns för %2)").arg(from, row);
}

QStringList ResultContent::zoneLines() const
{
    QStringList lines;
    if (m_read)
        for (const screening::ZoneReading &reading : m_read->result.zones)
            lines.push_back(zoneLine(reading));
    return lines;
}

QString ResultContent::meaning() const
{
    if (!m_read || m_read->result.zones.empty())
        return {};
    const auto said = screening::resultText(m_read->result, tag());
    // A certain zone says it in its own line.
    return said.zone.empty() ? text(said.worker) : QString();
}

QString ResultContent::sexNotice() const
{
    return hasBothRows() ? tr("Kön är inte angivet. Båda gränserna visas.") : QString();
}

QString ResultContent::limitsText() const
{
    if (!m_read || !m_read->result.cutoffs)
        return {};
    return tr("Gränser: %1. Källa: %2")
        .arg(text(m_read->result.cutoffs->label.in(tag())), text(m_read->result.cutoffs->source));
}

QString ResultContent::wordingNote() const
{
    return m_read ? viewmodels::wordingNote(*m_read->result.questionnaire) : QString();
}

QString ResultContent::unreadableText() const
{
    return m_read && !m_read->unreadable.empty()
               ? tr("%n svar är skrivna i en annan version av formuläret och räknas inte här. De finns kvar.", nullptr,
                    int(m_read->unreadable.size()))
               : QString();
}

bool ResultContent::isVeiled(std::string_view linkId) const
{
    const auto &form = *m_read->result.questionnaire;
    const auto question = form.findQuestion(linkId);
    return m_violence == Violence::Veiled && form.head().mode != screening::InstrumentMode::Safe && question
           && form.questions()[*question].isSafe;
}

QStringList ResultContent::flags() const
{
    QStringList lines;
    if (!m_read)
        return lines;
    for (const screening::RaisedFlag &raised : m_read->result.flags) {
        QStringList items;
        for (const std::string &item : raised.items)
            if (!isVeiled(item))
                items.push_back(text(item));
        if (items.isEmpty())
            continue;
        const auto &flag = m_read->result.questionnaire->interpretation()->flags[raised.flag];
        lines.push_back(
            tr("%1 Gäller svar %2.").arg(text(flag.workerText.in(tag())), items.join(QStringLiteral(", "))));
    }
    return lines;
}

QString ResultContent::changeText() const
{
    if (!m_read || !m_read->history.change || !m_read->history.since)
        return {};
    const QString since = text(base::monthWords(casework::swedishDate(*m_read->history.since), m_today, m_language));
    if (*m_read->history.change == 0)
        return tr("Samma poäng som i %1").arg(since);
    return tr("Sedan %1: %2").arg(since, text(screening::scoreChangeText(*m_read->history.change, tag())));
}

QString ResultContent::plotSummary() const
{
    if (!m_read)
        return {};
    return tr("%n resultat över tid. %1", nullptr, int(m_read->history.results.size())).arg(changeText());
}

QStringList ResultContent::advicePoints() const
{
    QStringList points;
    if (m_read && m_read->advice)
        for (const screening::LocalText &point : m_read->advice->points)
            points.push_back(text(point.in(tag())));
    return points;
}

QString ResultContent::adviceNote() const
{
    return m_read && m_read->advice ? text(m_read->adviceNote.in(tag())) : QString();
}

QString ResultContent::personText() const
{
    if (!m_read)
        return {};
    const QString said = text(screening::resultText(m_read->result, tag()).person);
    return said.isEmpty() && !personLines().isEmpty() ? tr("Så här har du själv beskrivit hur det är") : said;
}

QStringList ResultContent::personLines() const { return m_read ? ownRatingLines(*m_read, tag()) : QStringList(); }

std::vector<OwnRating> ResultContent::personRatings() const
{
    return m_read ? ownRatings(*m_read, tag()) : std::vector<OwnRating>();
}

QStringList ResultContent::longerForms() const
{
    QStringList names;
    if (m_read)
        for (const std::string &form : m_read->longerForms)
            names.push_back(tr("Fortsätt med %1").arg(instrumentName(form, tag())));
    return names;
}

} // namespace faltakt::viewmodels
