#include "qml/viewmodels/day/met_today_view_model.h"

#include "core/casework/case_projector.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// More people than one meets in a day, and than one looks through without a search.
constexpr std::size_t MostProposed = 60;
constexpr std::size_t ShownFirst = 8;
constexpr int MostFound = 20;

bool holds(const std::vector<store::CaseRow> &rows, base::CaseId caseId)
{
    return std::ranges::find(rows, caseId, &store::CaseRow::caseId) != rows.end();
}

/// Those dealt with lately first, then the worker's own in the order of their names, then those who were ticked before.
Result<std::vector<store::CaseRow>> proposedFor(OpenStore &store, const std::vector<base::CaseId> &ticked)
{
    TRY(const ProposedPeople lately, proposedPeople(store));
    std::vector<store::CaseRow> rows = lately.others;
    if (lately.likely)
        rows.insert(rows.begin(), *lately.likely);
    // In a closed file nothing is written; who is looked for by name is found all the same.
    std::erase_if(rows, [](const store::CaseRow &row) { return row.card.stage == "closed"; });
    TRY(const auto all, store.cases.cases());
    const std::string worker = store.cases.owner().worker.toString();
    for (const store::CaseRow &row : all) {
        const bool isMine = row.card.responsible.empty() || row.card.responsible == worker;
        const bool isTicked = std::ranges::find(ticked, row.caseId) != ticked.end();
        const bool isOpen = row.card.stage != casework::TeamStage && row.card.stage != "closed";
        if (!holds(rows, row.caseId) && (isTicked || (isOpen && isMine && rows.size() < MostProposed)))
            rows.push_back(row);
    }
    return rows;
}

} // namespace

/// What opening reads: the form to go on with, and who can be ticked.
struct MetTodayViewModel::Opened {
    base::RecordId newForm;
    std::optional<store::FormDraft> draft;
    std::vector<store::CaseRow> proposed;
    bool isRead = true; ///< False where nothing may be read any more.
};

MetTodayViewModel::MetTodayViewModel(AppServices &services)
    : m_services(services), m_keeper(services.workspace, std::string(MetForm::Name), [this] { return toJson(m_form); }),
      m_moment(services)
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(&m_ways, &ChoiceListModel::picked, this, [this](const std::string &way) {
        if (!m_isOpened)
            return;
        m_form.way = way;
        m_ways.setChosen(way);
        m_keeper.touch();
    });
    connect(&m_moment, &FormMoment::named, this, [this](std::optional<base::Instant> at) {
        m_form.at = at;
        m_keeper.touch();
        Q_EMIT changed();
    });
}

Result<MetTodayViewModel::Opened> MetTodayViewModel::open(OpenStore &store, std::optional<base::RecordId> form,
                                                          std::vector<base::CaseId> ticked, Reading reading)
{
    Opened opened;
    opened.newForm = store.ids.makeId<base::RecordId>();
    if (form) {
        TRY(opened.draft, store.cases.form(*form));
    } else {
        TRY(opened.draft, keptMetForm(store.cases));
    }
    opened.isRead = reading != Reading::Ended;
    if (!opened.isRead)
        return opened;
    if (opened.draft)
        std::ranges::copy(readMetForm(opened.draft->fields).people, std::back_inserter(ticked));
    TRY(opened.proposed, proposedFor(store, ticked));
    return opened;
}

void MetTodayViewModel::load()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_services.workspace.keep<Opened>(
        this,
        [form = m_keeper.id(), ticked = m_form.people, reading = readingNow(m_services)](OpenStore &store) {
            return open(store, form, ticked, reading);
        },
        [this, turn = m_turn](Result<Opened> opened) {
            if (turn != m_turn)
                return;
            m_isReading = false;
            setLoading(false);
            if (opened)
                show(std::move(*opened));
            else
                setProblem(errorText(opened.error()));
        });
}

void MetTodayViewModel::adopt(const Opened &opened)
{
    if (!opened.draft) {
        m_moment.begin(m_services.clock.now());
        m_keeper.adopt(opened.newForm, std::nullopt);
        return;
    }
    m_form = readMetForm(opened.draft->fields);
    m_moment.begin(opened.draft->created);
    m_keeper.adopt(opened.draft->id, std::nullopt);
}

