#include "qml/viewmodels/interview/area_page.h"

#include <algorithm>

namespace faltakt::viewmodels {

using screening::InterviewSession;

namespace {

/// Fewer areas than these are asked one question at a time, on a tablet too.
constexpr std::size_t FewestAreas = 4;

} // namespace

void AreaPage::show(const InterviewSession &session, const InterviewSitting &sitting, const std::string &language)
{
    const auto &form = session.answers().questionnaire();
    m_language = language;
    // The interviewer's own, and those of a row, are asked one at a time.
    const screening::Question *current = session.current();
    const bool isApart = current && (current->isInterviewers || current->repeat);
    m_hasAreas = !isApart
                 && std::ranges::any_of(form.nodes(), [](const screening::Node &node) { return !node.area.empty(); })
                 && areasOf(form).size() >= FewestAreas;
    m_hasSafe = std::ranges::any_of(form.questions(), [&](const screening::Question &question) {
        return question.isSafe && areaOf(form, question.node) == m_area;
    });
    // A page that nobody sees is not made: on a phone it would cost more than the question that is shown.
    if (isShown()) {
        if (m_items.rowCount() == 0)
            m_shownItems.restart();
        m_areas.show(session, m_area, language);
        m_items.show(
            session, m_area, [&sitting](const std::string &key) { return sitting.typed(key); }, language);
    }
    Q_EMIT changed();
}

void AreaPage::clear()
{
    m_areas.clear();
    m_items.clear();
    m_hasSafe = false;
    Q_EMIT changed();
}

void AreaPage::goTo(const InterviewSession &session, const std::string &key)
{
    const auto &form = session.answers().questionnaire();
    const auto place = session.answers().findPlace(key);
    if (place && !form.questions()[place->question].isInterviewers)
        beginArea(areaOf(form, form.questions()[place->question].node));
}

void AreaPage::beginArea(int area)
{
    if (std::exchange(m_area, area) != area)
        m_shownItems.restart();
}

void AreaPage::setProblem(const std::string &key, const QString &problem) { m_items.setProblem(key, problem); }

QString AreaPage::title() const { return m_areas.titleAt(m_area); }

QString AreaPage::progressText() const { return m_areas.progressAt(m_area); }

QString AreaPage::nextText() const { return isLast() ? tr("Avsluta samtalet") : m_areas.titleAt(m_area + 1); }

void AreaPage::setWide(bool wide)
{
    if (std::exchange(m_isWide, wide) == wide)
        return;
    Q_EMIT wideChanged();
    Q_EMIT changed();
}

void AreaPage::openArea(int area)
{
    if (area < 0 || area >= m_areas.rowCount() || area == m_area)
        return;
    beginArea(area);
    ++m_turn;
    Q_EMIT areaWanted();
}

void AreaPage::next()
{
    if (isLast())
        Q_EMIT overWanted();
    else
        openArea(m_area + 1);
}

void AreaPage::edit(int row, const QString &text)
{
    if (m_items.typedAt(row) == text)
        return;
    m_items.setTyped(row, text);
    Q_EMIT edited(m_items.keyAt(row), text);
}

} // namespace faltakt::viewmodels
