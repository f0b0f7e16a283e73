// Checks the SQLCipher that was built from packaging/deps: the pinned version, encryption that really happens, and the
// features and settings that the store rests on. A plain program, so that it needs nothing but the library.
#include <sqlite3.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace {

int failures = 0;

void expect(bool condition, const char *fact)
{
    std::printf("%s: %s\n", condition ? "ok" : "FAILED", fact);
    if (!condition)
        ++failures;
}

/// Runs `sql` and returns the first column of its last row, or nothing when a statement fails.
std::optional<std::string> run(sqlite3 *database, const char *sql)
{
    std::string last;
    const auto keepFirstColumn = [](void *target, int, char **values, char **) {
        *static_cast<std::string *>(target) = values[0] ? values[0] : "";
        return 0;
    };
    char *message = nullptr;
    const int code = sqlite3_exec(database, sql, keepFirstColumn, &last, &message);
    if (message)
        std::printf("   (%s)\n", message);
    sqlite3_free(message);
    if (code != SQLITE_OK)
        return std::nullopt;
    return last;
}

sqlite3 *openWithKey(const std::string &path, char keyDigit)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(path.c_str(), &database) != SQLITE_OK)
        return database;
    const std::string raw = "x'" + std::string(64, keyDigit) + "'";
    sqlite3_key(database, raw.data(), static_cast<int>(raw.size()));
    return database;
}

std::string readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void checkVersion(sqlite3 *database)
{
    const auto version = run(database, "PRAGMA cipher_version");
    std::printf("SQLCipher %s on SQLite %s\n", version.value_or("?").c_str(), sqlite3_libversion());
    expect(version && version->starts_with("4.14.0"), "the pinned SQLCipher is linked");
    expect(std::strcmp(sqlite3_libversion(), SQLITE_VERSION) == 0, "header and library are of one version");
    const auto provider = run(database, "PRAGMA cipher_provider");
    expect(provider == "openssl", "pages are encrypted by OpenSSL");
}

void checkFeatures(sqlite3 *database)
{
    expect(
        run(database, "CREATE TABLE fact(id BLOB PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID").has_value(),
        "strict tables without rowid");
    expect(!run(database, "INSERT INTO fact VALUES (x'01', x'02')"), "a strict table refuses a blob as text");
    expect(run(database, "INSERT INTO fact VALUES (x'01', 'plain marker a')").has_value(), "insert");
    expect(run(database, "INSERT INTO fact VALUES (x'01', 'plain marker b') "
                         "ON CONFLICT(id) DO UPDATE SET text = excluded.text RETURNING text")
               == "plain marker b",
           "upsert with returning");
    expect(run(database, "CREATE VIRTUAL TABLE name USING fts5(text, prefix='1 2 3', tokenize=\"unicode61 "
                         "remove_diacritics 0\")")
               .has_value(),
           "full-text index with prefixes");
    expect(run(database, "INSERT INTO name VALUES ('Åsa Öberg'); SELECT text FROM name WHERE name MATCH 'öb*'")
               == "Åsa Öberg",
           "a prefix is found, with its own letters");
    expect(run(database, "SELECT '{\"a\":[1,2]}' ->> '$.a[1]'") == "2", "JSON functions");
}

void checkSettings(sqlite3 *database)
{
    expect(!run(database, "SELECT \"no such column\""), "double quotes never make a string");
    expect(run(database, "PRAGMA trusted_schema") == "0", "schemas are not trusted by default");
    expect(run(database, "PRAGMA secure_delete") == "1", "deleted content is overwritten by default");
    expect(!run(database, "SELECT load_extension('x')"), "extensions cannot be loaded");
    expect(sqlite3_threadsafe() == 2, "one connection per thread");
    expect(sqlite3_compileoption_used("TEMP_STORE=2") == 1, "temporary content stays in memory");
    int defensive = 0;
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive);
    expect(defensive == 1, "defensive mode can be switched on");
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 2) {
        std::fputs("usage: arch_sqlcipher FILE (is overwritten)\n", stderr);
        return 2;
    }
    const std::string path = arguments[1];
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(path + suffix);

    sqlite3 *database = openWithKey(path, 'a');
    expect(run(database, "PRAGMA journal_mode = WAL") == "wal", "write-ahead log");
    checkVersion(database);
    checkFeatures(database);
    checkSettings(database);

    const std::string bytes = readFile(path) + readFile(path + "-wal");
    expect(bytes.size() > 4096, "something was written");
    expect(bytes.find("SQLite format") == std::string::npos, "the file has no plain header");
    expect(bytes.find("marker") == std::string::npos, "the file and its log hold no plain text");
    sqlite3_close(database);

    database = openWithKey(path, 'a');
    expect(run(database, "SELECT text FROM fact") == "plain marker b", "the right key reads it again");
    sqlite3_close(database);
    database = openWithKey(path, 'b');
    expect(!run(database, "SELECT text FROM fact"), "another key does not");
    sqlite3_close(database);
    return failures == 0 ? 0 : 1;
}
