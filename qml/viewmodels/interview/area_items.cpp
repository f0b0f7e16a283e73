#include "qml/viewmodels/interview/area_items.h"

#include "qml/viewmodels/interview/question_input.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/interview/row_stops.h"

#include <algorithm>

namespace faltakt::viewmodels {

using screening::Answer;
using screening::InterviewSession;
using screening::Node;
using screening::Place;
using screening::Question;
using screening::Questionnaire;

namespace {

bool hasQuestion(const Questionnaire &form, const FormArea &area)
{
    return std::ranges::any_of(form.questions(), [&](const Question &question) {
        return !question.isInterviewers && area.holds(question.node);
    });
}

/// The titles between the area and the question.
QString headingOf(const Questionnaire &form, std::size_t node, const std::string &language)
{
    QStringList titles;
    for (auto parent = form.nodes()[node].parent; parent && form.nodes()[*parent].parent;
         parent = form.nodes()[*parent].parent)
        if (const QString title = QString::fromStdString(form.nodes()[*parent].text.in(language)); !title.isEmpty())
            titles.prepend(title);
    return titles.join(QStringLiteral(", "));
}

QString introOf(const InterviewSession &session, std::size_t node, std::optional<std::size_t> row,
                const std::string &language)
{
    QStringList lines;
    const auto &nodes = session.answers().questionnaire().nodes();
    const auto &open = session.openItems();
    for (std::size_t i = node; i > 0 && nodes[i - 1].kind != Node::Kind::Question; --i) {
        const bool isOpen = nodes[i - 1].repeat && row ? open.isNodeOpen(i - 1, *row) : open.isNodeOpen(i - 1);
        if (nodes[i - 1].kind == Node::Kind::Display && isOpen)
            lines.prepend(QString::fromStdString(nodes[i - 1].text.in(language)));
    }
    return lines.join(u'\n');
}

} // namespace

std::vector<FormArea> areasOf(const Questionnaire &form)
{
    std::vector<FormArea> all;
    const auto &nodes = form.nodes();
    for (std::size_t i = 0; i < nodes.size(); i = std::max(nodes[i].end, i + 1)) {
        const std::size_t end = std::max(nodes[i].end, i + 1);
        const Node *group = nodes[i].kind == Node::Kind::Group ? &nodes[i] : nullptr;
        if (!group && !all.empty() && !all.back().group)
            all.back().end = end;
        else
            all.push_back({i, end, group});
    }
    std::erase_if(all, [&](const FormArea &area) { return !hasQuestion(form, area); });
    return all;
}

int areaOf(const Questionnaire &form, std::size_t node)
{
    const auto areas = areasOf(form);
    const auto found = std::ranges::find_if(areas, [&](const FormArea &area) { return area.holds(node); });
    return found == areas.end() ? 0 : int(found - areas.begin());
}

int AreaListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant AreaListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case TitleRole: return row.title;
    case ProgressRole: return progressAt(index.row());
    case CurrentRole: return row.isCurrent;
    case DoneRole: return row.done == row.open;
    default: return {};
    }
}

QHash<int, QByteArray> AreaListModel::roleNames() const
{
    return {{TitleRole, "title"}, {ProgressRole, "progress"}, {CurrentRole, "current"}, {DoneRole, "done"}};
}

void AreaListModel::show(const InterviewSession &session, int current, const std::string &language)
{
    const auto &answers = session.answers();
    const auto &form = answers.questionnaire();
    const auto areas = areasOf(form);
    std::vector<Row> rows;
    rows.reserve(areas.size());
    for (const FormArea &area : areas)
        rows.push_back({std::to_string(area.first),
                        area.group ? QString::fromStdString(area.group->text.in(language)) : tr("Allmänt"), 0, 0,
                        int(rows.size()) == current});
    for (const Place &place : answers.places()) {
        const Question &question = form.questions()[place.question];
        const auto area = std::ranges::find_if(areas, [&](const FormArea &each) { return each.holds(question.node); });
        if (question.isInterviewers || area == areas.end() || !session.openItems().isOpen(place))
            continue;
        Row &row = rows[std::size_t(area - areas.begin())];
        ++row.open;
        row.done += answers.at(place) ? 1 : 0;
    }
    updateRows(m_rows, std::move(rows));
}

QString AreaListModel::titleAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].title : QString();
}

QString AreaListModel::progressAt(int row) const
{
    if (row < 0 || row >= int(m_rows.size()))
        return {};
    const Row &area = m_rows[std::size_t(row)];
    return tr("%1 av %2 svar").arg(area.done).arg(area.open);
}

int AreaItemListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant AreaItemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case HeadingRole: return row.heading;
    case IntroRole: return row.intro;
    case QuestionRole: return row.question;
    case HintRole: return row.hint;
    case WayRole: return row.way;
    case OptionsRole: return row.options;
    case ChosenRole: return row.chosen;
    case HasFieldRole: return row.hasField;
    case TypedRole: return row.typed;
    case LabelRole: return row.label;
    case HelpRole: return row.help;
    case UnitRole: return row.unit;
    case ProblemRole: return row.problem;
    case RefusedRole: return row.state == int(Answer::Kind::Refused);
    case UnknownRole: return row.state == int(Answer::Kind::Unknown);
    case NotRelevantRole: return row.state == int(Answer::Kind::NotRelevant);
    case TakesNotRelevantRole: return row.takesNotRelevant;
    case IsRowsRole: return row.repeat >= 0;
    default: return {};
    }
}