void MetTodayViewModel::show(Opened opened)
{
    m_proposed = std::move(opened.proposed);
    if (!std::exchange(m_isOpened, true) && !m_isSaved) {
        adopt(opened);
        Q_EMIT textChanged();
    }
    // Whoever is not on the device any more cannot be written about; the others are kept.
    const auto isGone = [this](base::CaseId caseId) { return !holds(m_proposed, caseId) && !holds(m_found, caseId); };
    if (opened.isRead && !m_isSaved && std::erase_if(m_form.people, isGone) > 0) {
        m_keeper.touch();
        setProblem(tr("Någon av dem du kryssade för finns inte längre på enheten. De andra är kvar."));
    }
    showWays();
    showRows();
}

void MetTodayViewModel::showWays()
{
    const base::Language language = languageOf(m_services.settings);
    std::vector<ChoiceListModel::Choice> ways;
    for (const ChoiceListModel::Choice &way : contactWays(language))
        if (way.code == "place" || way.code == "visit")
            ways.push_back(way);
    std::ranges::sort(ways, {}, &ChoiceListModel::Choice::code);
    // Looked for and met: "sökt på plats" would say only the first.
    for (ChoiceListModel::Choice &way : ways)
        if (way.code == "place")
            way.text = tr("Ute, på plats");
    m_ways.setChoices(std::move(ways));
    m_ways.setChosen(m_form.way);
}

void MetTodayViewModel::showRows()
{
    const bool hidden = m_services.settings.namesHidden();
    const base::Date today = casework::swedishDate(m_services.clock.now());
    std::vector<MetPeopleListModel::Row> rows;
    for (const store::CaseRow &row : m_query.trimmed().isEmpty() ? m_proposed : m_found) {
        if (hasMore() && rows.size() >= ShownFirst && !m_form.has(row.caseId))
            continue;
        rows.push_back({row.caseId.toString(), row.caseId, personNameAndAge(row.card, hidden, today),
                        caseNumberText(row.card), m_form.has(row.caseId)});
    }
    m_people.setRows(std::move(rows));
    Q_EMIT changed();
}

void MetTodayViewModel::clear()
{
    m_keeper.putAway();
    m_form = {};
    m_changes.clear();
    m_isOpened = false;
    m_isReading = false;
    ++m_turn;
    setLoading(true);
    clearRead();
    Q_EMIT textChanged();
}

void MetTodayViewModel::clearRead()
{
    ++m_searches;
    m_proposed.clear();
    m_found.clear();
    m_query.clear();
    showRows();
}

void MetTodayViewModel::clearNames()
{
    m_people.setRows({});
    showRows();
}

