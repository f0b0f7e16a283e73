#include "qml/viewmodels/people/result_series_list_model.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/casework/timeline_text.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/language.h"

#include <map>
#include <tuple>

namespace faltakt::viewmodels {

using base::Result;

Result<std::vector<ReadSeries>> readSeriesOf(OpenStore &store, const std::vector<base::CaseId> &files,
                                             base::Language language)
{
    TRY(const auto assessments, recordsOfFiles(store.cases, files, "assessment"));
    using Newest = std::tuple<base::Instant, base::RecordId, base::CaseId>;
    std::map<std::string, Newest> latest;
    for (const store::RecordView &each : assessments) {
        const auto at = each.instant("completedAt");
        if (each.text("status") != "completed" || !at)
            continue;
        auto &found = latest[each.text("instrument")];
        found = std::max(found, Newest(*at, each.id, each.caseId));
    }
    const base::Date today = casework::swedishDate(store.clock.now());
    std::vector<std::pair<base::Instant, ReadSeries>> dated;
    for (const auto &[instrument, newest] : latest) {
        const auto &[at, record, caseId] = newest;
        auto result = readResult(store, record, language, files);
        // What was said in a talk about safety stands behind its own entry, and nowhere beside other results.
        if (!result || result->result.questionnaire->head().mode == screening::InstrumentMode::Safe)
            continue;
        QString when = text(base::dayWords(casework::swedishDate(at), today, language));
        if (caseId != files.front() && result->card)
            when += originText(*result->card);
        dated.emplace_back(at, ReadSeries{instrument, {record, caseId}, when, std::move(*result)});
    }
    std::ranges::sort(dated, std::ranges::greater(), &std::pair<base::Instant, ReadSeries>::first);
    std::vector<ReadSeries> series;
    for (auto &[at, each] : dated)
        series.push_back(std::move(each));
    return series;
}

int ResultSeriesListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ResultSeriesListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case ContentRole: return QVariant::fromValue(row.content.get());
    case TitleRole: return text(casework::instrumentName(row.key));
    case WhenRole: return row.when;
    default: return {};
    }
}

QHash<int, QByteArray> ResultSeriesListModel::roleNames() const
{
    return {{ContentRole, "result"}, {TitleRole, "title"}, {WhenRole, "when"}};
}

void ResultSeriesListModel::setSeries(std::vector<ReadSeries> series, base::Date today, base::Language language)
{
    std::vector<Row> rows;
    for (ReadSeries &each : series) {
        const auto known = std::ranges::find(m_rows, each.instrument, &Row::key);
        // The same object goes on showing the instrument, so that an open table or plot stays as it is.
        auto content = known == m_rows.end() ? std::make_shared<ResultContent>() : known->content;
        content->show(std::move(each.result), today, language);
        rows.push_back({each.instrument, each.latest, each.when, std::move(content)});
    }
    updateRows(m_rows, std::move(rows));
}

std::optional<store::RecordPlace> ResultSeriesListModel::latest(int index) const
{
    return index < 0 || index >= int(m_rows.size()) ? std::nullopt : std::optional(m_rows[std::size_t(index)].latest);
}

} // namespace faltakt::viewmodels
