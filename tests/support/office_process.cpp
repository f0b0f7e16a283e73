#include "tests/support/office_process.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QTcpServer>

#include <csignal>
#include <fstream>
#include <utility>

namespace faltakt::test {

namespace {

constexpr int PatienceMs = 60'000;
const QString Passphrase = QStringLiteral("tre gula kajor i regn");

/// A port that nobody listens on now; the server keeps it from one start to the next.
std::uint16_t freePort()
{
    QTcpServer probe;
    REQUIRE(probe.listen(QHostAddress::LocalHost));
    return probe.serverPort();
}

std::string textOf(const base::json::Value &object, std::string_view member)
{
    const base::json::Value *value = object.find(member);
    REQUIRE(value);
    REQUIRE(value->string());
    return *value->string();
}

} // namespace

OfficeProcess::OfficeProcess(QString programs) : m_programs(std::move(programs)), m_port(freePort())
{
    std::ofstream(file(QStringLiteral("pin")).toStdString()) << Passphrase.toStdString() << '\n';
    admin({QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Exempelkommunen")});
    const auto id = [this](const QStringList &words) {
        return QString::fromStdString(textOf(admin(words).front(), "id"));
    };
    const QString tenant = id({QStringLiteral("tenant"), QStringLiteral("add"), QStringLiteral("Exempelkommunen"),
                               QStringLiteral("--profile"), QStringLiteral("taby")});
    const QString team = id({QStringLiteral("team"), QStringLiteral("add"), QStringLiteral("Vuxenenheten"),
                             QStringLiteral("--tenant"), tenant});
    for (const QString &name : {QStringLiteral("Kim Ek"), QStringLiteral("Robin Al")})
        m_workers.push_back(id({QStringLiteral("worker"), QStringLiteral("add"), name, QStringLiteral("--tenant"),
                                tenant, QStringLiteral("--team"), team})
                                .toStdString());
    start();
}

OfficeProcess::~OfficeProcess()
{
    resume();
    m_server.kill();
    m_server.waitForFinished(PatienceMs);
}

QString OfficeProcess::file(const QString &name) const
{
    return QString::fromStdString(m_folder.path()) + QLatin1Char('/') + name;
}

void OfficeProcess::start()
{
    m_server.start(m_programs + QStringLiteral("/faltakt-server"),
                   {QStringLiteral("--data"), file(QStringLiteral("server")), QStringLiteral("serve"),
                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)});
    REQUIRE(m_server.waitForReadyRead(PatienceMs));
}

void OfficeProcess::stop()
{
    resume();
    m_server.terminate();
    REQUIRE(m_server.waitForFinished(PatienceMs));
}

void OfficeProcess::pause()
{
    REQUIRE(m_server.processId() > 0);
    ::kill(pid_t(m_server.processId()), SIGSTOP);
}

void OfficeProcess::resume()
{
    if (m_server.processId() > 0)
        ::kill(pid_t(m_server.processId()), SIGCONT);
}

OfficeProcess::Ended OfficeProcess::run(const QString &program, const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.start(m_programs + QLatin1Char('/') + program, words);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(PatienceMs));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

std::vector<base::json::Value> OfficeProcess::admin(const QStringList &words)
{
    const Ended ended = run(QStringLiteral("faltakt-server"),
                            QStringList{QStringLiteral("--data"), file(QStringLiteral("server"))} + words);
    INFO(words.join(QLatin1Char(' ')).toStdString() << ": " << ended.errors.toStdString());
    REQUIRE(ended.code == 0);
    std::vector<base::json::Value> objects;
    for (const QByteArray &line : ended.output.split('\n')) {
        if (line.isEmpty())
            continue;
        auto object = base::json::parse(line.toStdString());
        REQUIRE(object.has_value());
        objects.push_back(std::move(*object));
    }
    return objects;
}

std::int64_t OfficeProcess::changes()
{
    const auto status = admin({QStringLiteral("status")});
    const base::json::Value *changes = status.front().find("changes");
    REQUIRE(changes);
    REQUIRE(changes->integer());
    return *changes->integer();
}

std::string OfficeProcess::code(std::size_t worker)
{
    return textOf(admin({QStringLiteral("device"), QStringLiteral("code"), QStringLiteral("--worker"),
                         QString::fromStdString(m_workers[worker])})
                      .front(),
                  "code");
}

void OfficeProcess::enrolColleague()
{
    const Ended ended = run(QStringLiteral("faltakt-cli"),
                            {QStringLiteral("enrol"), QStringLiteral("-"), QStringLiteral("--unlock-time"),
                             QStringLiteral("1"), QStringLiteral("--store"), file(QStringLiteral("colleague")),
                             QStringLiteral("--pin-file"), file(QStringLiteral("pin"))},
                            QByteArray::fromStdString(code(1) + "\n"));
    INFO(ended.errors.toStdString());
    REQUIRE(ended.code == 0);
}

void OfficeProcess::beginColleague(QProcess &process, const QStringList &words)
{
    process.start(m_programs + QStringLiteral("/faltakt-cli"),
                  words
                      + QStringList{QStringLiteral("--store"), file(QStringLiteral("colleague")),
                                    QStringLiteral("--pin-file"), file(QStringLiteral("pin"))});
    process.closeWriteChannel();
}

base::json::Value OfficeProcess::colleague(const QStringList &words)
{
    QProcess process;
    beginColleague(process, words);
    REQUIRE(process.waitForFinished(PatienceMs));
    INFO(words.join(QLatin1Char(' ')).toStdString() << ": " << process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    auto object = base::json::parse(process.readAllStandardOutput().toStdString());
    REQUIRE(object.has_value());
    return std::move(*object);
}

} // namespace faltakt::test
