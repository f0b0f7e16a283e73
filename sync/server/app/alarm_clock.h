#pragma once

#include "core/base/log.h"
#include "sync/server/api/server_core.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace faltakt::server {

/// Looks, every few seconds, for visits whose time is over, tells the teams, and runs the owner's program for each. Keeps
/// the teams' cases up to date, and gives and takes what deputies are to have, too. A thread of its own from construction to destruction.
class AlarmClock {
public:
    /// `hook`: a program that is run as `HOOK visit ID` for each alarm; empty: none. It gets no word of whom or where.
    AlarmClock(ServerCore &core, base::Log &log, std::string hook);
    ~AlarmClock();
    AlarmClock(const AlarmClock &) = delete;
    AlarmClock &operator=(const AlarmClock &) = delete;

private:
    void run();
    void look();
    void tell(const VisitAlarm &alarm);
    void reap();

    ServerCore &m_core;
    base::Log &m_log;
    std::string m_hook;
    std::vector<pid_t> m_children; ///< Of the hook, until they have ended.
    std::mutex m_lock;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace faltakt::server
