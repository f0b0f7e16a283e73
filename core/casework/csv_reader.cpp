#include "core/casework/csv_reader.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::casework {

using base::ErrorCode;
using base::fail;

namespace {

base::Result<std::string_view> withoutMark(std::string_view text)
{
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return fail(ErrorCode::InvalidInput, "the file is UTF-16; save it as UTF-8");
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    if (!base::isValidUtf8(text))
        return fail(ErrorCode::InvalidInput,
                    "the file is not UTF-8 (it may be ISO-8859-1 or Windows-1252); save it as UTF-8");
    return text;
}

/// Counts both separators in the first row, outside quotes.
char detectSeparator(std::string_view text) noexcept
{
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n')
            break;
        commas += c == ',';
        semicolons += c == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/// Walks over the text once; each call of takeRow moves behind one row.
class Scanner {
public:
    Scanner(std::string_view text, char separator, const CsvLimits &limits)
        : m_text(text), m_separator(separator), m_limits(limits)
    {
    }

    [[nodiscard]] bool atEnd() const noexcept { return m_position >= m_text.size(); }

    CsvRow takeRow()
    {
        CsvRow row;
        row.line = m_line;
        do {
            row.fields.push_back(takeField(row));
        } while (row.fault.empty() && row.fields.size() <= m_limits.columns && takeChar(m_separator));
        if (row.fault.empty() && row.fields.size() <= m_limits.columns && !takeLineEnd())
            row.fault = "lineEnd";
        if (!row.fault.empty())
            skipLine();
        return row;
    }

private:
    [[nodiscard]] char current() const noexcept { return m_text[m_position]; }

    bool takeChar(char expected) noexcept
    {
        if (atEnd() || current() != expected)
            return false;
        ++m_position;
        return true;
    }

    bool takeLineEnd() noexcept
    {
        if (atEnd())
            return true;
        if (m_text.substr(m_position).starts_with("\r\n"))
            ++m_position;
        if (!takeChar('\n'))
            return false;
        ++m_line;
        return true;
    }

    void skipLine() noexcept
    {
        while (!atEnd() && current() != '\n')
            ++m_position;
        if (takeChar('\n'))
            ++m_line;
    }

    std::string takeField(CsvRow &row) { return takeChar('"') ? takeQuoted(row) : takePlain(row); }

    std::string takePlain(CsvRow &row)
    {
        const std::size_t start = m_position;
        while (!atEnd() && current() != m_separator && current() != '\n' && current() != '\r') {
            if (current() == '"')
                row.fault = "quote";
            ++m_position;
        }
        return checked(std::string(m_text.substr(start, m_position - start)), row);
    }

    std::string takeQuoted(CsvRow &row)
    {
        const std::size_t start = m_position;
        const std::size_t startLine = m_line;
        std::string value;
        while (!atEnd()) {
            if (takeChar('"')) {
                if (!takeChar('"')) {
                    if (!atEnd() && current() != m_separator && current() != '\n' && current() != '\r')
                        row.fault = "quote";
                    return checked(std::move(value), row);
                }
                value += '"';
                continue;
            }
            m_line += current() == '\n';
            value += m_text[m_position++];
        }
        // Never closed: only the line on which it was opened is given up, the rows after it are still read.
        row.fault = "quote";
        m_position = start;
        m_line = startLine;
        return {};
    }

    std::string checked(std::string value, CsvRow &row) const
    {
        if (value.size() > m_limits.fieldBytes)
            row.fault = "tooLong";
        if (value.find('\0') != std::string::npos)
            row.fault = "nul";
        return value;
    }

    std::string_view m_text;
    char m_separator;
    const CsvLimits &m_limits;
    std::size_t m_position = 0;
    std::size_t m_line = 1;
};

bool isEmptyRow(const CsvRow &row) noexcept
{
    return row.fault.empty() && row.fields.size() == 1 && row.fields.front().empty();
}

} // namespace

base::Result<CsvTable> readCsv(std::string_view text, const CsvLimits &limits)
{
    if (text.size() > limits.bytes)
        return fail(ErrorCode::TooLarge, "the file has more than " + std::to_string(limits.bytes) + " bytes");
    TRY(const std::string_view content, withoutMark(text));
    CsvTable table;
    table.separator = detectSeparator(content);
    Scanner scanner(content, table.separator, limits);
    while (!scanner.atEnd()) {
        CsvRow row = scanner.takeRow();
        if (row.fields.size() > limits.columns)
            return fail(ErrorCode::TooLarge, "line " + std::to_string(row.line) + " has more than "
                                                 + std::to_string(limits.columns) + " columns");
        if (isEmptyRow(row))
            continue;
        if (table.rows.size() > limits.rows)
            return fail(ErrorCode::TooLarge, "the file has more than " + std::to_string(limits.rows) + " rows");
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string csvField(std::string_view value, char separator)
{
    const bool hasOuterSpace = !value.empty() && (value.front() == ' ' || value.back() == ' ');
    const bool isPlain =
        value.find_first_of("\"\r\n") == std::string_view::npos && value.find(separator) == std::string_view::npos;
    if (isPlain && !hasOuterSpace)
        return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace faltakt::casework
