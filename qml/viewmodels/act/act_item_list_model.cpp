#include "qml/viewmodels/act/act_item_list_model.h"

#include "qml/viewmodels/interview/question_input.h"
#include "qml/viewmodels/interview/question_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace faltakt::viewmodels {

using screening::InterviewSession;
using screening::Node;
using screening::Place;

namespace {

/// Where an insats is applied for, planned, or changed: the text for which what the municipality offers is proposed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> InsatsTexts{
    {{"application", "what"}, {"plan", "how"}, {"sip", "help"}, {"follow-up", "reason"}, {"insats", "what"}}};

bool proposesInsatser(std::string_view form, std::string_view linkId)
{
    return std::ranges::find(InsatsTexts, std::pair(form, linkId)) != InsatsTexts.end();
}

} // namespace

/// Walks through the form once.
class ActItemListModel::Maker {
public:
    Maker(const InterviewSession &session, const Typed &typed, const QStringList &insatser, const std::string &language)
        : m_session(session), m_typed(typed), m_insatser(insatser), m_language(language)
    {
    }

    std::vector<Row> make()
    {
        const auto &nodes = m_session.answers().questionnaire().nodes();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Node &node = nodes[i];
            if (node.kind == Node::Kind::Group && node.repeat) {
                if (m_session.openItems().isNodeOpen(i))
                    addRepeat(*node.repeat);
                i = node.end - 1;
            } else if (m_session.openItems().isNodeOpen(i)) {
                addNode(node);
            }
        }
        return std::move(m_rows);
    }

private:
    QString in(const screening::LocalText &text) const { return QString::fromStdString(text.in(m_language)); }

    void addNode(const Node &node)
    {
        if (node.kind == Node::Kind::Group)
            m_heading = in(node.text);
        else if (node.kind == Node::Kind::Display)
            m_rows.push_back({.key = "text " + node.linkId, .kind = Text, .question = in(node.text)});
        else
            addQuestion({*node.question, std::nullopt});
    }

    void addQuestion(const Place &place)
    {
        const auto &answers = m_session.answers();
        const screening::Question &question = answers.questionnaire().questions()[place.question];
        const auto &answer = answers.at(place);
        Row row{.key = answers.key(place), .kind = Question, .heading = std::exchange(m_heading, QString())};
        row.canRemove = std::exchange(m_beginsRow, false);
        row.question = in(question.text);
        row.hint = question.hint ? in(*question.hint) : QString();
        const auto half = m_typed.find(row.key);
        QuestionInput input;
        input.show(&question,
                   half == m_typed.end() ? typedText(answer, m_language) : QString::fromStdString(half->second), false,
                   m_language);
        row.way = int(input.way());
        row.options = optionTexts(question, m_language);
        // That none of several was chosen is said by leaving them: a form is no interview.
        if (question.type == screening::QuestionType::Choices)
            row.options.removeLast();
        if (answer)
            for (const std::size_t chosen : chosenRows(question, *answer))
                row.chosen += QStringLiteral(",%1,").arg(chosen);
        row.hasField = input.hasField();
        row.typed = input.typed();
        row.help = question.date.isEmpty() ? input.help() : tr("År-månad-dag");
        row.isNeeded = question.isNeeded;
        if (proposesInsatser(answers.questionnaire().id(), question.linkId))
            row.insatser = m_insatser;
        m_rows.push_back(std::move(row));
    }

    void addRepeat(std::size_t repeat)
    {
        const auto &answers = m_session.answers();
        const screening::RepeatingGroup &group = answers.questionnaire().repeats()[repeat];
        const Node &node = answers.questionnaire().nodes()[group.node];
        for (std::size_t i = 0; i < answers.rowCount(repeat); ++i) {
            m_heading = QStringLiteral("%1 %2").arg(in(node.text)).arg(i + 1);
            m_beginsRow = true;
            for (std::size_t k = group.firstQuestion; k < group.firstQuestion + group.questionCount; ++k)
                if (const Place place{k, i}; m_session.openItems().isOpen(place))
                    addQuestion(place);
        }
        if (answers.rowCount(repeat) < group.maxOccurs)
            m_rows.push_back({.key = "add " + node.linkId, .kind = Add, .question = in(node.text)});
        m_heading.clear();
        m_beginsRow = false;
    }

    const InterviewSession &m_session;
    const Typed &m_typed;
    const QStringList &m_insatser;
    const std::string &m_language;
    std::vector<Row> m_rows;
    QString m_heading;
    bool m_beginsRow = false;
};

int ActItemListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ActItemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case KindRole: return row.kind;
    case HeadingRole: return row.heading;
    case CanRemoveRole: return row.canRemove;
    case QuestionRole: return row.question;
    case HintRole: return row.hint;
    case WayRole: return row.way;
    case OptionsRole: return row.options;
    case ChosenRole: return row.chosen;
    case HasFieldRole: return row.hasField;
    case TypedRole: return row.typed;
    case HelpRole: return row.help;
    case ProblemRole: return row.problem;
    case NeededRole: return row.isNeeded;
    case InsatserRole: return row.insatser;
    default: return {};
    }
}

QHash<int, QByteArray> ActItemListModel::roleNames() const
{
    return {{KindRole, "kind"},         {HeadingRole, "heading"},  {CanRemoveRole, "canRemove"},
            {QuestionRole, "question"}, {HintRole, "hint"},        {WayRole, "way"},
            {OptionsRole, "options"},   {ChosenRole, "chosen"},    {HasFieldRole, "hasField"},
            {TypedRole, "typed"},       {HelpRole, "help"},        {ProblemRole, "problem"},
            {NeededRole, "needed"},     {InsatserRole, "insatser"}};
}

void ActItemListModel::show(const InterviewSession &session, const Typed &typed, const QStringList &insatser,
                            const std::string &language)
{
    std::vector<Row> next = Maker(session, typed, insatser, language).make();
    for (Row &row : next) {
        const auto before = std::ranges::find(m_rows, row.key, &Row::key);
        if (before != m_rows.end() && before->typed == row.typed && before->chosen == row.chosen)
            row.problem = before->problem;
    }
    updateRows(m_rows, std::move(next));
}

void ActItemListModel::setTyped(int row, const QString &text)
{
    if (row < 0 || row >= int(m_rows.size()))
        return;
    m_rows[std::size_t(row)].typed = text;
    m_rows[std::size_t(row)].problem.clear();
    Q_EMIT dataChanged(index(row), index(row), {TypedRole, ProblemRole});
}

void ActItemListModel::setProblem(const std::string &key, const QString &problem)
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    if (found == m_rows.end() || found->problem == problem)
        return;
    found->problem = problem;
    const int row = int(found - m_rows.begin());
    Q_EMIT dataChanged(index(row), index(row), {ProblemRole});
}

std::string ActItemListModel::keyAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].key : std::string();
}

QString ActItemListModel::typedAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].typed : QString();
}

QStringList ActItemListModel::insatserAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].insatser : QStringList();
}

int ActItemListModel::firstProblem() const
{
    const auto found = std::ranges::find_if(m_rows, [](const Row &row) { return !row.problem.isEmpty(); });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

} // namespace faltakt::viewmodels
