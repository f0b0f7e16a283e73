#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct pg_result;

namespace faltakt::server {

/// Appends values in PostgreSQL's binary form: numbers with the highest byte first, ids and bytes as they are.
void appendBinary(std::string &to, std::int64_t value);
inline void appendBinary(std::string &to, std::string_view text) { to.append(text); }
inline void appendBinary(std::string &to, base::ByteView bytes) { to.append(base::textOf(bytes)); }

/// One column of many rows: a one-dimensional array as a parameter.
class PostgresColumn {
public:
    enum class Type : std::uint32_t { Bytes = 17, Integer = 20, Text = 25, Uuid = 2950 };
    explicit PostgresColumn(Type type) : m_type(type) {}

    void add(std::int64_t value);
    void add(std::string_view text);
    void add(base::ByteView bytes) { add(base::textOf(bytes)); }
    void add(base::Instant instant) { add(base::toMs(instant)); }
    void addNull();
    template <typename Tag>
    void add(const base::Id<Tag> &id)
    {
        add(id.bytes());
    }
    [[nodiscard]] std::int64_t count() const { return m_count; }
    void clear();
    /// With its head, as it goes to the server.
    [[nodiscard]] std::string binary() const;

private:
    Type m_type;
    std::int64_t m_count = 0;
    bool m_hasNull = false;
    std::string m_elements;
};

/// Ids as one parameter.
template <typename IdType>
[[nodiscard]] PostgresColumn columnOf(const std::vector<IdType> &ids)
{
    PostgresColumn column(PostgresColumn::Type::Uuid);
    for (const IdType &id : ids)
        column.add(id.bytes());
    return column;
}

/// Parameters of one statement, in order.
class PostgresParameters {
public:
    PostgresParameters &add(std::nullptr_t);
    PostgresParameters &add(std::int64_t value);
    PostgresParameters &add(int value) { return add(std::int64_t(value)); }
    PostgresParameters &add(bool value);
    PostgresParameters &add(std::string_view text);
    PostgresParameters &add(const char *text) { return add(std::string_view(text)); }
    PostgresParameters &add(const std::string &text) { return add(std::string_view(text)); }
    PostgresParameters &add(base::ByteView bytes) { return add(base::textOf(bytes)); }
    PostgresParameters &add(const base::Hash &hash) { return add(base::ByteView(hash)); }
    PostgresParameters &add(const base::Uuid &uuid) { return add(uuid.bytes()); }
    PostgresParameters &add(base::Instant instant) { return add(base::toMs(instant)); }
    PostgresParameters &add(const PostgresColumn &column) { return add(std::string_view(column.binary())); }
    template <typename Tag>
    PostgresParameters &add(const base::Id<Tag> &id)
    {
        return add(id.bytes());
    }
    template <typename T>
    PostgresParameters &add(const std::optional<T> &value)
    {
        return value ? add(*value) : add(nullptr);
    }

    [[nodiscard]] int count() const { return int(m_lengths.size()); }
    /// As the library takes them; valid until the next add.
    [[nodiscard]] std::vector<const char *> pointers() const;
    [[nodiscard]] const std::vector<int> &lengths() const { return m_lengths; }
    /// All ones: everything is binary.
    [[nodiscard]] std::vector<int> formats() const { return std::vector<int>(m_lengths.size(), 1); }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_offsets;
    std::vector<int> m_lengths; ///< Negative where the value is NULL.
};

class PostgresRows;

/// One row of an answer; columns count from 0. Lives as long as the rows.
class PostgresRow {
public:
    PostgresRow(const PostgresRows &rows, int row) : m_rows(&rows), m_row(row) {}
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool truth(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] base::ByteView bytes(int column) const { return base::bytesOf(text(column)); }
    [[nodiscard]] base::Instant instant(int column) const { return base::instantFromMs(integer(column)); }
    [[nodiscard]] base::Hash hash(int column) const;
    [[nodiscard]] base::Uuid uuid(int column) const;
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType(uuid(column));
    }
    template <typename IdType>
    [[nodiscard]] std::optional<IdType> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(id<IdType>(column));
    }
    [[nodiscard]] std::optional<base::Instant> optionalInstant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }

private:
    const PostgresRows *m_rows;
    int m_row;
};

/// The answer to one statement.
class PostgresRows {
public:
    PostgresRows() = default;
    explicit PostgresRows(pg_result *result);
    [[nodiscard]] int count() const;
    [[nodiscard]] bool empty() const { return count() == 0; }
    [[nodiscard]] PostgresRow row(int index) const { return {*this, index}; }
    [[nodiscard]] PostgresRow front() const { return row(0); }
    /// How many rows a writing statement touched.
    [[nodiscard]] std::int64_t affected() const;
    /// "COMMIT", "ROLLBACK", "INSERT 0 1".
    [[nodiscard]] std::string_view outcome() const;
    [[nodiscard]] const pg_result *raw() const { return m_result.get(); }

private:
    friend class PostgresRow;
    struct Cleared {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Cleared> m_result;
};

template <typename Row, typename Read>
[[nodiscard]] std::vector<Row> readAll(const PostgresRows &rows, Read read)
{
    std::vector<Row> all;
    all.reserve(std::size_t(rows.count()));
    for (int i = 0; i < rows.count(); ++i)
        all.push_back(read(rows.row(i)));
    return all;
}

} // namespace faltakt::server
