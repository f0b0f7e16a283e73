#pragma once

#include "core/base/json.h"
#include "tests/support/temporary_folder.h"

#include <QProcess>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace faltakt::test {

/// The real faltakt-server as a process on loopback, with one municipality, one team and two workers, and faltakt-cli for
/// devices without a screen. Everything lies in a temporary folder and ends with it. A step that goes wrong fails the test.
class OfficeProcess {
public:
    /// `programs` is the folder of the two.
    explicit OfficeProcess(QString programs);
    ~OfficeProcess();
    OfficeProcess(const OfficeProcess &) = delete;
    OfficeProcess &operator=(const OfficeProcess &) = delete;

    /// Serves on the port of the last time.
    void start();
    void stop();
    /// Alive and deaf: the system takes connections for it, and nobody answers.
    void pause();
    void resume();
    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }

    /// An enrolment code for the first or second worker.
    [[nodiscard]] std::string code(std::size_t worker);
    /// What a verb of the server prints, one object a line.
    std::vector<base::json::Value> admin(const QStringList &words);
    [[nodiscard]] std::int64_t changes();

    /// A device of the second worker's, ready to use.
    void enrolColleague();
    /// What faltakt-cli prints for the colleague's device.
    base::json::Value colleague(const QStringList &words);
    /// The same, begun and not waited for.
    void beginColleague(QProcess &process, const QStringList &words);
    /// Any of the programs, its exit code, and what it says on stderr.
    struct Ended {
        int code = 0;
        QByteArray output, errors;
    };
    Ended run(const QString &program, const QStringList &words, const QByteArray &input = {});
    [[nodiscard]] QString file(const QString &name) const;

private:
    QString m_programs;
    TemporaryFolder m_folder;
    QProcess m_server;
    std::uint16_t m_port = 0;
    std::vector<std::string> m_workers;
};

} // namespace faltakt::test
