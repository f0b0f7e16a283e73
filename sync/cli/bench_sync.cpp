// What travels: one device writes, a server process takes it, another device gets it; all on loopback.
#include "core/store/database.h"
#include "sync/cli/bench_parts.h"
#include "sync/cli/store_session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

namespace faltakt::cli {

using base::CaseId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
namespace json = base::json;

namespace {

constexpr int Changes = 20000;
constexpr int ChangesPerCase = 100;
constexpr int PatienceMs = 120000;
constexpr char Passphrase[] = "en lösenfras för mätning";

base::Error asError(const QString &program, QProcess &process)
{
    return base::Error(ErrorCode::Internal,
                       program.toStdString() + ": " + process.readAllStandardError().trimmed().toStdString());
}

/// Both programs as processes, with a data folder and two device folders of their own. The server ends with this value.
class Bed {
public:
    ~Bed()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.terminate();
        if (!m_server.waitForFinished(15000))
            m_server.kill();
    }

    Result<void> start()
    {
        QFile pin(path(QStringLiteral("pin")));
        if (!pin.open(QIODevice::WriteOnly) || pin.write(Passphrase) < 0)
            return fail(ErrorCode::StorageFailed, "pin file");
        pin.close();
        TRY_VOID(server({QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Mätning")}));
        TRY(const std::string tenant,
            serverId({QStringLiteral("tenant"), QStringLiteral("add"), QStringLiteral("Mätkommun"),
                      QStringLiteral("--profile"), QStringLiteral("taby")}));
        TRY(const std::string team, serverId({QStringLiteral("team"), QStringLiteral("add"), QStringLiteral("Fält"),
                                              QStringLiteral("--tenant"), QString::fromStdString(tenant)}));
        for (const char *name : {"Elin", "Maria"}) {
            TRY(const std::string worker,
                serverId({QStringLiteral("worker"), QStringLiteral("add"), QString::fromUtf8(name),
                          QStringLiteral("--tenant"), QString::fromStdString(tenant), QStringLiteral("--team"),
                          QString::fromStdString(team)}));
            m_workers.push_back(QString::fromStdString(worker));
        }
        m_server.start(program(QStringLiteral("faltakt-server")),
                       {QStringLiteral("--data"), path(QStringLiteral("server")), QStringLiteral("serve"),
                        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        m_server.setReadChannel(QProcess::StandardOutput);
        if (!m_server.waitForReadyRead(PatienceMs))
            return fail(asError(QStringLiteral("faltakt-server serve"), m_server));
        return {};
    }

    Result<void> enrol(int device)
    {
        TRY(const json::Value code, server({QStringLiteral("device"), QStringLiteral("code"),
                                            QStringLiteral("--worker"), m_workers.at(device)}));
        TRY(const std::string text, code.requireString("code"));
        TRY_VOID(client(device, {QStringLiteral("enrol"), QString::fromStdString(text)}));
        return {};
    }

    Result<json::Value> sync(int device) { return client(device, {QStringLiteral("sync")}); }
    [[nodiscard]] std::string folder(int device) const
    {
        return path(QStringLiteral("device") + QString::number(device)).toStdString();
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString program(const QString &name)
    {
        return QDir(QCoreApplication::applicationDirPath()).filePath(name);
    }

    static Result<json::Value> run(const QString &name, const QStringList &arguments)
    {
        QProcess process;
        process.start(program(name), arguments);
        if (!process.waitForFinished(PatienceMs * 5) || process.exitStatus() != QProcess::NormalExit
            || process.exitCode() != 0)
            return fail(asError(name, process));
        const std::string text = process.readAllStandardOutput().trimmed().toStdString();
        return json::parse(text);
    }
    Result<json::Value> server(const QStringList &arguments)
    {
        return run(QStringLiteral("faltakt-server"),
                   QStringList{QStringLiteral("--data"), path(QStringLiteral("server"))} + arguments);
    }
    Result<std::string> serverId(const QStringList &arguments)
    {
        TRY(const json::Value answer, server(arguments));
        return answer.requireString("id");
    }
    Result<json::Value> client(int device, const QStringList &arguments)
    {
        return run(QStringLiteral("faltakt-cli"),
                   arguments
                       + QStringList{QStringLiteral("--store"), QString::fromStdString(folder(device)),
                                     QStringLiteral("--pin-file"), path(QStringLiteral("pin"))});
    }

    QTemporaryDir m_folder;
    QStringList m_workers;
    QProcess m_server;
};

/// Writes what is to travel; answers its lines.
Result<std::vector<std::string>> writeChanges(CommandContext &context, const std::string &folder)
{
    const client::FieldEnvironment environment = fieldEnvironment(context);
    TRY(auto device,
        client::FieldStore::unlock(folder, crypto::SecretBytes::copyOf(base::bytesOf(Passphrase)), environment));
    base::UuidMaker ids(context.clock, context.random);
    for (int i = 0; i < Changes / ChangesPerCase; ++i) {
        const auto caseId = ids.makeId<CaseId>();
        std::vector<store::Draft> drafts;
        drafts.push_back({caseId,
                          {changelog::makeCreation(ids.makeId<RecordId>(), "person",
                                                   {{"givenName", "Person"}, {"familyName", std::to_string(i)}})},
                          {}});
        for (int n = 1; n < ChangesPerCase; ++n) {
            json::Object fields{{"text", "Ringde, pratade i tio minuter om veckan som gått. Ny tid bokad."},
                                {"at", base::formatInstant(context.clock.now())}};
            drafts.push_back(
                {caseId, {changelog::makeCreation(ids.makeId<RecordId>(), "note", std::move(fields))}, {}});
        }
        TRY_VOID(device->cases().saveAll(drafts));
    }
    TRY(auto lines, device->cases().unsentLines());
    TRY_VOID(device->close());
    return lines;
}

/// The same lines into one plain table, 500 to a transaction: what the encrypted disk itself takes. Lines a second.
Result<double> plainRate(CommandContext &context, BenchOutput &output, const std::vector<std::string> &lines)
{
    const QTemporaryDir folder;
    const auto key = crypto::SecretBytes::makeRandom(context.random, 32);
    TRY(auto database,
        store::Database::open({.path = folder.filePath(QStringLiteral("raw.db")).toStdString(), .create = true}, key));
    TRY_VOID(database->execute("CREATE TABLE line (id INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT"));
    const auto started = output.start();
    for (std::size_t from = 0; from < lines.size(); from += 500) {
        TRY(auto transaction, store::Transaction::begin(*database));
        TRY(auto insert, database->prepare("INSERT INTO line (line) VALUES (?1)"));
        for (std::size_t i = from; i < std::min(lines.size(), from + 500); ++i)
            TRY_VOID(insert.bind(1, lines[i]).run());
        TRY_VOID(transaction.commit());
    }
    return double(lines.size()) / output.secondsSince(started);
}

double rateOf(const json::Value &report, std::string_view count)
{
    const json::Value *seconds = report.find("seconds");
    return seconds && seconds->number() > 0 ? double(report.integerAt(count)) / seconds->number() : 0;
}

} // namespace

CommandResult benchSync(CommandContext &context, BenchOutput &output)
{
    Bed bed;
    TRY_COMMAND_VOID(bed.start());
    TRY_COMMAND_VOID(bed.enrol(0));
    TRY_COMMAND_VOID(bed.enrol(1));
    TRY_COMMAND(const auto lines, writeChanges(context, bed.folder(0)));
    TRY_COMMAND(const double plain, plainRate(context, output, lines));
    TRY_COMMAND(const json::Value pushed, bed.sync(0));
    if (pushed.integerAt("accepted") != Changes)
        return refuse("The server took " + std::to_string(pushed.integerAt("accepted")) + " of the changes.");
    TRY_COMMAND_VOID(output.row("push", rateOf(pushed, "accepted"), "changes/s", plain));
    TRY_COMMAND(const json::Value pulled, bed.sync(1));
    if (pulled.integerAt("pulled") < Changes)
        return refuse("The other device got " + std::to_string(pulled.integerAt("pulled")) + " of the changes.");
    TRY_COMMAND_VOID(output.row("pull", rateOf(pulled, "pulled"), "changes/s", plain));
    return output.row("bytesPerChange", double(pushed.integerAt("bytesSent")) / Changes, "bytes", 0);
}

} // namespace faltakt::cli
