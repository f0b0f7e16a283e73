// What the app costs on the screen: the speed table's lines about pictures, start, memory and idling.
#include "core/base/json.h"
#include "core/crypto/initialise.h"
#include "tests/bench/app_bench.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace {

using namespace faltakt;
using bench::AppBench;
using bench::BenchPlan;
using viewmodels::Router;

constexpr double FrameGoal = 16.7;
constexpr double StartGoal = 600;
constexpr double UnlockGoal = 150;
constexpr double FileGoal = 50;
constexpr double MemoryGoal = 120;
constexpr int StartPatienceMs = 60'000;

struct Screen {
    const char *name;
    QSize size;
};
constexpr Screen Phone{"phone", QSize(390, 844)};
constexpr Screen Tablet{"tablet", QSize(1280, 800)};

/// Prints the figures as they come and remembers the worst of them.
class Table {
public:
    explicit Table(QString prefix) : m_prefix(std::move(prefix)) {}

    void line(const QString &name, double value, const char *unit, double reference = 0)
    {
        base::json::Object row{{"name", (m_prefix + name).toStdString()},
                               {"value", value},
                               {"unit", unit},
                               {"reference", nullptr},
                               {"ratio", nullptr}};
        if (reference > 0) {
            row.set("reference", reference);
            row.set("ratio", value / reference);
            m_worst = std::max(m_worst, value / reference);
        }
        std::printf("%s\n", base::json::serialise(row).c_str());
        std::fflush(stdout);
    }
    void frames(const QString &name, const std::vector<double> &milliseconds)
    {
        line(name + QStringLiteral(".frames"), double(milliseconds.size()), "frames");
        line(name + QStringLiteral(".frame.p50"), bench::quantile(milliseconds, 0.5), "ms", FrameGoal);
        line(name + QStringLiteral(".frame.p99"), bench::quantile(milliseconds, 0.99), "ms", FrameGoal);
        line(name + QStringLiteral(".frame.worst"), bench::quantile(milliseconds, 1), "ms");
    }
    [[nodiscard]] double worst() const noexcept { return m_worst; }

private:
    QString m_prefix;
    double m_worst = 0;
};

double anonymousMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        bench::giveUp("the memory of this process cannot be read");
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).simplified().split(' ').front().toDouble() / 1024.0;
    bench::giveUp("the system does not tell the memory of this process");
}

void measureLists(AppBench &app, const BenchPlan &plan, const Screen &screen, Table &table)
{
    const QString prefix = QString::fromLatin1(screen.name) + QLatin1Char('.');
    app.window().resize(screen.size);
    app.goTo(Router::Place::People);
    app.flingList(plan.flings);
    table.frames(prefix + QStringLiteral("people"), app.meter().milliseconds());
    const double opened = app.openLongestFile();
    table.line(prefix + QStringLiteral("file.open"), opened, "ms", FileGoal);
    app.flingList(plan.flings);
    table.frames(prefix + QStringLiteral("timeline"), app.meter().milliseconds());
}

void measureInterviews(AppBench &app, const BenchPlan &plan, Table &table)
{
    app.window().resize(Phone.size);
    std::vector<double> all;
    for (int round = 0; round < plan.interviews; ++round) {
        app.goTo(Router::Place::Today);
        app.answerInterview();
        const auto &some = app.meter().milliseconds();
        all.insert(all.end(), some.begin(), some.end());
    }
    table.frames(QStringLiteral("phone.interview"), all);
}

/// Nobody touches anything: nothing may be drawn, and nothing may be computed.
void measureIdle(AppBench &app, const BenchPlan &plan, Table &table)
{
    app.goTo(Router::Place::Today);
    app.meter().restart();
    const auto before = bench::processTime();
    QEventLoop waiting;
    QTimer::singleShot(plan.idle, &waiting, &QEventLoop::quit);
    waiting.exec();
    const auto used = std::chrono::duration<double, std::milli>(bench::processTime() - before).count();
    table.line(QStringLiteral("idle.frames"), double(app.meter().frames()), "frames");
    table.line(QStringLiteral("idle.cpu"), used / std::chrono::duration<double>(plan.idle).count(), "ms/s");
    if (app.meter().frames() > 0)
        bench::giveUp("something was drawn while nobody touched anything");
}

