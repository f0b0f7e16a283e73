// What travels: one device writes, a server process takes it, another device gets it; all on loopback.
#include "core/store/database.h"
#include "sync/cli/bench_parts.h"
#include "sync/cli/store_session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>

namespace faltakt::cli {

using base::CaseId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
namespace json = base::json;

namespace {

// A file as in the store's ceiling: a person, a screening answered item by item, notes.
constexpr int ChangesPerCase = 40;
constexpr int AnswersPerCase = 28;
constexpr int PatienceMs = 120000;
constexpr int SampleMs = 20;
/// Unlocking comes first and takes memory of its own (Argon2) that is given back.
constexpr double UnlockSeconds = 2;
constexpr char Passphrase[] = "en lösenfras för mätning";

base::Error asError(const QString &program, QProcess &process)
{
    return base::Error(ErrorCode::Internal,
                       program.toStdString() + ": " + process.readAllStandardError().trimmed().toStdString());
}

/// What a program printed, and how it went.
struct Ran {
    json::Value printed;
    double seconds = 0;
    double peakMegabytes = 0; ///< Without the time of unlocking; 0 where it ended within that.
};

/// Both programs as processes, with a data folder and two device folders of their own. The server ends with this value.
class Bed {
public:
    explicit Bed(const BenchOutput &output) : m_output(&output) {}
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
        // A pipe that nobody reads would fill with the log and hold the server up.
        m_server.setStandardErrorFile(path(QStringLiteral("server.log")));
        m_server.start(program(QStringLiteral("faltakt-server")),
                       {QStringLiteral("--data"), path(QStringLiteral("server")), QStringLiteral("serve"),
                        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        m_server.setReadChannel(QProcess::StandardOutput);
        if (!m_server.waitForReadyRead(PatienceMs))
            return fail(ErrorCode::Internal, "faltakt-server serve says nothing");
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

    Result<Ran> sync(int device) { return client(device, {QStringLiteral("sync")}); }
    /// The first page that the worker sees: unlock and today's list.
    Result<Ran> agenda(int device) { return client(device, {QStringLiteral("agenda")}); }
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

    Result<Ran> run(const QString &name, const QStringList &arguments)
    {
        QProcess process;
        const auto started = m_output->start();
        process.start(program(name), arguments);
        Ran ran;
        while (!process.waitForFinished(SampleMs)) {
            const double seconds = m_output->secondsSince(started);
            if (process.state() == QProcess::NotRunning || seconds * 1000 > PatienceMs * 5)
                return fail(asError(name, process));
            if (seconds > UnlockSeconds)
                ran.peakMegabytes = std::max(ran.peakMegabytes, anonymousMegabytes(process.processId()));
        }
        ran.seconds = m_output->secondsSince(started);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return fail(asError(name, process));
        const std::string text = process.readAllStandardOutput().trimmed().toStdString();
        TRY(ran.printed, json::parse(text.substr(0, text.find('\n'))));
        return ran;
    }
    Result<json::Value> server(const QStringList &arguments)
    {
        TRY(Ran ran, run(QStringLiteral("faltakt-server"),
                         QStringList{QStringLiteral("--data"), path(QStringLiteral("server"))} + arguments));
        return std::move(ran.printed);
    }
    Result<std::string> serverId(const QStringList &arguments)
    {
        TRY(const json::Value answer, server(arguments));
        return answer.requireString("id");
    }
    Result<Ran> client(int device, const QStringList &arguments)
    {
        return run(QStringLiteral("faltakt-cli"),
                   arguments
                       + QStringList{QStringLiteral("--store"), QString::fromStdString(folder(device)),
                                     QStringLiteral("--pin-file"), path(QStringLiteral("pin"))});
    }

    const BenchOutput *m_output;
    QTemporaryDir m_folder;
    QStringList m_workers;
    QProcess m_server;
};

/// One person's file: every change an own save, as the worker's hand makes them.
std::vector<store::Draft> makeFile(base::UuidMaker &ids, const base::Clock &clock, int number)
{
    const auto caseId = ids.makeId<CaseId>();
    std::vector<store::Draft> drafts;
    const auto add = [&](RecordId record, const char *kind, json::Object fields) {
        drafts.push_back({caseId, {changelog::makeCreation(record, kind, std::move(fields))}, {}});
    };
    add(ids.makeId<RecordId>(), "person", {{"givenName", "Person"}, {"familyName", std::to_string(number)}});
    const auto screening = ids.makeId<RecordId>();
    add(screening, "assessment", {{"instrument", "audit"}, {"version", "1"}, {"status", "inProgress"}});
    for (int item = 1; item <= AnswersPerCase; ++item)
        add(screening, "assessment", {{"answers/" + std::to_string(item), json::Object{{"option", "never"}}}});
    while (drafts.size() < ChangesPerCase)
        add(ids.makeId<RecordId>(), "note",
            {{"text", "Ringde, pratade i tio minuter om veckan som gått. Ny tid bokad."},
             {"at", base::formatInstant(clock.now())}});
    return drafts;
}

/// Writes what is to travel; answers its lines.
Result<std::vector<std::string>> writeChanges(CommandContext &context, const std::string &folder, int changes)
{
    const client::FieldEnvironment environment = fieldEnvironment(context);
    TRY(auto device,
        client::FieldStore::unlock(folder, crypto::SecretBytes::copyOf(base::bytesOf(Passphrase)), environment));
    base::UuidMaker ids(context.clock, context.random);
    for (int file = 0; file < changes / ChangesPerCase; ++file)
        TRY_VOID(device->cases().saveAll(makeFile(ids, context.clock, file)));
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

double meanLength(const std::vector<std::string> &lines)
{
    std::size_t bytes = 0;
    for (const std::string &line : lines)
        bytes += line.size();
    return double(bytes) / double(std::max<std::size_t>(lines.size(), 1));
}

} // namespace

CommandResult benchSync(CommandContext &context, BenchOutput &output, int changes)
{
    const int count = changes / ChangesPerCase * ChangesPerCase;
    Bed bed(output);
    TRY_COMMAND_VOID(bed.start());
    TRY_COMMAND_VOID(bed.enrol(0));
    TRY_COMMAND_VOID(bed.enrol(1));
    TRY_COMMAND(const auto lines, writeChanges(context, bed.folder(0), count));
    TRY_COMMAND(const double plain, plainRate(context, output, lines));
    TRY_COMMAND_VOID(output.row("lineBytes", meanLength(lines), "bytes", 0));
    TRY_COMMAND(const Ran pushed, bed.sync(0));
    if (pushed.printed.integerAt("accepted") != count)
        return refuse("The server took " + std::to_string(pushed.printed.integerAt("accepted")) + " of the changes.");
    TRY_COMMAND_VOID(output.row("push", rateOf(pushed.printed, "accepted"), "changes/s", plain));
    TRY_COMMAND_VOID(output.row("bytesPerChange", double(pushed.printed.integerAt("bytesSent")) / count, "bytes", 0));
    TRY_COMMAND(const Ran pulled, bed.sync(1));
    if (pulled.printed.integerAt("pulled") < count)
        return refuse("The other device got " + std::to_string(pulled.printed.integerAt("pulled"))
                      + " of the changes.");
    TRY_COMMAND_VOID(output.row("pull", rateOf(pulled.printed, "pulled"), "changes/s", plain));
    TRY_COMMAND(const Ran listed, bed.agenda(1));
    TRY_COMMAND_VOID(output.row("firstSync", pulled.seconds + listed.seconds, "s", 20));
    return output.row("syncMemory", std::max(pushed.peakMegabytes, pulled.peakMegabytes), "MiB", 120);
}

} // namespace faltakt::cli
