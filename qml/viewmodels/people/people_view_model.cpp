#include "qml/viewmodels/people/people_view_model.h"

#include "core/casework/code_words.h"
#include "core/casework/record_codes.h"
#include "core/rules/agenda.h"
#include "core/rules/agenda_order.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <map>
#include <set>

namespace faltakt::viewmodels {

using base::Result;
using People = std::vector<PersonRow>;

namespace {

/// More hits than anybody reads; the worker types on.
constexpr int MostHits = 500;

Result<People> readPeople(OpenStore &store)
{
    TRY(auto cases, store.cases.cases());
    TRY(auto agenda, store.cases.agenda());
    const casework::FileLinks links(cases);
    const base::Instant now = store.clock.now();
    // The earliest, as it stands first on the person's own page.
    using Order = std::pair<base::Instant, rules::AgendaPlace>;
    std::map<base::CaseId, std::pair<Order, store::AgendaEntry>> next;
    const base::WorkerId self = store.cases.owner().worker;
    for (store::AgendaRow &row : agenda) {
        if (rules::isOthersRow(row.entry, self))
            continue;
        Order order{row.entry.due.value_or(base::Instant::max()), rules::placeOf(row.entry, now)};
        // What is to be done in a file that is shown with another one is done there.
        const base::CaseId shown = links.mainOf(row.caseId);
        const auto found = next.find(shown);
        if (found == next.end() || order < found->second.first)
            next.insert_or_assign(shown, std::pair(std::move(order), std::move(row.entry)));
    }
    People people;
    people.reserve(cases.size());
    const std::string worker = self.toString();
    for (store::CaseRow &row : cases) {
        if (links.isTied(row.caseId))
            continue;
        const auto step = next.find(row.caseId);
        const bool isMine = row.card.responsible.empty() || row.card.responsible == worker;
        people.push_back({row.caseId.toString(), row.caseId, std::move(row.card),
                          step == next.end() ? std::nullopt : std::optional(std::move(step->second.second)), isMine});
    }
    return people;
}

/// Whoever is found by what stands in a file that is shown with another one is found there.
Result<std::vector<base::CaseId>> searchPeople(OpenStore &store, const std::string &words)
{
    TRY(const auto found, store.cases.search(words, MostHits));
    TRY(const auto links, readFileLinks(store.cases));
    std::vector<base::CaseId> hits;
    for (const store::CaseRow &row : found)
        hits.push_back(links.mainOf(row.caseId));
    return hits;
}

} // namespace

PeopleViewModel::PeopleViewModel(AppServices &services) : m_services(services), m_strip(services) {}

void PeopleViewModel::load()
{
    m_services.workspace.read<People>(this, readPeople, [this](Result<People> people) {
        setLoading(false);
        if (!people)
            return noteUnread(people.error());
        noteRead();
        m_people = std::move(*people);
        show();
    });
    if (!m_query.isEmpty())
        search(m_query);
}

void PeopleViewModel::clear()
{
    setLoading(true);
    setProblem({});
    m_people.clear();
    m_hits.reset();
    ++m_searches;
    show();
}

void PeopleViewModel::forgetChoices()
{
    m_query.clear();
    m_filter = Filter::All;
    m_order = Order::Name;
    Q_EMIT changed();
}

void PeopleViewModel::search(const QString &query)
{
    m_query = query;
    const int search = ++m_searches;
    if (query.trimmed().isEmpty()) {
        m_hits.reset();
        return show();
    }
    m_services.workspace.read<std::vector<base::CaseId>>(
        this, [text = query.toStdString()](OpenStore &store) { return searchPeople(store, text); },
        [this, search](Result<std::vector<base::CaseId>> hits) {
            if (search != m_searches)
                return;
            if (!hits)
                return setProblem(errorText(hits.error()));
            m_hits = std::move(*hits);
            show();
        });
    Q_EMIT changed();
}

bool PeopleViewModel::isWanted(const PersonRow &row, base::Instant now) const
{
    if (m_whose == Whose::Mine && !row.isMine)
        return false;
    if (m_filter >= Filter::FirstStage)
        return row.card.stage == casework::codes::Stage[std::size_t(m_filter - Filter::FirstStage)];
    if (m_filter == Filter::All)
        return true;
    if (!row.next)
        return false;
    return m_filter == Filter::WithSteps || rules::urgencyOf(row.next->due, now) <= rules::Urgency::Today;
}

void PeopleViewModel::show()
{
    const base::Instant now = m_services.clock.now();
    std::set<base::CaseId> hits;
    if (m_hits)
        hits.insert(m_hits->begin(), m_hits->end());
    People shown;
    for (const PersonRow &row : m_people)
        // A search looks among everybody: whoever types a name wants that person, whatever else is chosen.
        if (m_hits ? hits.contains(row.caseId) : isWanted(row, now))
            shown.push_back(row);
    // Hidden names are not what the order shows.
    if (m_order == Order::Name && m_services.settings.namesHidden())
        std::ranges::stable_sort(shown, {}, [](const PersonRow &row) { return row.card.caseNumber; });
    if (m_order == Order::Next) {
        const auto dueOf = [](const PersonRow &row) {
            return row.next && row.next->due ? *row.next->due : base::Instant::max();
        };
        std::ranges::stable_sort(shown, {}, dueOf);
    }
    m_rows.setRows(std::move(shown), {languageOf(m_services.settings), m_services.settings.namesHidden(), now});
    Q_EMIT changed();
}

QString PeopleViewModel::countText() const
{
    if (isLoading())
        return {};
    const int count = m_rows.rowCount();
    return m_hits ? tr("%n träffar", nullptr, count) : tr("%n personer", nullptr, count);
}

QString PeopleViewModel::emptyText() const
{
    if (isLoading() || m_rows.rowCount() > 0)
        return {};
    if (m_people.empty())
        return tr("Inga personer här än. De kommer efter första synken.");
    if (m_hits)
        return tr("Ingen träff på ”%1”. Pröva ärendenummer.").arg(m_query.trimmed());
    if (m_filter == Filter::DueToday)
        return tr("Ingen har något som ska göras i dag.");
    if (m_filter == Filter::WithSteps)
        return tr("Ingen har något som ska göras.");
    return m_filter == Filter::All ? tr("Du är inte ansvarig för någon här. Välj Alla för att se de andra.")
                                   : tr("Ingen är där just nu.");
}

QStringList PeopleViewModel::whoseNames() const { return {tr("Mina"), tr("Alla")}; }

QStringList PeopleViewModel::filterNames() const
{
    QStringList names{tr("Alla"), tr("Med något att göra"), tr("Försenat och i dag")};
    for (const std::string_view stage : casework::codes::Stage)
        names += text(casework::codeText("case", "stage", stage, languageOf(m_services.settings)));
    return names;
}

void PeopleViewModel::chooseWhose(int index)
{
    m_whose = Whose(index);
    show();
}

QStringList PeopleViewModel::orderNames() const { return {tr("Namn"), tr("Nästa steg")}; }

void PeopleViewModel::chooseFilter(int index)
{
    m_filter = std::clamp(index, 0, int(Filter::FirstStage + casework::codes::Stage.size()) - 1);
    show();
}

void PeopleViewModel::chooseOrder(int index)
{
    m_order = Order(index);
    show();
}

void PeopleViewModel::open(int index)
{
    if (const PersonRow *row = m_rows.row(index))
        m_services.router.openPerson(row->caseId);
}

void PeopleViewModel::openNewPerson() { m_services.router.openNewPerson({}); }

} // namespace faltakt::viewmodels
