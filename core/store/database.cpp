#include "core/store/database.h"

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <unordered_map>
#include <vector>

namespace faltakt::store {

using base::ErrorCode;
using base::fail;
using base::Result;

/// Free statements by where their text stands: each text is a literal, and looking one up by its words costs more than many
/// statements do. Where other words have come to stand there, the text that the library keeps tells. A statement in use is not
/// here, so nested use of one text is safe.
struct Database::Cache {
    struct Place {
        const char *begin = nullptr;
        std::size_t size = 0;
        bool operator==(const Place &) const = default;
    };
    struct PlaceHash {
        std::size_t operator()(const Place &place) const noexcept { return std::hash<const char *>()(place.begin); }
    };
    std::unordered_map<Place, std::vector<sqlite3_stmt *>, PlaceHash> places;

    std::vector<sqlite3_stmt *> &free(std::string_view sql) { return places[{sql.data(), sql.size()}]; }
};

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_sql(other.m_sql), m_handle(other.m_handle), m_bindFault(other.m_bindFault)
{
    other.m_handle = nullptr;
}

Statement::~Statement()
{
    if (m_handle)
        m_database->giveBack(m_sql, m_handle);
}

Statement &Statement::bind(int index, std::nullptr_t)
{
    m_bindFault |= sqlite3_bind_null(m_handle, index);
    return *this;
}

Statement &Statement::bind(int index, std::int64_t value)
{
    m_bindFault |= sqlite3_bind_int64(m_handle, index, value);
    return *this;
}

Statement &Statement::bind(int index, std::string_view text)
{
    m_bindFault |= sqlite3_bind_text64(m_handle, index, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                                       SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(int index, base::ByteView blob)
{
    const void *bytes = blob.data() ? static_cast<const void *>(blob.data()) : "";
    m_bindFault |= sqlite3_bind_blob64(m_handle, index, bytes, blob.size(), SQLITE_TRANSIENT);
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindFault != SQLITE_OK)
        return fail(ErrorCode::Internal, "a parameter could not be bound");
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return fail(m_database->errorOf(code));
}

Result<void> Statement::run()
{
    while (true) {
        auto row = step();
        if (!row) {
            reset();
            return fail(row.error());
        }
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    m_bindFault = 0;
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_handle, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_handle, column); }

std::string_view Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return bytes ? std::string_view(bytes, std::size_t(sqlite3_column_bytes(m_handle, column))) : std::string_view();
}

base::ByteView Statement::blob(int column) const
{
    const auto *bytes = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_handle, column));
    return bytes ? base::ByteView(bytes, std::size_t(sqlite3_column_bytes(m_handle, column))) : base::ByteView();
}

base::Hash Statement::hash(int column) const
{
    const auto parsed = base::hashFromBytes(blob(column));
    return parsed ? *parsed : base::Hash();
}

namespace {

/// The form in which SQLCipher takes a raw key: x'64 hex digits'. Wiped by its owner.
class RawKeyText {
public:
    explicit RawKeyText(const crypto::SecretBytes &key)
    {
        static constexpr char Digits[] = "0123456789abcdef";
        std::size_t position = 0;
        m_text[position++] = 'x';
        m_text[position++] = '\'';
        for (const auto byte : key.view()) {
            m_text[position++] = static_cast<std::uint8_t>(Digits[byte >> 4]);
            m_text[position++] = static_cast<std::uint8_t>(Digits[byte & 15]);
        }
        m_text[position] = '\'';
    }
    ~RawKeyText() { crypto::wipeMemory(m_text); }
    RawKeyText(const RawKeyText &) = delete;
    RawKeyText &operator=(const RawKeyText &) = delete;
    [[nodiscard]] const void *data() const { return m_text.data(); }
    [[nodiscard]] int size() const { return int(m_text.size()); }

private:
    std::array<std::uint8_t, 67> m_text{};
};

constexpr std::size_t KeySize = 32;

} // namespace

Database::Database(sqlite3 *handle) : m_handle(handle), m_cache(std::make_unique<Cache>()) {}

