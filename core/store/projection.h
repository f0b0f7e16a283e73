#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/changelog/change.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::store {

/// What a record says now: the displayed value of every field. A value.
struct RecordView {
    base::RecordId id;
    base::CaseId caseId;
    std::string kind;
    base::json::Object fields;
    bool deleted = false;
    bool conflicted = false;
    /// The values of fields in conflict that are not displayed: for rules that must not overlook one, as protection.
    std::vector<std::pair<std::string, base::json::Value>> otherValues = {};

    [[nodiscard]] std::string text(std::string_view field) const;
    /// The displayed text and those in conflict with it.
    [[nodiscard]] std::vector<std::string> allTexts(std::string_view field) const;
    [[nodiscard]] std::int64_t integer(std::string_view field, std::int64_t otherwise = 0) const;
    [[nodiscard]] bool boolean(std::string_view field, bool otherwise = false) const;
    /// Empty where the field is missing or no instant.
    [[nodiscard]] std::optional<base::Instant> instant(std::string_view field) const;
    [[nodiscard]] std::optional<base::Date> date(std::string_view field) const;
};

/// Read access to one case's records inside the running transaction; deleted records are left out.
class CaseReader {
public:
    virtual ~CaseReader() = default;
    /// All records of a kind, in the order of their ids (which is the order of their making).
    [[nodiscard]] virtual base::Result<std::vector<RecordView>> records(base::CaseId caseId,
                                                                        std::string_view kind) const = 0;
};

/// One line of I dag before time is looked at: `due` is stored, urgency is computed when the list is read.
struct AgendaEntry {
    base::RecordId record;
    std::string kind;   ///< life, child, violence, law, agreed, guideline, default (in this order of weight)
    std::string rule;   ///< name of the rule that says so, such as "lob.firstAttempt"
    std::string reason; ///< stable code with parameters for the words on screen, e.g. "lobAttempt:2:3"
    std::optional<base::Instant> due;
    std::optional<base::Instant> notBefore;
};

/// The line of a case in Personer.
struct CardEntry {
    std::string name;    ///< as shown; empty for a person without known name
    std::string sortKey; ///< folded, in the order in which lists show the name: given name first
    std::string stage;
    bool isProtected = false;
    std::string shortName = {};               ///< as lists show it: given name and initial
    std::optional<base::Date> birthDate = {}; ///< what an age is counted from
    std::string caseNumber = {};
    std::string responsible = {}; ///< the worker's id; empty where nobody is named
    std::string mergedInto = {};  ///< the id of another file of the same person, to which this one is tied
};

/// A line of the timeline; its text is read from the record itself when shown.
struct TimelineEntry {
    base::Instant at;
};

/// Supplies the agenda of a case. Pure; called inside the write transaction, so it must be quick and not store.
class AgendaProjector {
public:
    virtual ~AgendaProjector() = default;
    /// Changes whenever the same records would give other rows: code version and a hash of the profile.
    [[nodiscard]] virtual std::string version() const = 0;
    /// True where a change to a record of this kind can change the agenda.
    [[nodiscard]] virtual bool reads(std::string_view kind) const = 0;
    [[nodiscard]] virtual base::Result<std::vector<AgendaEntry>> agenda(base::CaseId caseId,
                                                                        const CaseReader &reader) const = 0;
};

/// Says no to what may not be saved as things stand; for the few sets that rules hold up until something else is done. Pure;
/// called inside the write transaction, before anything of the draft is written.
class SaveGuard {
public:
    virtual ~SaveGuard() = default;
    /// True where check() wants to see the case before this set.
    [[nodiscard]] virtual bool watches(const changelog::RecordSet &set) const = 0;
    /// Refused, with a code that has words, where the set may not be saved.
    [[nodiscard]] virtual base::Result<void> check(base::CaseId caseId, const changelog::RecordSet &set,
                                                   const CaseReader &reader) const = 0;
};

/// Supplies card, timeline and search terms. Pure; same rules as above.
class CaseProjector {
public:
    virtual ~CaseProjector() = default;
    [[nodiscard]] virtual std::string version() const = 0;
    /// True where a change to a record of this kind can change card or search terms.
    [[nodiscard]] virtual bool reads(std::string_view kind) const = 0;
    [[nodiscard]] virtual base::Result<CardEntry> card(base::CaseId caseId, const CaseReader &reader) const = 0;
    /// Unfolded names, aliases and numbers; nothing else may be searched across people.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> searchTerms(base::CaseId caseId,
                                                                             const CaseReader &reader) const = 0;
    /// Empty for kinds that have no place in the timeline.
    [[nodiscard]] virtual std::optional<TimelineEntry> timeline(const RecordView &record) const = 0;
};

} // namespace faltakt::store
