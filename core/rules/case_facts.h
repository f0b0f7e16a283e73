#pragma once

#include "core/rules/children_facts.h"
#include "core/store/projection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// One contact in the terms of the rules.
struct ContactFacts {
    base::RecordId id;
    base::Instant at;
    std::string way;
    std::string outcome;
    std::string result;
    std::string children;
    std::string mayContactAgain;
    std::optional<base::Instant> mayContactAt;
    std::optional<base::Instant> nextAt; ///< only where it lies after `at`
    std::optional<base::RecordId> report;
    bool isLetterNotice = false; ///< tells that a letter went that was asked for before

    [[nodiscard]] bool isNo() const;
    /// A result counts with a talk alone: one that stands beside "no answer" is of a talk that never was.
    [[nodiscard]] bool isTalk() const { return outcome.empty() || outcome == "reached"; }
    /// Begun and not finished: neither outcome nor result, of a way where one is to be expected.
    [[nodiscard]] bool isUnfinished() const;
    /// A talk that came to something: the attempts are over.
    [[nodiscard]] bool isConcluded() const;
    /// Somebody of ours talked with the person, or agreed on a time with them.
    [[nodiscard]] bool isAgreement() const;
};

/// One police report in the terms of the rules.
struct ReportFacts {
    base::RecordId id;
    base::Instant received;
    bool open = true;
    bool registered = false;
    bool dangerSign = false;
    bool childrenPresent = false;
    int repeatCount = 1;                   ///< reports of the person in 12 months, this one included
    std::optional<int> age;                ///< in whole years when the report came
    std::optional<base::Instant> letterAt; ///< asked for or sent
    std::optional<base::Instant> letterRequested;
    std::optional<base::Instant> letterSent;
    std::string letterDespite; ///< holds that the one who asked had seen, with commas between
    std::string letterHeldFor; ///< codes::LetterHold of a letter that is kept back, and not let go since
};

struct TaskFacts {
    base::RecordId id;
    std::string what;
    std::string basis;
    std::string status;
    std::optional<base::Instant> due;
    std::optional<base::Instant> doneAt;
    std::optional<base::RecordId> report;
    std::optional<base::RecordId> record;

    [[nodiscard]] bool isOpen() const { return status.empty() || status == "open"; }
};

struct PersonFacts {
    std::optional<base::Date> birthDate = {};
    int phoneWays = 0; ///< numbers to ring or write to
    bool deceased = false;
    bool holdsFlagChildren = false;
    /// Since when the person wishes no contact; the end of time where the wish has no date.
    std::optional<base::Instant> noContactSince;
    std::optional<base::Instant> mayAskAgainAt;
    /// Why a letter must not go out by itself; empty where it may. Never shown in lists.
    std::string letterHold;
    std::vector<std::string> letterHolds; ///< all of them, letterHold first
};

/// When an arrangement noted as a flag is to be looked over.
struct FlagReview {
    std::string code;
    base::Date day;
};

/// What the rules need of one case, read once, in the order of time. A value; borrows nothing.
struct CaseFacts {
    base::RecordId caseRecord;
    bool hasPerson = false;
    /// The file's own card; of a file that has none and is tied to another one, the card that stands there.
    base::RecordId personRecord;
    /// Where the file is tied to others: their cards of the same person, beside personRecord. What is learned of the person
    /// belongs there too.
    std::vector<base::RecordId> otherCards;
    base::RecordId phoneRecord; ///< the card whose numbers are rung
    std::string stage;
    bool isTeam = false; ///< Of a team itself, and of no person.
    PersonFacts person;
    std::vector<FlagReview> flagReviews;
    std::vector<ReportFacts> reports;   ///< by receipt
    std::vector<ContactFacts> contacts; ///< by time
    std::vector<TaskFacts> tasks;
    std::vector<store::RecordView> assessments;
    ChildrenFacts children;
    std::vector<store::RecordView> acts;

    [[nodiscard]] bool isClosed() const { return stage == "closed"; }
    /// An investigation or help is under way.
    [[nodiscard]] bool isKnownMatter() const
    {
        return stage == "investigation" || stage == "insats" || stage == "followUp";
    }
    [[nodiscard]] bool isDeceased() const;
    /// The latest moment at which the person said no.
    [[nodiscard]] std::optional<base::Instant> latestNo() const;
};

/// Age in whole years on that day.
[[nodiscard]] int wholeYears(base::Date birth, base::Date day);

/// Reads the case. A missing time is taken from the record's id, which holds the moment at which it was made. Of a file that is
/// tied to another one of the same person (`case.mergedInto`) all that stands in it counts as before; what is known of the
/// person over there (a death, a wish for no contact, what holds a letter back) counts as well.
[[nodiscard]] base::Result<CaseFacts> readCaseFacts(base::CaseId caseId, const store::CaseReader &reader);

/// The moment at which a record was made: its id holds it.
[[nodiscard]] base::Instant recordMadeAt(const base::RecordId &id);

/// The kinds of records that readCaseFacts looks at.
[[nodiscard]] bool readsKind(std::string_view kind) noexcept;

} // namespace faltakt::rules
