#pragma once

#include "qml/viewmodels/people/file_opening.h"
#include "qml/viewmodels/people/protected_gate.h"
#include "qml/viewmodels/shell/app_services.h"

#include <optional>
#include <utility>

namespace faltakt::viewmodels {

/// The door of one person's file: a page that shows something of the file reads it through here. The first reading is
/// logged before anything is read, and of a protected person, or as a deputy, nothing is read before a reason was given at the gate. Main
/// thread; owned by the page's view model.
class FileDoor final : public QObject {
    Q_OBJECT
public:
    FileDoor(AppServices &services, base::CaseId caseId);

    [[nodiscard]] ProtectedGate *gate() noexcept { return &m_gate; }

    /// Reads on the store thread. No answer comes where the file is covered: covered() is told instead. What is asked for
    /// while an answer is on its way is read once more after it, by readingWanted().
    template <typename T>
    void read(Workspace::Work<T> work, Workspace::Answer<T> done)
    {
        struct Content {
            FileEntry entry;
            std::optional<T> read;
        };
        if (std::exchange(m_isReading, true)) {
            m_isStale = true;
            return;
        }
        const Workspace::Work<Content> guarded = [opening = opening(),
                                                  work = std::move(work)](OpenStore &store) -> base::Result<Content> {
            TRY(const FileEntry entry, openFile(store, opening));
            if (entry != FileEntry::Open)
                return Content{entry, std::nullopt};
            TRY(T content, work(store));
            return Content{entry, std::move(content)};
        };
        const Workspace::Answer<Content> answer = [this, turn = m_turn,
                                                   done = std::move(done)](base::Result<Content> content) {
            if (turn != m_turn)
                return;
            m_isReading = false;
            const bool isStale = std::exchange(m_isStale, false);
            if (!content)
                done(base::Result<T>(tl::unexpected(content.error())));
            else if (isLetIn(content->entry))
                done(base::Result<T>(std::move(*content->read)));
            if (isStale)
                Q_EMIT readingWanted();
        };
        if (m_isLogged)
            m_services.workspace.read<Content>(this, guarded, answer);
        else
            m_services.workspace.readLogged<Content>(this, guarded, answer);
    }
    /// The page was cleared: the next reading is an opening again, and an answer on its way is not shown.
    void clear();
    /// The page goes: what is typed at the gate is kept.
    void flush() { m_gate.flush(); }

Q_SIGNALS:
    /// The page has to show nothing of the file: the gate stands before it.
    void covered();
    /// A reason was given, or what was read is no longer how it stands.
    void readingWanted();

private:
    [[nodiscard]] FileOpening opening() const;
    [[nodiscard]] bool isLetIn(FileEntry entry);

    AppServices &m_services;
    base::CaseId m_caseId;
    ProtectedGate m_gate;
    bool m_isLogged = false;
    bool m_isReading = false;
    bool m_isStale = false; ///< Reading was asked for while an answer was on its way.
    int m_turn = 0;
};

} // namespace faltakt::viewmodels
