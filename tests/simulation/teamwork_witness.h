#pragma once

#include "core/changelog/record_state.h"
#include "sync/server/store/server_records.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace faltakt::simulation {

class Witness;
struct Findings;
struct SeenChange;

/// What the onlooker knows of the rules by which people work together: handing over and its rights, protected identity,
/// children before a matter is closed, visits of people who are alone. Has its own reading of each, beside the server's code.
class TeamworkWitness {
public:
    /// Whether it may stand in the order, before it counts as seen. `worker`: whose device wrote it; negative for the server.
    void judge(const SeenChange &change, int worker, const Witness &witness, Findings &findings) const;
    void follow(const SeenChange &change, const Witness &witness);
    /// True where what was seen since the last conclude() calls for the entry.
    [[nodiscard]] bool callsFor(const server::AccessEntry &entry, const Witness &witness) const;
    /// Says which rights what was seen since then has not given or not taken.
    void conclude(const Witness &witness, Findings &findings);
    /// The server has just looked for visits that are over, at this time of its clock: of each such one the team is told.
    void checkAlarms(base::Instant now, const Witness &witness, Findings &findings) const;

private:
    using State = changelog::RecordState;
    /// What one write brought into a question.
    struct Turn {
        bool isAsked = false;
        bool isAnswered = false;
        bool isClosed = false;
    };
    struct Right {
        base::CaseId caseId;
        base::Uuid grantee;
        changelog::CompartmentSet compartments;
    };
    [[nodiscard]] bool isProtected(base::CaseId caseId, const Witness &witness) const;
    [[nodiscard]] bool hasOpenWorry(base::CaseId caseId, const Witness &witness) const;
    [[nodiscard]] std::set<base::CaseId> tiedTo(base::CaseId caseId, const Witness &witness) const;
    /// Also where somebody in a file that is tied to it is.
    [[nodiscard]] bool isForNamed(base::CaseId caseId, const Witness &witness) const;
    /// `to`: the worker who is asked; empty for the team.
    [[nodiscard]] bool isAskedElsewhere(const State &question, const std::string &to, const Witness &witness) const;
    [[nodiscard]] std::vector<Right> promised(const Witness &witness) const;
    void addOfQuestion(const State &question, const Turn &turn, const Witness &witness,
                       std::vector<Right> &rights) const;
    void addOfFormer(const State &question, const Turn &turn, int from, const Witness &witness,
                     std::vector<Right> &rights) const;
    [[nodiscard]] const State *stateOf(base::RecordId record) const;
    [[nodiscard]] std::string faultOfTakeover(const SeenChange &change, const changelog::RecordSet &set, int worker,
                                              const Witness &witness) const;
    [[nodiscard]] std::string faultOfVisit(const changelog::RecordSet &set, int worker) const;
    [[nodiscard]] std::string faultOfPerson(const SeenChange &change, const changelog::RecordSet &set) const;
    [[nodiscard]] std::string faultOf(const SeenChange &change, const changelog::RecordSet &set, int worker,
                                      const Witness &witness) const;
    [[nodiscard]] std::string faultOfAlarm(const SeenChange &change, const changelog::RecordSet &set,
                                           const Witness &witness) const;

    std::map<base::RecordId, State> m_states;
    std::map<base::CaseId, std::vector<base::RecordId>> m_ofCase;
    std::map<base::RecordId, Turn>
        m_turns;                        ///< Questions that were asked, answered or closed since the last conclude().
    std::set<base::RecordId> m_made;    ///< Records that were made since then.
    std::set<base::CaseId> m_named;     ///< Cases in which a level of protection was named since then.
    std::set<base::CaseId> m_narrowing; ///< These, and what was tied to another one, or asked a team about.
};

} // namespace faltakt::simulation