QHash<int, QByteArray> AreaItemListModel::roleNames() const
{
    return {{HeadingRole, "heading"},
            {IntroRole, "intro"},
            {QuestionRole, "question"},
            {HintRole, "hint"},
            {WayRole, "way"},
            {OptionsRole, "options"},
            {ChosenRole, "chosen"},
            {HasFieldRole, "hasField"},
            {TypedRole, "typed"},
            {LabelRole, "fieldLabel"},
            {HelpRole, "help"},
            {UnitRole, "unit"},
            {ProblemRole, "problem"},
            {RefusedRole, "refused"},
            {UnknownRole, "unknown"},
            {NotRelevantRole, "notRelevant"},
            {TakesNotRelevantRole, "takesNotRelevant"},
            {IsRowsRole, "isRows"}};
}

AreaItemListModel::Row AreaItemListModel::rowOf(const InterviewSession &session, const Place &place, const Typed &typed,
                                                const std::string &language) const
{
    const auto &answers = session.answers();
    const Question &question = answers.questionnaire().questions()[place.question];
    const auto &answer = answers.at(place);
    Row row;
    row.key = answers.key(place);
    row.intro = introOf(session, question.node, place.row, language);
    row.question = QString::fromStdString(question.text.in(language));
    row.hint = question.hint ? QString::fromStdString(question.hint->in(language)) : QString();
    QuestionInput input;
    const auto half = typed(row.key);
    input.show(&question, half ? *half : typedText(answer, language), true, language);
    row.way = int(input.way());
    row.options = optionTexts(question, language);
    if (answer)
        for (const std::size_t chosen : chosenRows(question, *answer))
            row.chosen += QStringLiteral(",%1,").arg(chosen);
    row.hasField = input.hasField();
    row.typed = input.typed();
    row.label = input.label();
    row.help = input.help();
    row.unit = input.unit();
    row.state = answer && !answer->hasValue() ? int(answer->kind()) : 0;
    row.takesNotRelevant = question.takesNotRelevant;
    return row;
}

void AreaItemListModel::show(const InterviewSession &session, int area, const Typed &typed, const std::string &language)
{
    const auto &answers = session.answers();
    const auto &form = answers.questionnaire();
    const auto areas = areasOf(form);
    const FormArea shown = area >= 0 && area < int(areas.size()) ? areas[std::size_t(area)] : FormArea();
    std::vector<std::pair<std::size_t, Row>> rows; // By node.
    for (const Place &place : answers.places()) {
        const Question &question = form.questions()[place.question];
        if (question.isInterviewers || question.repeat || !shown.holds(question.node)
            || !session.openItems().isOpen(place))
            continue;
        rows.emplace_back(question.node, rowOf(session, place, typed, language));
    }
    for (std::size_t i = 0; i < form.repeats().size(); ++i) {
        const std::size_t node = form.repeats()[i].node;
        if (!shown.holds(node) || !session.openItems().isNodeOpen(node))
            continue;
        Row row;
        row.key = groupKey(session, i);
        row.question = QString::fromStdString(form.nodes()[node].text.in(language));
        row.hint = tr("%n rader", nullptr, int(answers.rowCount(i)));
        row.repeat = int(i);
        rows.emplace_back(node, std::move(row));
    }
    std::ranges::sort(rows, {}, &std::pair<std::size_t, Row>::first);
    std::vector<Row> next;
    next.reserve(rows.size());
    QString heading;
    for (auto &[node, row] : rows) {
        const QString title = headingOf(form, node, language);
        if (std::exchange(heading, title) != title)
            row.heading = title;
        const auto before = std::ranges::find(m_rows, row.key, &Row::key);
        if (before != m_rows.end() && before->typed == row.typed)
            row.problem = before->problem;
        next.push_back(std::move(row));
    }
    updateRows(m_rows, std::move(next));
}

void AreaItemListModel::setTyped(int row, const QString &text)
{
    if (row < 0 || row >= int(m_rows.size()))
        return;
    Row &item = m_rows[std::size_t(row)];
    item.typed = text;
    item.problem.clear();
    Q_EMIT dataChanged(index(row), index(row), {TypedRole, ProblemRole});
}

void AreaItemListModel::setProblem(const std::string &key, const QString &problem)
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    if (found == m_rows.end() || found->problem == problem)
        return;
    found->problem = problem;
    const int row = int(found - m_rows.begin());
    Q_EMIT dataChanged(index(row), index(row), {ProblemRole});
}

std::string AreaItemListModel::keyAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].key : std::string();
}

QString AreaItemListModel::typedAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].typed : QString();
}

int AreaItemListModel::repeatAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].repeat : -1;
}

} // namespace faltakt::viewmodels
