#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/crypto/secret_bytes.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace faltakt::store {

class Database;

/// A prepared statement on loan from its database's cache; given back, reset, when dropped. Parameters count from 1,
/// columns from 0. Must not outlive the database.
class Statement {
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) = delete;
    Statement(const Statement &) = delete;
    ~Statement();

    Statement &bind(int index, std::nullptr_t);
    Statement &bind(int index, std::int64_t value);
    Statement &bind(int index, int value) { return bind(index, std::int64_t(value)); }
    Statement &bind(int index, bool value) { return bind(index, std::int64_t(value ? 1 : 0)); }
    /// Text and blobs are copied unless the caller promises that they live until the next step.
    Statement &bind(int index, std::string_view text);
    Statement &bind(int index, const char *text) { return bind(index, std::string_view(text)); }
    Statement &bind(int index, const std::string &text) { return bind(index, std::string_view(text)); }
    Statement &bind(int index, base::ByteView blob);
    Statement &bind(int index, const base::Hash &hash) { return bind(index, base::ByteView(hash)); }
    Statement &bind(int index, base::Instant instant) { return bind(index, base::toMs(instant)); }
    template <typename Tag>
    Statement &bind(int index, const base::Id<Tag> &id)
    {
        return bind(index, id.bytes());
    }
    template <typename T>
    Statement &bind(int index, const std::optional<T> &value)
    {
        return value ? bind(index, *value) : bind(index, nullptr);
    }

    /// True while there is a row.
    [[nodiscard]] base::Result<bool> step();
    /// Steps to the end and resets, so that it can be bound again.
    [[nodiscard]] base::Result<void> run();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] base::ByteView blob(int column) const;
    [[nodiscard]] base::Instant instant(int column) const { return base::instantFromMs(integer(column)); }
    /// A stored id; nil where the column is NULL or of another size, which STRICT tables and our own writes exclude.
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        const auto parsed = IdType::fromBytes(blob(column));
        return parsed ? *parsed : IdType();
    }
    [[nodiscard]] base::Hash hash(int column) const;

private:
    friend class Database;
    Statement(Database *database, std::string_view sql, sqlite3_stmt *handle)
        : m_database(database), m_sql(sql), m_handle(handle)
    {
    }

    Database *m_database;
    std::string_view m_sql;
    sqlite3_stmt *m_handle;
    int m_bindFault = 0;
};

struct DatabaseOptions {
    std::string path = {};
    std::string vfs = {}; ///< Empty for the system's.
    int pageCacheMiB = 64;
    bool create = false; ///< Make the file; AlreadyExists where it is there.
    /// One process alone has the file: no shared memory beside it, and a second opener is told Busy.
    bool exclusive = true;
};

/// One connection to an encrypted SQLCipher file; the only code that opens one. One thread at a time.
class Database {
public:
    /// `key` has 32 bytes and is used raw. Opening reads the first page: WrongKey where the key does not fit (or the
    /// page is damaged: both look alike), Damaged, Busy, NotFound, StorageFailed.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const DatabaseOptions &options,
                                                                      const crypto::SecretBytes &key);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// A statement for static SQL text; `sql` is to be a literal (statements are kept by where it stands). Other words at the
    /// same place get a statement of their own.
    [[nodiscard]] base::Result<Statement> prepare(std::string_view sql);
    /// Several statements of static text, as migrations have.
    [[nodiscard]] base::Result<void> execute(const char *sql);
    /// Encrypts the whole file with another raw key of 32 bytes; slow, one transaction.
    [[nodiscard]] base::Result<void> rekey(const crypto::SecretBytes &key);
    /// Reads every page and checks the structure; Damaged with the kind of finding.
    [[nodiscard]] base::Result<void> checkIntegrity();
    /// Writes all content, as of this moment, into another file under the same key, while others go on reading and writing.
    /// The file must be missing or empty; not inside a transaction.
    [[nodiscard]] base::Result<void> copyInto(const std::string &path);
    /// Moves the write-ahead log into the file and empties it.
    [[nodiscard]] base::Result<void> checkpoint();
    [[nodiscard]] std::int64_t changedRows() const;
    [[nodiscard]] std::int64_t lastInsertRowId() const;
    [[nodiscard]] bool inTransaction() const;

    /// The meaning of a result code of the library, with the library's words for the code (never the SQL's values).
    [[nodiscard]] base::Error errorOf(int code) const;

private:
    friend class Statement;
    struct Cache;
    explicit Database(sqlite3 *handle);
    void giveBack(std::string_view sql, sqlite3_stmt *handle);

    sqlite3 *m_handle;
    std::unique_ptr<Cache> m_cache;
};

/// A write transaction; rolled back unless committed.
class Transaction {
public:
    [[nodiscard]] static base::Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept : m_database(other.m_database) { other.m_database = nullptr; }
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    ~Transaction();
    /// Durable when it returns. After an error nothing of the transaction is kept.
    [[nodiscard]] base::Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

} // namespace faltakt::store
