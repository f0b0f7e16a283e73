#include "core/casework/lob_report_import.h"

#include "core/base/text.h"
#include "core/casework/lob_report_columns.h"
#include "core/casework/swedish_time.h"

#include <algorithm>
#include <map>

namespace faltakt::casework {

using base::ErrorCode;
using base::fail;

namespace {

/// For each column of the file what it means; nullptr for one that means nothing here.
using Header = std::vector<const LobColumn *>;

const LobColumn *findColumn(std::string_view written)
{
    const std::string key = foldedKey(written);
    for (const LobColumn &column : lobColumns()) {
        const bool isKnown =
            foldedKey(column.name) == key
            || std::find(column.otherNames.begin(), column.otherNames.end(), key) != column.otherNames.end();
        if (isKnown)
            return &column;
    }
    return nullptr;
}

base::Result<Header> readHeader(const CsvRow &row)
{
    if (!row.fault.empty())
        return fail(ErrorCode::InvalidInput, "the header row is broken: " + std::string(row.fault));
    Header header;
    for (const std::string &name : row.fields) {
        const LobColumn *column = findColumn(name);
        if (column && std::find(header.begin(), header.end(), column) != header.end())
            return fail(ErrorCode::InvalidInput, "the column " + std::string(column->name) + " is there twice");
        header.push_back(column);
    }
    const auto has = [&](std::string_view name) {
        return std::any_of(header.begin(), header.end(),
                           [&](const LobColumn *column) { return column && column->name == name; });
    };
    if (!has("sheetNumber"))
        return fail(ErrorCode::InvalidInput, "the column sheetNumber is missing");
    if (!has("takenAt") && !(has("takenDate") && has("takenTime")))
        return fail(ErrorCode::InvalidInput, "the column takenAt (or takenDate and takenTime) is missing");
    return header;
}

/// Spreadsheets end their files with rows of separators.
bool isBlank(const CsvRow &row)
{
    return row.fault.empty() && std::all_of(row.fields.begin(), row.fields.end(), [](const std::string &field) {
               return base::trimmed(field).empty();
           });
}

/// Collects what the rows of one file give.
class FileReader {
public:
    FileReader(Header header, base::Instant now) : m_header(std::move(header)), m_now(now), m_today(swedishDate(now)) {}

    void noteIgnoredColumns(const CsvRow &row)
    {
        for (std::size_t i = 0; i < m_header.size(); ++i)
            if (!m_header[i] && !row.fields[i].empty())
                m_file.notices.push_back({row.line, "column " + std::to_string(i + 1), "ignored"});
    }

    void take(const CsvRow &row)
    {
        ++m_file.read;
        LobRowDraft draft;
        draft.today = m_today;
        draft.row.line = row.line;
        if (const auto fault = readFields(row, draft)) {
            m_file.refused.push_back(*fault);
        } else if (isNewSheet(draft.row)) {
            noteTimes(draft.row);
            m_file.rows.push_back(std::move(draft.row));
        }
    }

    [[nodiscard]] LobReportFile takeFile() { return std::move(m_file); }

private:
    std::optional<LobRowRemark> readFields(const CsvRow &row, LobRowDraft &draft) const
    {
        const auto refuse = [&](std::string_view field, std::string_view reason) {
            return LobRowRemark{row.line, std::string(field), std::string(reason)};
        };
        if (!row.fault.empty())
            return refuse("", row.fault);
        // Spreadsheets write empty fields beyond the header; anything in them has no meaning we could know.
        const bool hasSurplus = row.fields.size() > m_header.size()
                                && std::any_of(row.fields.begin() + std::ptrdiff_t(m_header.size()), row.fields.end(),
                                               [](const std::string &field) { return !field.empty(); });
        if (row.fields.size() < m_header.size() || hasSurplus)
            return refuse("", "columns");
        for (std::size_t i = 0; i < m_header.size(); ++i) {
            const std::string value = base::trimmed(row.fields[i]);
            if (!m_header[i] || value.empty())
                continue;
            if (base::codePointCount(value) > m_header[i]->maxLength)
                return refuse(m_header[i]->name, "tooLong");
            if (const ColumnFault fault = m_header[i]->read(draft, value); !fault.empty())
                return refuse(m_header[i]->name, fault);
        }
        if (draft.row.sheetNumber.empty())
            return refuse("sheetNumber", "missing");
        if (const ColumnFault fault = finishDraft(draft, m_now); !fault.empty())
            return refuse("takenAt", fault);
        return std::nullopt;
    }

    /// The same sheet twice, word for word, is one report; with other content nobody can say which one holds.
    bool isNewSheet(const LobReportRow &row)
    {
        const auto [place, isNew] = m_sheets.try_emplace(std::pair(row.source, row.sheetNumber), m_file.rows.size());
        if (isNew)
            return true;
        LobReportRow first = m_file.rows[place->second];
        first.line = row.line;
        if (first == row)
            m_file.notices.push_back({row.line, "sheetNumber", "folded"});
        else
            m_file.refused.push_back({row.line, "sheetNumber", "duplicate"});
        return false;
    }

    void noteTimes(const LobReportRow &row)
    {
        if (row.takenAt > m_now)
            m_file.notices.push_back({row.line, "takenAt", "future"});
        if (row.received < row.takenAt && swedishDate(row.received) < swedishDate(row.takenAt))
            m_file.notices.push_back({row.line, "received", "order"});
        if (row.releasedAt && *row.releasedAt < row.takenAt)
            m_file.notices.push_back({row.line, "releasedAt", "order"});
    }

    Header m_header;
    base::Instant m_now;
    base::Date m_today;
    LobReportFile m_file;
    std::map<std::pair<std::string, std::string>, std::size_t> m_sheets;
};

} // namespace

base::json::Object toJson(const LobRowRemark &remark)
{
    return {{"line", std::uint64_t(remark.line)}, {"field", remark.field}, {"reason", remark.reason}};
}

base::Result<LobReportFile> readLobReports(std::string_view csv, base::Instant now, const CsvLimits &limits)
{
    TRY(const CsvTable table, readCsv(csv, limits));
    if (table.rows.empty())
        return fail(ErrorCode::InvalidInput, "the file is empty");
    TRY(Header header, readHeader(table.rows.front()));
    FileReader reader(std::move(header), now);
    reader.noteIgnoredColumns(table.rows.front());
    for (std::size_t i = 1; i < table.rows.size(); ++i)
        if (!isBlank(table.rows[i]))
            reader.take(table.rows[i]);
    return reader.takeFile();
}

const std::vector<std::string_view> &lobColumnNames()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> list;
        for (const LobColumn &column : lobColumns())
            list.push_back(column.name);
        return list;
    }();
    return names;
}

} // namespace faltakt::casework
