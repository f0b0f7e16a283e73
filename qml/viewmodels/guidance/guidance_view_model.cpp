#include "qml/viewmodels/guidance/guidance_view_model.h"

#include "qml/viewmodels/guidance/municipal_guidance.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace {

LineListModel::Line cardLine(const rules::GuidanceCard &card, base::Language language)
{
    LineListModel::Line line{.key = card.id, .kind = QStringLiteral("card"), .text = text(card.title)};
    line.secondary = text(card.source);
    line.tone = sourceTone(card.kind);
    if (card.priority)
        line.chip = text(rules::priorityText(*card.priority, language));
    return line;
}

} // namespace

QString sourceTone(rules::SourceKind kind)
{
    const std::string_view name = rules::sourceKindName(kind);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

GuidanceViewModel::GuidanceViewModel(AppServices &services) : m_services(services) {}

QString GuidanceViewModel::countText() const
{
    return m_query.trimmed().isEmpty() ? QString() : tr("%n kort", "", m_found);
}

QString GuidanceViewModel::emptyText() const
{
    return m_found > 0 ? QString() : tr("Inget kort med de orden. Pröva ett kortare ord.");
}

void GuidanceViewModel::load()
{
    m_visit.reset();
    read();
    setLoading(false);
}

// The cards are the same for everybody; what was searched for is forgotten with the rest.
void GuidanceViewModel::clear()
{
    m_query.clear();
    m_visit.reset();
    setLoading(true);
    Q_EMIT cardsChanged();
}

void GuidanceViewModel::search(const QString &query)
{
    m_query = query;
    read();
}

base::Result<GuidanceViewModel::Visit> GuidanceViewModel::visit() const
{
    TRY(auto catalogue, municipalGuidance(m_services));
    TRY(auto profile, m_services.workspace.profile());
    return Visit{std::move(catalogue), std::move(profile)};
}

void GuidanceViewModel::read()
{
    if (!m_visit) {
        auto read = visit();
        if (!read)
            return setProblem(errorText(read.error()));
        m_visit = std::move(*read);
    }
    const base::Language language = languageOf(m_services.settings);
    const QString wanted = m_query.trimmed();
    const auto cards = m_visit->catalogue.search(wanted.toStdString(), m_visit->profile, language);
    std::vector<LineListModel::Line> lines;
    std::string area;
    for (const rules::GuidanceCard &card : cards) {
        // A search puts the best first, whatever its area.
        if (wanted.isEmpty() && card.area != area) {
            area = card.area;
            lines.push_back({.key = "area " + card.area, .kind = QStringLiteral("area"), .text = text(card.areaName)});
        }
        lines.push_back(cardLine(card, language));
    }
    m_found = int(cards.size());
    m_cards.setLines(std::move(lines));
    Q_EMIT cardsChanged();
}

void GuidanceViewModel::openCard(const QString &card) { m_services.router.openGuidanceCard(card); }

void GuidanceViewModel::openEmergency() { m_services.router.openEmergency(); }

void GuidanceViewModel::openHandbook() { m_services.router.openHelp(QStringLiteral("index")); }

void GuidanceViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

} // namespace faltakt::viewmodels
