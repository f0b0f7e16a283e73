#pragma once

#include "core/base/ids.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>

namespace faltakt::viewmodels {

class PageViewModel;

/// Who reads the questions and gives the answers: the worker in a talk, or the person with the device in hand.
enum class Hand { Worker, Person };

/// What an interview is about to be: a new one, or one to go on with.
struct InterviewOrder {
    std::string instrument;                        ///< "audit"
    std::optional<base::CaseId> caseId = {};       ///< Empty: without a person, in scratch.
    std::optional<base::RecordId> assessment = {}; ///< The record to go on with.
    std::optional<base::ScratchId> scratch = {};   ///< The scratch to go on with.
    std::string atItem = {};                       ///< The question to show first; empty for the first open one.
    std::optional<base::RecordId> stepFrom = {};   ///< A completed shorter form whose answers are carried on.
    Hand hand = Hand::Worker;
};

/// Which form of assets/forms, in whose file; `record` where an act that is there already is changed.
struct ActOrder {
    base::CaseId caseId;
    std::string form;
    std::optional<base::RecordId> record = {};
    bool operator==(const ActOrder &) const = default;
};

/// The device in a person's hands: what is asked, how it looks and speaks, and how far the handing over has come.
struct HandoverOrder {
    enum class Step {
        Preparing, ///< The worker chooses.
        Handed,    ///< The person has it: the page is sealed.
        Returned,  ///< The worker has given the passphrase.
    };
    InterviewOrder interview;
    std::string language = {}; ///< In which the person is asked; empty for the worker's.
    double textScale = 0;      ///< 1 to 2; 0 for the worker's.
    Step step = Step::Preparing;
};

/// Pages of the day as a whole, which are about nobody alone.
enum class DayPage { MetToday, Tally, RelativeCall, End, ContactCard, Visits };

/// How one comes to the page of an attempt: to look, or by a button that says it rings.
enum class LobStart { Open, Ring };

/// Where view models send the user; implemented by the app's root, which makes the page and puts it on top.
class Router {
public:
    virtual ~Router() = default;

    enum class Place { Today, People, Guidance, More };
    virtual void goTo(Place place) = 0;
    /// Closes the top page.
    virtual void back() = 0;
    /// Closes the top page and opens what stands in its stead by the next call: so that going back skips it.
    virtual void replaceTop() = 0;
    /// Whether nothing lies over this page: an answer that comes later than its press must not close or replace another.
    [[nodiscard]] virtual bool isOnTop(const PageViewModel & /*page*/) const { return true; }

    /// Locks and shows the harmless page at once.
    virtual void hideNow() = 0;
    /// Whose file lies open: that of the uppermost page that shows one.
    [[nodiscard]] virtual std::optional<base::CaseId> shownCase() const = 0;

    virtual void openPerson(base::CaseId caseId) = 0;
    /// Somebody new. `created` is told of the case once the page has closed, also where the person turns out to be known
    /// already; without it the person's own page opens.
    virtual void openNewPerson(std::function<void(base::CaseId)> created) = 0;
    virtual void openCallList() = 0;
    virtual void openDay(DayPage /*page*/) {}
    /// A police sheet that came on paper.
    virtual void openLobSheet() {}
    /// The follow-up of a police report: call, outcome, talk. Without a report the latest open one.
    virtual void openLobContact(base::CaseId caseId, std::optional<base::RecordId> report = {},
                                LobStart start = LobStart::Open) = 0;
    /// A contact of another kind; `contact` goes on with one that was begun. Without a case: the person is chosen there.
    virtual void openContact(std::optional<base::CaseId> caseId, std::optional<base::RecordId> contact = {}) = 0;
    /// The sheet behind "Nytt".
    virtual void openNew() = 0;
    /// All forms that can be begun about this person, or about nobody.
    virtual void openForms(const std::optional<base::CaseId> & /*caseId*/) {}
    /// What can be written in a person's file: the forms of the worker's own alone.
    virtual void openCaseForms(base::CaseId /*caseId*/) {}
    /// A form of the worker's own; one that was begun goes on.
    virtual void openAct(const ActOrder & /*order*/) {}
    virtual void openInterview(const InterviewOrder &order) = 0;
    virtual void openResult(base::CaseId caseId, base::RecordId assessment) = 0;
    virtual void openScratchResult(base::ScratchId scratch) = 0;
    /// A note; `draft` goes on with an unfinished one, `addendumTo` adds to a signed one.
    virtual void openNote(std::optional<base::CaseId> caseId, std::optional<base::RecordId> draft = {},
                          std::optional<base::RecordId> addendumTo = {}) = 0;
    /// A note of what somebody else has told (codes::ToldBy); nobody is proposed for it.
    virtual void openToldNote(const std::string & /*toldBy*/) {}
    /// Reads one record of the timeline: a note, contact or report, with sign, addendum and dispute.
    virtual void openRecord(base::CaseId caseId, base::RecordId record) = 0;
    /// What is known of children in a person's life, with the steps that a worry asks for.
    virtual void openChildren(base::CaseId /*caseId*/) {}
    /// An act about children or protection, by the name of its form (child/protection_form.h); `child`: the one that it is about.
    virtual void openProtection(base::CaseId /*caseId*/, const std::string & /*form*/,
                                std::optional<base::RecordId> /*child*/ = {})
    {
    }
    /// What of that note or contact the person may read, then the person reading it.
    virtual void openReading(base::CaseId /*caseId*/, base::RecordId /*record*/) {}
    virtual void openAttachment(base::CaseId caseId, base::RecordId attachment) = 0;
    virtual void openConflict(base::RecordId record, const std::string &field) = 0;
    /// Checking in before a visit, and out again; `visit` is one that stands on I dag, also somebody else's.
    virtual void openCheckIn(const std::optional<base::RecordId> & /*visit*/ = {}) {}
    /// Asking a colleague to take over a matter, or answering: `question` is one that stands on I dag.
    virtual void openTakeover(base::CaseId /*caseId*/, const std::optional<base::RecordId> & /*question*/ = {}) {}
    /// The end of a matter, or opening it again.
    virtual void openClosing(base::CaseId /*caseId*/) {}
    /// Where the matter stands in the work, and moving it.
    virtual void openStage(base::CaseId /*caseId*/) {}
    /// The worker's own week in counts.
    virtual void openWeek() {}
    /// For one case, or for all of the worker's own.
    virtual void openDeputies(const std::optional<base::CaseId> & /*caseId*/) {}
    virtual void openSync() = 0;
    /// What the server did not take of the team's work.
    virtual void openTeamReturns() = 0;
    virtual void openSettings() = 0;
    virtual void openHelp(const QString &page) = 0;
    virtual void openEmergency() = 0;
    /// Closes the store and asks for the passphrase.
    virtual void lockNow() {}
    /// The menu behind the worker's name.
    virtual void openMenu() {}
    /// Lets a further worker enrol on this device.
    virtual void addWorker() {}
    virtual void openGuidanceCard(const QString &card) = 0;
    /// Hands the device over to the person: her own page, that leads nowhere else.
    virtual void openHandover(const HandoverOrder &order) = 0;
    /// The letters that wait to be sent.
    virtual void openLetters() {}
    /// The letter about one report.
    virtual void openLetter(base::CaseId /*caseId*/, base::RecordId /*report*/) {}
};

} // namespace faltakt::viewmodels
