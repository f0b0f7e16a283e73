#include "qml/viewmodels/start/person_chooser.h"

#include "core/casework/case_projector.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

namespace {

constexpr int MostFound = 20;

} // namespace

PersonChooser::PersonChooser(AppServices &services, QObject *parent) : RowsModel(parent), m_services(services) {}

void PersonChooser::setProposed(const ProposedPeople &people)
{
    m_proposed.clear();
    if (people.likely)
        m_proposed.push_back(*people.likely);
    m_proposed.insert(m_proposed.end(), people.others.begin(), people.others.end());
    if (!isSearching())
        show(m_proposed);
}

void PersonChooser::clear()
{
    ++m_turn;
    m_query.clear();
    m_problem.clear();
    m_proposed.clear();
    show({});
    Q_EMIT queryChanged();
}

PersonChooser::Person PersonChooser::personOf(const store::CaseRow &row) const
{
    const bool hidden = m_services.settings.namesHidden();
    const base::Date today = casework::swedishDate(m_services.clock.now());
    // Two people may share a short name: age and number tell them apart.
    return {row.caseId.toString(), row.caseId, personNameAndAge(row.card, hidden, today), caseNumberText(row.card)};
}

void PersonChooser::show(const std::vector<store::CaseRow> &rows)
{
    std::vector<Person> people;
    for (const store::CaseRow &row : rows)
        people.push_back(personOf(row));
    updateRows(m_people, std::move(people));
    Q_EMIT peopleChanged();
}

void PersonChooser::search(const QString &query)
{
    m_query = query;
    m_problem.clear();
    Q_EMIT queryChanged();
    const int turn = ++m_turn;
    if (!isSearching()) {
        show(m_proposed);
        return;
    }
    m_services.workspace.read<std::vector<store::CaseRow>>(
        this, [text = query.trimmed().toStdString()](OpenStore &store) { return store.cases.search(text, MostFound); },
        [this, turn](base::Result<std::vector<store::CaseRow>> found) {
            if (turn != m_turn)
                return;
            m_problem = found ? QString() : errorText(found.error());
            auto people = found ? std::move(*found) : std::vector<store::CaseRow>();
            // The team's own case is nobody's.
            std::erase_if(people, [this](const store::CaseRow &row) {
                return row.card.stage == casework::TeamStage || (m_filter && !m_filter(row.card));
            });
            show(people);
        });
}

void PersonChooser::choose(int row)
{
    if (row >= 0 && row < count())
        Q_EMIT picked(m_people[std::size_t(row)]);
}

QString PersonChooser::countText() const
{
    if (!isSearching())
        return {};
    if (!m_problem.isEmpty())
        return m_problem;
    return count() == 0 ? tr("Ingen träff på \"%1\". Pröva ärendenummer.").arg(m_query.trimmed())
                        : tr("%n personer", "", count());
}

int PersonChooser::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant PersonChooser::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Person &person = m_people[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return person.name;
    case SecondaryRole: return person.secondary;
    default: return {};
    }
}

QHash<int, QByteArray> PersonChooser::roleNames() const { return {{NameRole, "name"}, {SecondaryRole, "secondary"}}; }

} // namespace faltakt::viewmodels
