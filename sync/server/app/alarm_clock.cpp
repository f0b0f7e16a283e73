#include "sync/server/app/alarm_clock.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>

namespace faltakt::server {

using base::LogEvent;

namespace {

/// So late an alarm is at most, and so seldom an idle server looks.
constexpr std::chrono::seconds Between(5);

/// Starts HOOK visit ID with nothing to read and nobody to write to; -1 where it cannot be started.
pid_t startHook(const std::string &hook, const std::string &alarm)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The server keeps its end from the threads by a mask, which the program must not inherit.
    sigset_t none;
    sigemptyset(&none);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::string program = hook;
    std::string word = "visit";
    std::string id = alarm;
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    std::array<char *, 4> arguments{program.data(), word.data(), id.data(), nullptr};
    std::array<char *, 2> environment{path.data(), nullptr};
    pid_t child = -1;
    const int failed = posix_spawn(&child, hook.c_str(), &files, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return failed ? -1 : child;
}

} // namespace

AlarmClock::AlarmClock(ServerCore &core, base::Log &log, std::string hook)
    : m_core(core), m_log(log), m_hook(std::move(hook)), m_thread([this] { run(); })
{
}

AlarmClock::~AlarmClock()
{
    {
        const std::lock_guard lock(m_lock);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void AlarmClock::run()
{
    std::unique_lock lock(m_lock);
    while (!m_stopping) {
        lock.unlock();
        look();
        lock.lock();
        m_wake.wait_for(lock, Between, [this] { return m_stopping; });
    }
}

void AlarmClock::look()
{
    reap();
    if (const auto kept = m_core.teams().keep(); !kept)
        m_log.write(LogEvent("teams").error(kept.error()));
    if (const auto kept = m_core.deputies().keep(); !kept)
        m_log.write(LogEvent("deputies").error(kept.error()));
    const auto raised = m_core.alarms().raise();
    if (!raised) {
        m_log.write(LogEvent("visitAlarm").error(raised.error()));
        return;
    }
    for (const VisitAlarm &alarm : *raised)
        tell(alarm);
}

void AlarmClock::tell(const VisitAlarm &alarm)
{
    m_log.write(LogEvent("visitAlarm").id("alarm", alarm.record));
    if (m_hook.empty())
        return;
    const pid_t child = startHook(m_hook, alarm.record.toString());
    if (child > 0)
        m_children.push_back(child);
    else
        m_log.write(LogEvent("alarmHook").word("state", "notStarted"));
}

void AlarmClock::reap()
{
    std::erase_if(m_children, [](pid_t child) { return waitpid(child, nullptr, WNOHANG) != 0; });
}

} // namespace faltakt::server
