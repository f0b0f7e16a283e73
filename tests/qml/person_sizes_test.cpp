// A person's page while its window becomes narrow and wide again: nothing of it is left without a place.
#include "tests/qml/people_bench.h"

#include <QMutex>

using namespace faltakt;
using namespace faltakt::test;

namespace {

QStringList &complaints()
{
    static QStringList all;
    return all;
}

void noteComplaint(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &message)
{
    static QMutex mutex;
    const QMutexLocker lock(&mutex);
    if (message.contains(QLatin1String("TypeError")) || message.contains(QLatin1String("ReferenceError")))
        complaints() += message;
}

/// Hears what the engine complains of, as long as it lives.
class Listening {
public:
    Listening() : m_before(qInstallMessageHandler(noteComplaint)) { complaints().clear(); }
    ~Listening() { qInstallMessageHandler(m_before); }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

private:
    QtMessageHandler m_before;
};

} // namespace

TEST_CASE("a person's page that becomes narrow and wide again keeps its side column and complains of nothing")
{
    AppHarness app({.size = {1280, 800}});
    openPerson(app, somebody(app).caseId);
    const auto nextSteps = [&] { return app.shows(QStringLiteral("Nästa steg")); };
    REQUIRE(nextSteps());
    const Listening listening;
    for (int turn = 0; turn < 3; ++turn) {
        for (const QSize size : {QSize(390, 844), QSize(1280, 800), QSize(820, 1180), QSize(1280, 800)}) {
            app.window().resize(size);
            app.layOut();
        }
    }
    app.app().back();
    app.settle();
    CHECK(complaints() == QStringList());
}
