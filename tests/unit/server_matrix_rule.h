#pragma once

#include "core/changelog/schema.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// Who may read and write what, said once more and by hand: nothing here is taken from the server. The list of fields is the
/// schema's; where a kind lies and what a right means is not.
namespace faltakt::server::testing::matrix {

/// Compartments by name, as the documents call them.
using Names = std::set<std::string>;

inline const std::map<std::string, std::string> PlaceOfKind{
    {"person", "card"},
    {"case", "card"},
    {"task", "card"},
    {"lobReport", "lob"},
    {"contact", "file"},
    {"note", "file"},
    {"assessment", "screening"},
    {"access", "reading"},
    {"protectedPerson", "protected"},
    {"children", "file"},
    {"child", "file"},
    {"concernReport", "file"},
    {"safetyCheck", "file"},
    {"safetyTalk", "screening"},
    {"colleague", "card"},
    {"visitWatch", "card"},
    {"takeover", "card"},
    {"tally", "card"},
    {"misfiled", "file"},
    {"deputy", "card"},
};

/// One field of one kind. A signature is looked at once for every kind that it can stand under.
struct Cell {
    std::string kind;
    std::string field;
    bool known = true; ///< The field and its kind are in the schema.
    std::string about; ///< The kind that a signature signs.

    /// Where a change lies that sets this field.
    [[nodiscard]] std::string place() const
    {
        const auto home = PlaceOfKind.find(about.empty() ? kind : about);
        if (home == PlaceOfKind.end())
            return "file";
        const bool guarded = home->second == "protected" || home->second == "reading";
        return known || guarded || !about.empty() ? home->second : "file";
    }
    /// What no device may say: who belongs to a team, which case is a team's, that nobody checked out.
    [[nodiscard]] bool isServersOwn() const
    {
        // Nor is a matter handed over, or a deputy named, by what says nothing of who does it; or a visit checked in for somebody
        // else, a count handed in to somebody's file, or a record sealed that is not there.
        return kind == "colleague" || (kind == "misfiled" && field == "record") || kind == "takeover" || kind == "tally"
               || kind == "deputy" || kind == "visitWatch"
               || (kind == "case" && (field == "team" || field == "teamName"));
    }
    /// What its author must hold: also what the kind lies in, where an unknown field puts the change elsewhere.
    [[nodiscard]] Names touches() const
    {
        Names all{place()};
        if (const auto home = PlaceOfKind.find(kind); home != PlaceOfKind.end())
            all.insert(home->second);
        return all;
    }
};

/// Whose case it is, seen from who asks.
enum class Whose { Own, Team, Tenant, Foreign };
enum class Standing { Active, DeviceRevoked, WorkerRevoked };
enum class Call { Push, Pull };

/// What was asked, in which situation, and what came of it.
struct Observation {
    Call call = Call::Pull;
    Whose whose = Whose::Tenant;
    Standing standing = Standing::Active;
    int role = 0;
    int phase = 0;
    Names ownRight;
    Names teamRight;
    bool everHeld = false;
    const Cell *cell = nullptr;
    std::string outcome; ///< Push: "accepted" or the reason. Pull: "delivered", "withheld" or "refused".
};

/// The rule. Each switch turned off makes it a wrong one, by which the test shows that it would notice.
struct Rule {
    bool teamCounts = true;
    bool readingIsNeverRead = true;
    bool unknownFieldsLieInTheFile = true;
    bool compartmentsAreAsked = true;
    bool revocationCounts = true;
    bool foreignIsToldApart = true;
    bool tellingNeedsARight = true;
    bool serversOwnIsTold = true;

    [[nodiscard]] std::string expected(const Observation &seen) const
    {
        const bool revoked = revocationCounts && seen.standing != Standing::Active;
        Names right = seen.ownRight;
        if (teamCounts)
            right.insert(seen.teamRight.begin(), seen.teamRight.end());
        return seen.call == Call::Push ? push(seen, right, revoked) : pull(seen, right, revoked);
    }

private:
    [[nodiscard]] std::string placeOf(const Cell &cell) const
    {
        const auto home = PlaceOfKind.find(cell.kind);
        return unknownFieldsLieInTheFile || cell.known || home == PlaceOfKind.end() ? cell.place() : home->second;
    }
    [[nodiscard]] std::string push(const Observation &seen, const Names &right, bool revoked) const
    {
        if (revoked)
            return "revoked";
        if (seen.whose == Whose::Foreign)
            return foreignIsToldApart ? "case" : "access";
        if (seen.cell->place() == "reading")
            return seen.everHeld || !tellingNeedsARight ? "accepted" : "access";
        for (const std::string &name : seen.cell->touches())
            if (compartmentsAreAsked ? !right.contains(name) : right.empty())
                return "access";
        if (!seen.cell->isServersOwn() || !serversOwnIsTold)
            return "accepted";
        const bool isVisit = seen.cell->kind == "visitWatch" && seen.cell->field != "alarm";
        return isVisit ? "access" : "schema";
    }
    [[nodiscard]] std::string pull(const Observation &seen, const Names &right, bool revoked) const
    {
        if (revoked)
            return "refused";
        const std::string place = placeOf(*seen.cell);
        if (place == "reading" && readingIsNeverRead)
            return "withheld";
        const bool held = compartmentsAreAsked ? right.contains(place) : !right.empty();
        return held && seen.whose != Whose::Foreign ? "delivered" : "withheld";
    }
};

} // namespace faltakt::server::testing::matrix
