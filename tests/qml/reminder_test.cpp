// Reminders of the whole app: when they come, what leads away from them, and that nobody is in them.
#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"
#include "platform/linux/desktop_notifier.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "qml/viewmodels/reminder/reminder_settings.h"
#include "qml/viewmodels/settings/settings_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/notification_desk.h"

#include <QRegularExpression>

#include <algorithm>
#include <fstream>
#include <set>

using namespace faltakt;
using platform::Notification;
using std::chrono::hours;
using std::chrono::minutes;
using test::AppHarness;
using viewmodels::AppViewModel;
using viewmodels::OpenStore;
using viewmodels::Reminders;
using viewmodels::Router;
using viewmodels::SettingsViewModel;
using viewmodels::Workspace;

namespace {

constexpr char Secret[] = "Ring Vera Zackrisson på Kungsgatan 7 om våldet";

/// The training device with an own task for the afternoon, of which the plan knows.
struct ReminderDesk {
    explicit ReminderDesk(const test::HarnessPlan &plan = {}) : harness(plan)
    {
        addTask(hours(14));
        read();
    }

    Reminders &reminders() { return harness.app().reminders(); }
    platform::FakeNotifier &notifier() { return harness.notifier(); }
    Workspace &workspace() { return harness.composition().workspace(); }

    base::RecordId addTask(minutes time)
    {
        const auto added = harness.inStore<base::RecordId>([time](OpenStore &store) -> base::Result<base::RecordId> {
            TRY(const auto cases, store.cases.cases());
            const auto open =
                std::ranges::find_if(cases, [](const store::CaseRow &row) { return row.card.stage != "closed"; });
            const auto id = store.ids.makeId<base::RecordId>();
            const base::Instant due = casework::instantOf({casework::swedishDate(store.clock.now()), time});
            TRY_VOID(
                store.cases.save({open->caseId,
                                  {changelog::makeCreation(id, "task",
                                                           {{"what", "ownTask"},
                                                            {"basis", "own"},
                                                            {"status", "open"},
                                                            {"text", Secret},
                                                            {"due", base::formatInstant(due)},
                                                            {"assignedTo", store.cases.owner().worker.toString()}})},
                                  {}}));
            return id;
        });
        REQUIRE(added.has_value());
        return *added;
    }
    void finish(base::RecordId task)
    {
        const auto done = harness.inStore<int>([task](OpenStore &store) -> base::Result<int> {
            TRY_VOID(store.cases.edit(task, {{"status", "done"}}));
            return 0;
        });
        REQUIRE(done.has_value());
    }
    /// What changed is planned, as half a second after it.
    void read()
    {
        reminders().read();
        harness.settle();
    }
    /// A Swedish clock shows it, and the timer comes.
    void become(minutes time)
    {
        harness.clock().setWall(casework::instantOf({casework::swedishDate(harness.clock().now()), time}));
        reminders().look();
    }
    void lock()
    {
        harness.app().lockNow();
        harness.waitFor([&] { return workspace().state() == Workspace::State::Locked; });
    }
    bool tells(const std::string &words)
    {
        return notifier().shown() && notifier().shown()->text.find(words) != std::string::npos;
    }