void MetTodayViewModel::leave()
{
    if (m_isSaved)
        return;
    // Emptied by a lock and not read again yet is not empty.
    if (m_isOpened && m_form.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

bool MetTodayViewModel::hasMore() const
{
    return !m_showsAll && m_query.trimmed().isEmpty() && m_proposed.size() > ShownFirst;
}

void MetTodayViewModel::showMore()
{
    m_showsAll = true;
    showRows();
}

void MetTodayViewModel::keepTickedInSight()
{
    for (const store::CaseRow &row : m_found)
        if (m_form.has(row.caseId) && !holds(m_proposed, row.caseId))
            m_proposed.insert(m_proposed.begin(), row);
}

void MetTodayViewModel::search(const QString &query)
{
    m_query = query;
    const int search = ++m_searches;
    if (query.trimmed().isEmpty()) {
        keepTickedInSight();
        m_found.clear();
        return showRows();
    }
    m_services.workspace.read<std::vector<store::CaseRow>>(
        this, [text = query.trimmed().toStdString()](OpenStore &store) { return store.cases.search(text, MostFound); },
        [this, search](Result<std::vector<store::CaseRow>> found) {
            if (search != m_searches)
                return;
            if (!found)
                return noteUnread(found.error());
            noteRead();
            keepTickedInSight();
            m_found = std::move(*found);
            std::erase_if(m_found, [](const store::CaseRow &row) { return row.card.stage == casework::TeamStage; });
            showRows();
        });
    Q_EMIT changed();
}

void MetTodayViewModel::toggle(int index)
{
    const MetPeopleListModel::Row *row = m_people.row(index);
    if (!row || !m_isOpened || m_isSaved || m_isSaving)
        return;
    const base::CaseId caseId = row->caseId;
    if (std::erase(m_form.people, caseId) == 0)
        m_form.people.push_back(caseId);
    m_missing.clear();
    m_keeper.touch();
    showRows();
}

void MetTodayViewModel::editText(const QString &text)
{
    if (m_isOpened) {
        m_form.text = text.toStdString();
        m_keeper.touch();
    }
    Q_EMIT textChanged();
}

void MetTodayViewModel::changeWhen()
{
    m_moment.pick(m_form.at);
    Q_EMIT changed();
}

void MetTodayViewModel::save()
{
    if (m_isSaving || m_isSaved || !m_isOpened)
        return;
    m_missing = m_form.people.empty() ? tr("Kryssa för minst en person.") : QString();
    if (m_missing.isEmpty() && !m_moment.check())
        m_missing = m_moment.picker()->problem();
    Q_EMIT changed();
    if (!m_missing.isEmpty())
        return;
    m_isSaving = true;
    setProblem({});
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<std::vector<base::ChangeId>>(
        this,
        [form = m_form, begun = m_moment.begun(), draft = m_keeper.id()](OpenStore &store) {
            return saveMet(store, form, begun, draft);
        },
        [this, turn = m_turn](Result<std::vector<base::ChangeId>> saved) {
            conclude(std::move(saved), turn != m_turn);
        });
}

void MetTodayViewModel::conclude(Result<std::vector<base::ChangeId>> saved, bool isLockedSince)
{
    m_isSaving = false;
    if (saved) {
        m_isSaved = true;
        m_savedCount = int(m_form.people.size());
        // Locked meanwhile: what undo would bring back is gone from here.
        if (!isLockedSince)
            m_changes = std::move(*saved);
        m_keeper.release();
    } else {
        setProblem(errorText(saved.error()));
    }
    Q_EMIT changed();
}

void MetTodayViewModel::undo()
{
    if (m_changes.empty())
        return;
    store::FormDraft draft;
    draft.form = std::string(MetForm::Name);
    draft.fields = toJson(m_form);
    m_services.workspace.write<base::RecordId>(
        this, [changes = m_changes, draft](OpenStore &store) { return undoToForm(store, changes, draft); },
        [this, turn = m_turn](Result<base::RecordId> form) {
            if (!form)
                return setProblem(errorText(form.error()));
            m_changes.clear();
            m_isSaved = false;
            m_keeper.adopt(*form, std::nullopt);
            if (turn != m_turn)
                m_keeper.putAway();
            showRows();
            Q_EMIT textChanged();
        });
}

void MetTodayViewModel::mainAction()
{
    if (m_isSaved)
        close();
    else
        save();
}

void MetTodayViewModel::discard()
{
    if (m_isSaved || m_isSaving)
        return;
    m_keeper.drop();
    m_form = {};
    close();
}

void MetTodayViewModel::close() { m_services.router.back(); }

QString MetTodayViewModel::countText() const
{
    if (m_query.trimmed().isEmpty())
        return {};
    return m_people.count() == 0 ? tr("Ingen träff på \"%1\". Pröva ärendenummer.").arg(m_query.trimmed())
                                 : tr("%n personer", nullptr, m_people.count());
}

QString MetTodayViewModel::chosenText() const
{
    return m_form.people.empty() ? QString() : tr("%n valda", nullptr, int(m_form.people.size()));
}

QString MetTodayViewModel::saveText() const
{
    if (m_isSaving)
        return tr("Sparar …");
    return m_form.people.empty() ? tr("Spara") : tr("Spara hos %n personer", nullptr, int(m_form.people.size()));
}

QString MetTodayViewModel::savedText() const
{
    return m_isSaved ? tr("Sparat hos %n personer", nullptr, m_savedCount) : QString();
}

QString MetTodayViewModel::undoText() const
{
    return m_changes.empty() ? QString() : tr("Sparat här %1").arg(clockText(m_services.clock.now()));
}

} // namespace faltakt::viewmodels
