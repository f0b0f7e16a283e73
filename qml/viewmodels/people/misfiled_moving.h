#pragma once

#include "qml/viewmodels/people/misfiled_store.h"
#include "qml/viewmodels/people/written_record.h"

#include <map>

namespace faltakt::viewmodels {

/// Puts together what one moving writes, in both files. Store thread; lives as long as the work.
class MisfiledMoving {
public:
    MisfiledMoving(OpenStore &store, const MisfiledMove &move) : m_store(store), m_move(move), m_here{move.from, {}, {}}
    {
    }

    /// With the open tasks that came of it. NotFound where it is about a child that is not in the other file.
    [[nodiscard]] base::Result<void> addRecord(base::RecordId record);
    /// What came late to a note or a contact that was moved before stands as additions to it, one for each field. Of any other
    /// record it stands as a version beside what was moved; NotFound where that is not in the other file.
    [[nodiscard]] base::Result<void> addLateEdit(base::RecordId record);
    /// The bytes are sealed anew: a key that the first file holds opens nothing in the second. Written at once, since bytes
    /// are no part of a change: what a crash leaves is a photo too many in the right file.
    [[nodiscard]] base::Result<void> addPhoto(base::RecordId record);
    /// The right file first: nothing is sealed that does not stand there.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> write();

private:
    [[nodiscard]] base::Result<void> seal(const WrittenRecord &record);
    [[nodiscard]] base::Result<void> moveTasks(const WrittenRecord &from, base::RecordId made);
    [[nodiscard]] base::Result<void> addAdditions(const WrittenRecord &from, const base::json::Object &late,
                                                  const std::string &there);
    void put(base::RecordId record, const std::string &kind, const base::json::Object &fields);
    /// To what stands there for what the field names here; none where nothing does.
    [[nodiscard]] base::Result<void> link(const WrittenRecord &from, const char *field, base::json::Object &fields);
    /// The record in the right file that stands for this one; empty where there is none.
    [[nodiscard]] base::Result<std::string> counterpartOf(const std::string &here);

    OpenStore &m_store;
    MisfiledMove m_move;
    std::vector<store::Draft> m_there;
    store::Draft m_here;
    std::map<std::string, std::string> m_made; ///< By the record here, the one there.
    std::vector<base::ChangeId> m_changes;
};

} // namespace faltakt::viewmodels
