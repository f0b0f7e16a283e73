// What the app costs on the screen: the speed table's lines about pictures, start, memory and idling.
#include "core/base/json.h"
#include "core/crypto/initialise.h"
#include "tests/bench/forms_bench.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include <sys/resource.h>

namespace {

using namespace faltakt;
using bench::AppBench;
using bench::BenchPlan;
using bench::Phone;
using bench::Screen;
using bench::Tablet;
using viewmodels::Router;

constexpr double FrameGoal = 16.7;
constexpr double StartGoal = 600;
constexpr double UnlockGoal = 150;
constexpr double FileGoal = 50;
constexpr double MemoryGoal = 120;
/// A form of 180 items and more, and one answer in it with the durable store.
constexpr double FormGoal = 100;
constexpr double AnswerGoal = 8;
constexpr int StartPatienceMs = 60'000;
/// What was told to a reader, such as where the worker is back, is taken down by then.
constexpr std::chrono::milliseconds Announced(5500);
constexpr std::chrono::milliseconds FormsRead(1500);

/// Prints the figures as they come, and remembers the worst of those that other programs on the machine cannot spoil.
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
        }
        std::printf("%s\n", base::json::serialise(row).c_str());
        std::fflush(stdout);
    }
    /// Processor time.
    void work(const QString &name, double milliseconds, double reference)
    {
        line(name, milliseconds, "ms", reference);
        m_worst = std::max(m_worst, milliseconds / reference);
    }
    void span(const QString &name, const bench::Span &span, double reference)
    {
        line(name + QStringLiteral(".wall"), span.wall, "ms", reference);
        work(name + QStringLiteral(".work"), span.work, reference);
    }
    void frames(const QString &name, const std::vector<double> &milliseconds)
    {
        line(name + QStringLiteral(".frames"), double(milliseconds.size()), "frames");
        line(name + QStringLiteral(".frame.p50"), bench::quantile(milliseconds, 0.5), "ms", FrameGoal);
        work(name + QStringLiteral(".frame.p99"), bench::quantile(milliseconds, 0.99), FrameGoal);
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

void wait(std::chrono::milliseconds time)
{
    QEventLoop waiting;
    QTimer::singleShot(time, &waiting, &QEventLoop::quit);
    waiting.exec();
}

void measureLists(AppBench &app, const BenchPlan &plan, const Screen &screen, Table &table)
{
    const QString prefix = QString::fromLatin1(screen.name) + QLatin1Char('.');
    app.window().resize(screen.size);
    app.goTo(Router::Place::People);
    app.flingList(plan.flings);
    table.frames(prefix + QStringLiteral("people"), app.meter().milliseconds());
    // The first opening makes the page's components; every later one is what is meant.
    table.line(prefix + QStringLiteral("file.open.first"), app.openLongestFile().wall, "ms", FileGoal);
    table.span(prefix + QStringLiteral("file.open"), app.openLongestFile(), FileGoal);
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

/// Of a form that opens, and of one answer in it with the durable store.
void measureForms(AppBench &app, Table &table)
{
    // The forms are read in the second after the unlocking, in which nobody begins a talk.
    wait(FormsRead);
    for (const bench::FormCost &form : bench::measureForms(app)) {
        table.span(form.name + QStringLiteral(".open"), form.open, FormGoal);
        table.span(form.name + QStringLiteral(".answer"), form.answer, AnswerGoal);
    }
}

/// Nobody touches anything: nothing may be drawn, and nothing may be computed.
void measureIdle(AppBench &app, const BenchPlan &plan, Table &table)
{
    app.goTo(Router::Place::Today);
    wait(Announced);
    app.meter().restart();
    const auto before = bench::processTime();
    wait(plan.idle);
    const auto used = std::chrono::duration<double, std::milli>(bench::processTime() - before).count();
    table.line(QStringLiteral("idle.frames"), double(app.meter().frames()), "frames");
    table.line(QStringLiteral("idle.cpu"), used / std::chrono::duration<double>(plan.idle).count(), "ms/s");
    if (app.meter().frames() > 0)
        bench::giveUp("something was drawn while nobody touched anything");
}

/// Processor time of all programs that were started from here and have ended.
double workOfOthers()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// The program beside this one, from the order to start it until its lock stands on the screen; the work is that of the
/// whole program, its end included.
bench::Span measureOneStart(const AppBench &app)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const double before = workOfOthers();
    const bench::Stopwatch stopwatch;
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/faltakt"),
                  {QStringLiteral("--data"), app.dataFolder(), QStringLiteral("--until-shown")});
    if (!program.waitForReadyRead(StartPatienceMs))
        bench::giveUp("the app showed nothing: " + program.errorString().toStdString());
    const bench::Span shown = stopwatch.elapsed();
    if (!program.waitForFinished(StartPatienceMs) || program.exitCode() != 0)
        bench::giveUp("the app did not end well after its first picture");
    return {shown.wall, workOfOthers() - before};
}

void measureStart(AppBench &app, const BenchPlan &plan, Table &table)
{
    std::vector<double> wall;
    std::vector<double> work;
    for (int round = 0; round < plan.starts; ++round) {
        const bench::Span needed = measureOneStart(app);
        wall.push_back(needed.wall);
        work.push_back(needed.work);
    }
    table.span(QStringLiteral("start"), {bench::quantile(wall, 0.5), bench::quantile(work, 0.5)}, StartGoal);
}

/// What is to be measured; everything where no part was named.
int measure(const BenchPlan &plan, const QStringList &parts, const QString &renderer, double limit)
{
    const auto wants = [&parts](const char *part) {
        return parts.isEmpty() || parts.contains(QString::fromLatin1(part));
    };
    Table table(QStringLiteral("ui.") + renderer + QLatin1Char('.'));
    AppBench app(plan);
    app.window().resize(Phone.size);
    app.settle();
    // The first opening of a store that was just made puts its journal in order; every later one is what is meant.
    table.span(QStringLiteral("unlock.first"), app.unlock(), UnlockGoal);
    app.lock();
    table.span(QStringLiteral("unlock"), app.unlock(), UnlockGoal);
    table.line(QStringLiteral("memory"), anonymousMegabytes(), "MB", MemoryGoal);
    if (wants("idle"))
        measureIdle(app, plan, table);
    if (wants("lists")) {
        measureLists(app, plan, Phone, table);
        measureLists(app, plan, Tablet, table);
    }
    if (wants("interview"))
        measureInterviews(app, plan, table);
    if (wants("forms"))
        measureForms(app, table);
    app.lock();
    if (wants("start"))
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
    const QCommandLineOption make(QStringLiteral("make"),
                                  QStringLiteral("Only make the device that is measured, in this folder."),
                                  QStringLiteral("DIR"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures what the app costs on the screen."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("part"),
                                 QStringLiteral("idle, lists, interview, forms or start; all of them unless named."),
                                 QStringLiteral("[part...]"));
    parser.addOptions({gl, quick, limit, make});
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
                .idle = std::chrono::seconds(1),
                .words = {QStringLiteral("--quick")}};
    if (parser.isSet(make)) {
        if (const auto made = bench::makeDevice(parser.value(make), plan); !made)
            bench::giveUp(made.error().toString());
        return 0;
    }
    return measure(plan, parser.positionalArguments(), isGl ? QStringLiteral("llvmpipe") : QStringLiteral("software"),
                   parser.value(limit).toDouble());
}