Database::~Database()
{
    for (auto &[place, statements] : m_cache->places)
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options, const crypto::SecretBytes &key)
{
    if (key.size() != KeySize)
        return fail(ErrorCode::WrongKey, "the database key has a wrong size");
    if (options.vfs.empty()) {
        std::error_code ignored;
        const bool exists = std::filesystem::exists(options.path, ignored);
        if (exists && options.create)
            return fail(ErrorCode::AlreadyExists, "the database file exists");
        if (!exists && !options.create)
            return fail(ErrorCode::NotFound, "the database file is missing");
    }
    sqlite3 *handle = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int code =
        sqlite3_open_v2(options.path.c_str(), &handle, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return fail(database->errorOf(code));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Without it a statement with `LIMIT ?` is compiled anew each time that the bound value changes: more than the reading
    // itself on short pages.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    sqlite3_busy_timeout(handle, 3000);
    {
        const RawKeyText raw(key);
        if (const int keyed = sqlite3_key(handle, raw.data(), raw.size()); keyed != SQLITE_OK)
            return fail(database->errorOf(keyed));
    }
    // The lock mode comes before the first read, so that the log's index lives in memory and not in a file beside.
    if (options.exclusive)
        TRY_VOID(database->execute("PRAGMA locking_mode = EXCLUSIVE"));
    TRY_VOID(database->execute("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                               "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;"
                               "SELECT count(*) FROM sqlite_schema"));
    // What a killed process had written and not synced would count as committed from here on, be answered for, and go with
    // the next power cut. Taking it over into the file syncs it.
    TRY_VOID(database->execute("PRAGMA wal_checkpoint(PASSIVE)"));
    const std::string cache = "PRAGMA cache_size = " + std::to_string(-1024 * options.pageCacheMiB);
    TRY_VOID(database->execute(cache.c_str()));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    auto &free = m_cache->free(sql);
    while (!free.empty()) {
        sqlite3_stmt *kept = free.back();
        free.pop_back();
        if (sqlite3_sql(kept) == sql)
            return Statement(this, sql, kept);
        sqlite3_finalize(kept);
    }
    sqlite3_stmt *handle = nullptr;
    const int code =
        sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    return Statement(this, sql, handle);
}

void Database::giveBack(std::string_view sql, sqlite3_stmt *handle)
{
    sqlite3_reset(handle);
    sqlite3_clear_bindings(handle);
    m_cache->free(sql).push_back(handle);
}

Result<void> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    return {};
}

Result<void> Database::rekey(const crypto::SecretBytes &key)
{
    if (key.size() != KeySize)
        return fail(ErrorCode::WrongKey, "the database key has a wrong size");
    TRY_VOID(checkpoint());
    const RawKeyText raw(key);
    if (const int code = sqlite3_rekey(m_handle, raw.data(), raw.size()); code != SQLITE_OK)
        return fail(errorOf(code));
    return checkpoint();
}

Result<void> Database::copyInto(const std::string &path)
{
    TRY(auto copy, prepare("VACUUM INTO ?1"));
    return copy.bind(1, path).run();
}

Result<void> Database::checkIntegrity()
{
    // Each page's MAC first: it finds every flipped bit, also in free pages that the structure check never visits.
    TRY(auto cipher, prepare("PRAGMA cipher_integrity_check"));
    TRY(const bool pageFault, cipher.step());
    if (pageFault)
        return fail(ErrorCode::Damaged, "a page does not carry its seal");
    TRY(auto structure, prepare("PRAGMA integrity_check(1)"));
    TRY(const bool row, structure.step());
    if (!row || structure.text(0) != "ok")
        return fail(ErrorCode::Damaged, "the structure of the store is broken");
    return {};
}

Result<void> Database::checkpoint()
{
    TRY(auto statement, prepare("PRAGMA wal_checkpoint(TRUNCATE)"));
    return statement.run();
}

std::int64_t Database::changedRows() const { return sqlite3_changes64(m_handle); }

std::int64_t Database::lastInsertRowId() const { return sqlite3_last_insert_rowid(m_handle); }

bool Database::inTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

base::Error Database::errorOf(int code) const
{
    const auto meaning = [code] {
        switch (code & 0xff) {
        case SQLITE_NOTADB: return ErrorCode::WrongKey;
        case SQLITE_CORRUPT: return ErrorCode::Damaged;
        case SQLITE_FULL: return ErrorCode::StorageFull;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return ErrorCode::Busy;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_NOMEM: return ErrorCode::StorageFailed;
        case SQLITE_CONSTRAINT: return ErrorCode::AlreadyExists;
        case SQLITE_TOOBIG: return ErrorCode::TooLarge;
        default: return ErrorCode::Internal;
        }
    }();
    std::string detail = std::string("database ") + std::to_string(code) + " " + sqlite3_errstr(code);
    // The library's message names tables and columns, never values; it is worth its room only for our own mistakes.
    if (meaning == ErrorCode::Internal && m_handle)
        detail += std::string(": ") + sqlite3_errmsg(m_handle);
    return base::Error(meaning, std::move(detail));
}

Result<Transaction> Transaction::begin(Database &database)
{
    TRY(auto statement, database.prepare("BEGIN IMMEDIATE"));
    TRY_VOID(statement.run());
    return Transaction(database);
}

Transaction::~Transaction()
{
    // The library has already rolled back by itself after some errors (full disk, I/O error).
    if (m_database && m_database->inTransaction())
        (void)m_database->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    TRY(auto statement, m_database->prepare("COMMIT"));
    TRY_VOID(statement.run());
    m_database = nullptr;
    return {};
}

} // namespace faltakt::store
