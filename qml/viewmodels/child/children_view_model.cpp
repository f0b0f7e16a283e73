#include "qml/viewmodels/child/children_view_model.h"

#include "core/casework/code_words.h"
#include "core/casework/timeline_text.h"
#include "core/rules/attempt_choices.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

ChildrenViewModel::ChildrenViewModel(AppServices &services, base::CaseId caseId)
    : m_services(services), m_caseId(caseId), m_door(services, caseId), m_undo(services)
{
    connect(&m_door, &FileDoor::covered, this, [this] {
        clear();
        setLoading(false);
    });
    connect(&m_door, &FileDoor::readingWanted, this, &ChildrenViewModel::load);
    connect(&m_answers, &ChoiceListModel::picked, this, &ChildrenViewModel::answer);
}

void ChildrenViewModel::load()
{
    m_door.read<ChildrenContent>(
        [caseId = m_caseId, logged = m_logged](OpenStore &store) { return readChildren(store, caseId, logged); },
        [this](Result<ChildrenContent> content) {
            setLoading(false);
            if (!content)
                return noteUnread(content.error());
            noteRead();
            m_content = std::move(*content);
            for (const auto &[file, card] : m_content->others)
                m_logged.insert(file);
            show();
        });
}

void ChildrenViewModel::show()
{
    if (!m_content)
        return;
    const base::Language language = languageOf(m_services.settings);
    const bool isHidden = m_services.settings.namesHidden() || m_content->card.isProtected;
    m_answers.setChoices(childrenChoices(language));
    m_answers.setChosen(std::string(rules::childrenChipCode(m_content->chip)));
    std::vector<LineListModel::Line> lines;
    for (const store::RecordView &child : m_content->children) {
        const bool isOpen = std::ranges::find(m_content->worries, child.id) != m_content->worries.end();
        LineListModel::Line line{.key = child.id.toString()};
        line.kind = isOpen ? QStringLiteral("worry") : QStringLiteral("child");
        line.text = childName(child, isHidden, language);
        line.secondary = childState(child, isOpen, language);
        if (const auto of = m_content->others.find(child.caseId); of != m_content->others.end())
            line.secondary += originText(of->second);
        lines.push_back(std::move(line));
    }
    m_children.setLines(std::move(lines));
    showSealed();
    Q_EMIT changed();
}

void ChildrenViewModel::showSealed()
{
    const base::Language language = languageOf(m_services.settings);
    std::vector<LineListModel::Line> lines;
    for (const store::RecordView &record : m_content->sealed) {
        const casework::TimelineText line = casework::timelineText(record, language);
        LineListModel::Line row{.key = record.id.toString()};
        row.text = text(line.title);
        row.secondary = text(line.status);
        lines.push_back(std::move(row));
    }
    m_sealed.setLines(std::move(lines));
}

void ChildrenViewModel::answer(const std::string &code)
{
    const QString words = text(casework::codeText("children", "answer", code, languageOf(m_services.settings)));
    m_services.workspace.write<std::vector<base::ChangeId>>(
        this, [caseId = m_caseId, code](OpenStore &store) { return saveChildrenAnswer(store, caseId, code); },
        [this, words](Result<std::vector<base::ChangeId>> saved) {
            if (!saved)
                return setProblem(errorText(saved.error()));
            m_undo.offer(tr("Sparat: %1").arg(words), std::move(*saved));
        });
}

void ChildrenViewModel::clear()
{
    m_content.reset();
    m_logged.clear();
    m_children.setLines({});
    m_sealed.setLines({});
    m_answers.setChosen({});
    m_undo.forget();
    m_door.clear();
    setProblem({});
    setLoading(true);
    Q_EMIT changed();
}

std::optional<store::RecordPlace> ChildrenViewModel::childAt(int row) const
{
    const auto &lines = m_children.lines();
    if (row < 0 || row >= int(lines.size()))
        return std::nullopt;
    const auto id = base::RecordId::parse(lines[std::size_t(row)].key);
    if (!m_content || !id)
        return std::nullopt;
    const auto child = std::ranges::find(m_content->children, *id, &store::RecordView::id);
    return child == m_content->children.end() ? std::nullopt : std::optional(store::RecordPlace{*id, child->caseId});
}

QString ChildrenViewModel::who() const
{
    return m_content ? personName(m_content->card, m_services.settings.namesHidden()) : QString();
}

QString ChildrenViewModel::emptyText() const
{
    return m_content && m_content->children.empty() ? tr("Inget barn är skrivet än. Namnet behövs inte.") : QString();
}

QString ChildrenViewModel::obstacleText() const
{
    return m_content && !m_content->obstacle.empty()
               ? text(rules::obstacleText(m_content->obstacle, languageOf(m_services.settings)))
               : QString();
}

QString ChildrenViewModel::consequences() const { return m_content ? text(m_content->consequences) : QString(); }

void ChildrenViewModel::addChild() { m_services.router.openProtection(m_caseId, "child"); }

void ChildrenViewModel::openChild(int row)
{
    if (const auto child = childAt(row))
        m_services.router.openProtection(child->caseId, "child", child->record);
}

void ChildrenViewModel::openSealed(int row)
{
    const auto &lines = m_sealed.lines();
    if (row < 0 || row >= int(lines.size()))
        return;
    if (const auto record = base::RecordId::parse(lines[std::size_t(row)].key))
        m_services.router.openRecord(m_caseId, *record);
}

void ChildrenViewModel::reportChild(int row)
{
    if (const auto child = childAt(row))
        m_services.router.openProtection(child->caseId, "concernReport", child->record);
}

void ChildrenViewModel::report() { m_services.router.openProtection(m_caseId, "concernReport"); }
void ChildrenViewModel::openFamily() { m_services.router.openProtection(m_caseId, "children"); }
void ChildrenViewModel::checkSafety() { m_services.router.openProtection(m_caseId, "safetyCheck"); }
void ChildrenViewModel::startTalk() { m_services.router.openProtection(m_caseId, "safetyTalk"); }
void ChildrenViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
