#include "sync/server/store/postgres/postgres_values.h"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>

namespace faltakt::server {

namespace {

void appendBinary32(std::string &to, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        to.push_back(char((value >> shift) & 0xff));
}

} // namespace

void appendBinary(std::string &to, std::int64_t value)
{
    const auto bits = std::uint64_t(value);
    appendBinary32(to, std::uint32_t(bits >> 32));
    appendBinary32(to, std::uint32_t(bits));
}

void PostgresColumn::add(std::int64_t value)
{
    appendBinary32(m_elements, sizeof value);
    appendBinary(m_elements, value);
    ++m_count;
}

void PostgresColumn::add(std::string_view text)
{
    appendBinary32(m_elements, std::uint32_t(text.size()));
    m_elements.append(text);
    ++m_count;
}

void PostgresColumn::addNull()
{
    appendBinary32(m_elements, 0xffffffff);
    m_hasNull = true;
    ++m_count;
}

void PostgresColumn::clear()
{
    m_elements.clear();
    m_count = 0;
    m_hasNull = false;
}

std::string PostgresColumn::binary() const
{
    std::string bytes;
    bytes.reserve(m_elements.size() + 20);
    appendBinary32(bytes, m_count == 0 ? 0 : 1); // dimensions
    appendBinary32(bytes, m_hasNull ? 1 : 0);
    appendBinary32(bytes, std::uint32_t(m_type));
    if (m_count > 0) {
        appendBinary32(bytes, std::uint32_t(m_count));
        appendBinary32(bytes, 1); // index of the first element
    }
    return bytes + m_elements;
}

PostgresParameters &PostgresParameters::add(std::nullptr_t)
{
    m_offsets.push_back(m_bytes.size());
    m_lengths.push_back(-1);
    return *this;
}

PostgresParameters &PostgresParameters::add(std::int64_t value)
{
    m_offsets.push_back(m_bytes.size());
    appendBinary(m_bytes, value);
    m_lengths.push_back(sizeof value);
    return *this;
}

PostgresParameters &PostgresParameters::add(bool value) { return add(std::string_view(value ? "\1" : "\0", 1)); }

PostgresParameters &PostgresParameters::add(std::string_view text)
{
    m_offsets.push_back(m_bytes.size());
    m_bytes.append(text);
    m_lengths.push_back(int(text.size()));
    return *this;
}

std::vector<const char *> PostgresParameters::pointers() const
{
    std::vector<const char *> pointers;
    pointers.reserve(m_offsets.size());
    for (std::size_t i = 0; i < m_offsets.size(); ++i)
        pointers.push_back(m_lengths[i] < 0 ? nullptr : m_bytes.data() + m_offsets[i]);
    return pointers;
}

PostgresRows::PostgresRows(pg_result *result) : m_result(result) {}

void PostgresRows::Cleared::operator()(pg_result *result) const { PQclear(result); }

int PostgresRows::count() const { return m_result ? PQntuples(m_result.get()) : 0; }

std::int64_t PostgresRows::affected() const
{
    const std::string_view text = m_result ? PQcmdTuples(m_result.get()) : "";
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

std::string_view PostgresRows::outcome() const { return m_result ? PQcmdStatus(m_result.get()) : ""; }

bool PostgresRow::isNull(int column) const { return PQgetisnull(m_rows->m_result.get(), m_row, column) != 0; }

std::string_view PostgresRow::text(int column) const
{
    const pg_result *result = m_rows->m_result.get();
    return {PQgetvalue(result, m_row, column), std::size_t(PQgetlength(result, m_row, column))};
}

std::int64_t PostgresRow::integer(int column) const
{
    std::uint64_t bits = 0;
    for (const std::uint8_t byte : bytes(column))
        bits = (bits << 8) | byte;
    return std::int64_t(bits);
}

bool PostgresRow::truth(int column) const { return text(column) == std::string_view("\1", 1); }

base::Hash PostgresRow::hash(int column) const
{
    const auto hash = base::hashFromBytes(bytes(column));
    return hash ? *hash : base::Hash{};
}

base::Uuid PostgresRow::uuid(int column) const
{
    const auto uuid = base::Uuid::fromBytes(bytes(column));
    return uuid ? *uuid : base::Uuid();
}

} // namespace faltakt::server