/// The program beside this one, from the order to start it until its lock stands on the screen.
void measureStart(AppBench &app, const BenchPlan &plan, Table &table)
{
    std::vector<double> needed;
    for (int round = 0; round < plan.starts; ++round) {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer timer;
        timer.start();
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/faltakt"),
                      {QStringLiteral("--data"), app.dataFolder(), QStringLiteral("--until-shown")});
        if (!program.waitForReadyRead(StartPatienceMs))
            bench::giveUp("the app showed nothing: " + program.errorString().toStdString());
        needed.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!program.waitForFinished(StartPatienceMs) || program.exitCode() != 0)
            bench::giveUp("the app did not end well after its first picture");
    }
    table.line(QStringLiteral("start.median"), bench::quantile(needed, 0.5), "ms", StartGoal);
    table.line(QStringLiteral("start.best"), bench::quantile(needed, 0), "ms", StartGoal);
}

int measure(const BenchPlan &plan, const QString &renderer, double limit)
{
    Table table(QStringLiteral("ui.") + renderer + QLatin1Char('.'));
    AppBench app(plan);
    app.window().resize(Phone.size);
    app.settle();
    table.line(QStringLiteral("unlock"), app.unlock(), "ms", UnlockGoal);
    table.line(QStringLiteral("memory"), anonymousMegabytes(), "MB", MemoryGoal);
    measureIdle(app, plan, table);
    measureLists(app, plan, Phone, table);
    measureLists(app, plan, Tablet, table);
    measureInterviews(app, plan, table);
    app.lock();
    measureStart(app, plan, table);
    if (limit > 0 && table.worst() > limit)
        bench::giveUp("a figure misses its goal by more than " + std::to_string(limit) + " times");
    return 0;
}

/// Everything of a picture is done by the one thread whose time is counted, drawing by a software GPU included.
void chooseRenderer(bool isGl)
{
    qputenv("QSG_RENDER_LOOP", "basic");
    if (isGl) {
        qputenv("QT_QPA_PLATFORM", "xcb");
        qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
        qputenv("LP_NUM_THREADS", "0");
        qunsetenv("QT_QUICK_BACKEND");
    } else {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
}

} // namespace

int main(int argumentCount, char **argumentValues)
{
    const std::vector<QByteArray> words(argumentValues, argumentValues + argumentCount);
    const bool isGl = std::ranges::find(words, QByteArray("--gl")) != words.end();
    chooseRenderer(isGl);
    const QGuiApplication application(argumentCount, argumentValues);
    const QCommandLineOption gl(QStringLiteral("gl"), QStringLiteral("Draw with OpenGL; wants a display."));
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("A small caseload and few rounds."));
    const QCommandLineOption limit(QStringLiteral("limit"),
                                   QStringLiteral("End with 1 where a figure is over its goal by more than this."),
                                   QStringLiteral("TIMES"), QStringLiteral("0"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures what the app costs on the screen."));
    parser.addHelpOption();
    parser.addOptions({gl, quick, limit});
    parser.process(application);
    if (const auto prepared = crypto::initialise(); !prepared)
        bench::giveUp(prepared.error().toString());
    BenchPlan plan;
    if (parser.isSet(quick))
        plan = {.people = 300,
                .timelineEntries = 200,
                .flings = 3,
                .interviews = 1,
                .starts = 2,
                .idle = std::chrono::seconds(1)};
    return measure(plan, isGl ? QStringLiteral("llvmpipe") : QStringLiteral("software"),
                   parser.value(limit).toDouble());
}