    AppHarness harness;
};

/// The sheet for a new task in the file of somebody whose name may be shown.
viewmodels::TaskViewModel &newTask(ReminderDesk &desk)
{
    const auto caseId = desk.harness.inStore<base::CaseId>([](OpenStore &store) -> base::Result<base::CaseId> {
        TRY(const auto cases, store.cases.cases());
        const auto open = std::ranges::find_if(cases, [](const store::CaseRow &row) {
            return !row.card.isProtected && row.card.stage != "closed" && !row.card.name.empty();
        });
        return open == cases.end() ? base::fail(base::ErrorCode::NotFound, "nobody")
                                   : base::Result<base::CaseId>(open->caseId);
    });
    REQUIRE(caseId.has_value());
    desk.harness.app().openPerson(*caseId);
    desk.harness.settle();
    auto *page = dynamic_cast<viewmodels::PersonViewModel *>(desk.harness.app().navigator()->top());
    REQUIRE(page);
    page->addTask();
    page->task()->setTaskText(QStringLiteral("Ring hyresvärden"));
    desk.harness.settle();
    return *page->task();
}

/// What a notification may say in either language, and nothing else.
bool isFixedWord(const QString &line)
{
    static const QRegularExpression Words(
        QStringLiteral("^(Din incheckning går ut\\. Checka ut eller förläng\\.|(Bokade kontakter|Uppgifter|Att göra i "
                       "dag|Att ringa|Att signera"
                       "|Booked contacts|Tasks|To do today|To call|To sign): \\d{1,4}"
                       "|Your check-in ends\\. Check out or extend it\\.)$"));
    return Words.match(line).hasMatch();
}

/// Names and case numbers of everybody in the store, and the words of what was written in the task.
base::Result<std::set<QString>> seedsOf(OpenStore &store)
{
    std::set<QString> seeds;
    const auto add = [&](const std::string &text) {
        for (const QString &word : QString::fromStdString(text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            if (word.size() > 3)
                seeds.insert(word);
    };
    add(Secret);
    TRY(const auto cases, store.cases.cases());
    for (const store::CaseRow &row : cases) {
        add(row.card.name);
        add(row.card.caseNumber);
    }
    return seeds;
}

} // namespace

TEST_CASE("a task with a time is told at its time, once")
{
    ReminderDesk desk;
    desk.become(hours(13) + minutes(59));
    CHECK_FALSE(desk.tells("Uppgifter"));
    desk.become(hours(14));
    CHECK(desk.tells("Uppgifter: 1"));
    const auto told = desk.notifier().all().size();
    desk.become(hours(14) + minutes(1));
    desk.read();
    CHECK(desk.notifier().all().size() == told);
}

TEST_CASE("a reminder comes while the app is locked, and leads through the passphrase to I dag")
{
    ReminderDesk desk;
    desk.harness.app().goTo(Router::Place::Guidance);
    desk.lock();
    desk.become(hours(14));
    REQUIRE(desk.tells("Uppgifter: 1"));
    int raised = 0;
    QObject::connect(&desk.harness.app(), &AppViewModel::raiseWanted, [&] { ++raised; });
    desk.notifier().press();
    CHECK(raised == 1);
    CHECK(desk.harness.app().cover() == AppViewModel::Cover::Lock);
    CHECK(desk.workspace().state() == Workspace::State::Locked);
    desk.harness.unlock();
    CHECK(desk.harness.app().place() == Router::Place::Today);
}

TEST_CASE("pressed while the app is open, a reminder leads to I dag at once")
{
    ReminderDesk desk;
    desk.harness.app().goTo(Router::Place::Guidance);
    desk.become(hours(14));
    desk.notifier().press();
    CHECK(desk.harness.app().place() == Router::Place::Today);
}

TEST_CASE("after a kill nothing is told until the worker has unlocked, and what was missed then once")
{
    ReminderDesk desk;
    desk.harness.killAndRestart();
    desk.become(hours(14));
    CHECK_FALSE(desk.notifier().shown());
    desk.harness.unlock();
    desk.harness.settle();
    CHECK(desk.tells("Uppgifter: 1"));
    const auto told = desk.notifier().all().size();
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    desk.become(hours(14) + minutes(20));
    CHECK(desk.notifier().all().size() == told);
}

TEST_CASE("hidden from somebody, nothing is told; afterwards it comes")
{
    ReminderDesk desk;
    desk.become(hours(14));
    REQUIRE(desk.notifier().shown());
    desk.harness.app().hideNow();
    CHECK_FALSE(desk.notifier().shown());
    desk.harness.waitFor([&] { return desk.workspace().state() == Workspace::State::Locked; });

    desk.harness.app().returnFromHiding();
    desk.harness.unlock();
    desk.addTask(hours(15));
    desk.read();
    desk.harness.app().hideNow();
    desk.harness.waitFor([&] { return desk.workspace().state() == Workspace::State::Locked; });
    desk.become(hours(15));
    CHECK_FALSE(desk.notifier().shown());
    desk.harness.app().returnFromHiding();
    CHECK(desk.tells("Uppgifter: 1"));
}

TEST_CASE("a wipe or a lock by the server takes the reminder away and everything that was planned")
{
    const bool isWiped = GENERATE(true, false);
    ReminderDesk desk;
    desk.addTask(hours(15));
    desk.read();
    desk.become(hours(14));
    REQUIRE(desk.notifier().shown());
    desk.lock();
    Q_EMIT desk.workspace().orderedAway(isWiped);
    CHECK_FALSE(desk.notifier().shown());
    desk.become(hours(15));
    CHECK_FALSE(desk.notifier().shown());
}

TEST_CASE("a reminder that is put off comes back, unless it was done by then")
{
    const bool isDone = GENERATE(false, true);
    ReminderDesk desk;
    const base::RecordId task = desk.addTask(hours(15));
    desk.read();
    desk.become(hours(14));
    desk.notifier().putAway();
    desk.become(hours(15));
    REQUIRE(desk.tells("Uppgifter: 1"));
    CHECK(desk.notifier().shown()->choices.size() == 3);
    desk.notifier().choose("snooze-10");
    CHECK_FALSE(desk.notifier().shown());
    if (isDone)
        desk.finish(task);
    desk.read();
    desk.become(hours(15) + minutes(9));
    CHECK_FALSE(desk.notifier().shown());
    desk.become(hours(15) + minutes(10));
    CHECK(desk.tells("Uppgifter: 1") != isDone);
}

TEST_CASE("one that stands there unanswered stays with the next")
{
    ReminderDesk desk;
    desk.addTask(hours(15));
    desk.read();
    desk.become(hours(14));
    REQUIRE(desk.tells("Uppgifter: 1"));
    desk.become(hours(15));
    CHECK(desk.tells("Uppgifter: 2"));
}

TEST_CASE("what is done takes its reminder away")
{
    ReminderDesk desk;
    const base::RecordId task = desk.addTask(hours(15));
    desk.read();
    desk.become(hours(14));
    desk.notifier().putAway();
    desk.become(hours(15));
    REQUIRE(desk.notifier().shown());
    desk.finish(task);
    desk.read();
    CHECK_FALSE(desk.notifier().shown());
}

TEST_CASE("a new task gets a time on its sheet, and is told of then")
{
    ReminderDesk desk;
    viewmodels::TaskViewModel &task = newTask(desk);
    desk.harness.tap(QStringLiteral("15:00"));
    CHECK(task.timeIndex() > 0);
    CHECK(desk.harness.shows(QStringLiteral("utan att säga om vad eller vem")));
    task.save();
    desk.harness.settle();
    REQUIRE_FALSE(task.isOpen());
    desk.read();
    desk.become(hours(14));
    desk.notifier().putAway();
    desk.become(hours(15));
    CHECK(desk.tells("Uppgifter: 1"));
}

TEST_CASE("a time that nobody can read, or that has been, is told, and nothing is lost")
{
    ReminderDesk desk;
    viewmodels::TaskViewModel &task = newTask(desk);
    task.editTime(QStringLiteral("halv tre"));
    task.save();
    CHECK(task.timeProblem() == QStringLiteral("Skriv tiden som 16:30."));
    CHECK(task.otherTime() == QStringLiteral("halv tre"));
    task.editTime(QStringLiteral("8.30"));
    CHECK(task.timeProblem().isEmpty());
    task.save();
    CHECK(task.timeProblem() == QStringLiteral("Den tiden har varit. Välj en senare."));
    CHECK(task.taskText() == QStringLiteral("Ring hyresvärden"));
    REQUIRE(task.isOpen());
    task.chooseDay(1);
    task.save();
    desk.harness.settle();
    CHECK_FALSE(task.isOpen());
}

TEST_CASE("a time that was written is there again after a kill")
{
    ReminderDesk desk;
    newTask(desk).editTime(QStringLiteral("15:2"));
    desk.harness.waitFor([&] {
        return desk.harness
            .inStore<bool>([](OpenStore &store) -> base::Result<bool> {
                TRY(const auto forms, store.cases.forms());
                return std::ranges::any_of(forms, [](const store::FormDraft &form) {
                    return base::json::Value(form.fields).stringAt("time") == "15:2";
                });
            })
            .value_or(false);
    });
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    auto *page = dynamic_cast<viewmodels::PersonViewModel *>(desk.harness.app().navigator()->top());
    REQUIRE(page);
    REQUIRE(page->task()->isOpen());
    CHECK(page->task()->isOtherTime());
    CHECK(page->task()->otherTime() == QStringLiteral("15:2"));
    CHECK(page->task()->taskText() == QStringLiteral("Ring hyresvärden"));
}

TEST_CASE("a task that is moved to another day keeps its time")
{
    ReminderDesk desk;
    const base::RecordId id = desk.addTask(hours(15) + minutes(20));
    desk.read();
    viewmodels::TaskViewModel &task = newTask(desk);
    const auto caseId = desk.harness.inStore<base::CaseId>([id](OpenStore &store) -> base::Result<base::CaseId> {
        TRY(const auto record, store.cases.record(id));
        return record ? base::Result<base::CaseId>(record->caseId) : base::fail(base::ErrorCode::NotFound, "task");
    });
    task.open(*caseId, id, QStringLiteral("Någon"), {});
    desk.harness.settle();
    CHECK(task.isOtherTime());
    CHECK(task.otherTime() == QStringLiteral("15:20"));
    task.chooseDay(1);
    task.save();
    desk.harness.settle();
    const auto due = desk.harness.inStore<std::string>([id](OpenStore &store) -> base::Result<std::string> {
        TRY(const auto record, store.cases.record(id));
        return record ? record->text("due") : std::string();
    });
    CHECK(due.value() == "2025-10-18T13:20:00Z");
}

TEST_CASE("the settings turn a kind off, say when it is quiet, and show the very words")
{
    ReminderDesk desk;
    desk.harness.app().openSettings();
    desk.harness.settle();
    auto *page = dynamic_cast<SettingsViewModel *>(desk.harness.app().navigator()->top());
    REQUIRE(page);
    viewmodels::ReminderViewModel &reminders = *page->reminders();
    CHECK(reminders.exampleText().contains(QStringLiteral("Uppgifter: 1")));
    for (const QString &line : reminders.exampleText().split(QLatin1Char('\n')))
        CHECK(isFixedWord(line));
    CHECK(reminders.nextText().contains(QStringLiteral("Uppgifter: 1")));

    desk.harness.tap(QStringLiteral("Uppgifter"));
    CHECK_FALSE(reminders.exampleText().contains(QStringLiteral("Uppgifter")));
    CHECK(desk.harness.shows(QStringLiteral("Så här står det på skärmen")));

    desk.harness.tap(QStringLiteral("Även helger och röda dagar"));
    reminders.chooseUntil(0);
    reminders.chooseFrom(99);
    const viewmodels::ReminderSettings kept(desk.workspace().setup().dataFolder);
    CHECK(kept.choices().everyDay);
    CHECK(kept.choices().untilHour == viewmodels::ReminderSettings::EarliestUntil);
    CHECK(kept.choices().fromHour == 8);
    CHECK_FALSE(kept.choices().has(rules::ReminderKind::Task));

    desk.harness.tap(QStringLiteral("Visa en på prov"));
    REQUIRE(desk.notifier().shown());
    CHECK(QString::fromStdString(desk.notifier().shown()->text) == reminders.exampleText());
    CHECK(desk.notifier().shown()->title == "Fältakt, övning");
    desk.notifier().putAway();
    desk.become(hours(14));
    CHECK_FALSE(desk.tells("Uppgifter"));
}

TEST_CASE("a device that shows no notifications says so in the settings")
{
    ReminderDesk desk;
    desk.harness.app().openSettings();
    desk.harness.settle();
    CHECK_FALSE(desk.harness.shows(QStringLiteral("kan inte visa påminnelser")));
    desk.notifier().become(platform::Notifier::Permission::Missing);
    desk.harness.settle();
    CHECK(desk.harness.shows(QStringLiteral("kan inte visa påminnelser")));
}

TEST_CASE("a spoilt settings file gives the usual hours and tells from now on")
{
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() + "/settings.ini") << "[reminders]\nfrom=often\nuntil=99\neveryDay=\noff=violence, "
                                                      "@Invalid()\ntold=yesterday\nsnoozed=task now then, x\n";
    viewmodels::ReminderSettings settings{std::filesystem::path(folder.path())};
    CHECK(settings.choices().fromHour == 8);
    CHECK(settings.choices().untilHour == viewmodels::ReminderSettings::LatestUntil);
    CHECK(std::ranges::all_of(settings.choices().isOn, [](bool isOn) { return isOn; }));
    CHECK_FALSE(settings.state().has_value());
    const base::Instant now = base::parseInstant("2025-10-17T11:07:00Z").value();
    rules::ReminderState state = rules::freshReminderState(now);
    state.snoozed.push_back({rules::ReminderKind::Task, now, now + minutes(10)});
    settings.setState(state);
    REQUIRE(settings.state().has_value());
    CHECK(settings.state()->toldUntil == now);
    CHECK(settings.state()->snoozed == state.snoozed);
}

TEST_CASE("nothing that goes over the bus in a week of work tells of anybody, in either language")
{
    const QString language = GENERATE(QStringLiteral("sv"), QStringLiteral("en"));
    test::ensureApplication();
    test::PrivateBus bus;
    test::NotificationDesk shown(bus.connect(QStringLiteral("desk ") + language));
    REQUIRE(shown.come());
    platform::DesktopNotifier notifier(bus.connect(QStringLiteral("app ") + language));
    test::HarnessPlan plan;
    plan.language = language;
    plan.notifier = &notifier;
    ReminderDesk desk(plan);
    test::turnUntil([&] { return notifier.permission() == platform::Notifier::Permission::Granted; });
    const auto seeds = desk.harness.inStore<std::set<QString>>(seedsOf);
    REQUIRE(seeds.has_value());
    REQUIRE(seeds->size() > 20);

    for (int quarter = 0; quarter < 7 * 96; ++quarter) {
        desk.harness.clock().setWall(desk.harness.clock().now() + minutes(15));
        desk.reminders().look();
    }
    desk.reminders().showExample();
    test::turnUntil([&] { return !shown.all().isEmpty() && shown.all().back().text.count(QLatin1Char('\n')) == 5; });
    CHECK(shown.all().size() > 5);
    const QStringList fixed{QStringLiteral("faltakt"),
                            QStringLiteral("Fältakt, övning"),
                            QStringLiteral("Fältakt, training"),
                            QStringLiteral("desktop-entry"),
                            QStringLiteral("default"),
                            QStringLiteral("snooze-10"),
                            QStringLiteral("snooze-60"),
                            QStringLiteral("snooze-morning"),
                            QStringLiteral("Om 10 minuter"),
                            QStringLiteral("In 10 minutes"),
                            QStringLiteral("Om en timme"),
                            QStringLiteral("In an hour"),
                            QStringLiteral("I morgon bitti"),
                            QStringLiteral("Tomorrow morning"),
                            QStringLiteral("-1"),
                            QString()};
    for (const auto &message : shown.all()) {
        for (const QString &line : message.text.split(QLatin1Char('\n')))
            CHECK(isFixedWord(line));
        for (const QString &part : message.everything)
            CHECK((part == message.text || fixed.contains(part)));
        for (const QString &seed : *seeds)
            CHECK_FALSE(message.everything.join(QLatin1Char(' ')).contains(seed));
    }
}
