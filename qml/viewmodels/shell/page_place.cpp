#include "qml/viewmodels/shell/page_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::CaseId;
using base::RecordId;

namespace {

template <typename Identity>
void setId(json::Object &ids, const char *name, const std::optional<Identity> &id)
{
    if (id)
        ids.set(name, id->toString());
}

template <typename Identity>
std::optional<Identity> idAt(const PagePlace &place, std::string_view name)
{
    const json::Value *value = place.ids.find(name);
    if (!value || !value->string())
        return std::nullopt;
    auto id = Identity::parse(*value->string());
    return id ? std::optional(*id) : std::nullopt;
}

std::string textAt(const PagePlace &place, std::string_view name)
{
    const json::Value *value = place.ids.find(name);
    return value && value->string() ? *value->string() : std::string();
}

/// The router's call for a kind of page with a person.
template <typename Call>
bool openWithCase(const PagePlace &place, Call call)
{
    const auto caseId = idAt<CaseId>(place, "case");
    if (caseId)
        call(*caseId);
    return caseId.has_value();
}

template <typename Call>
bool openWithRecord(const PagePlace &place, Call call)
{
    const auto caseId = idAt<CaseId>(place, "case");
    const auto record = idAt<RecordId>(place, "record");
    if (caseId && record)
        call(*caseId, *record);
    return caseId && record;
}

bool openConflictAgain(Router &router, const PagePlace &place)
{
    const auto record = idAt<RecordId>(place, "record");
    if (record)
        router.openConflict(*record, textAt(place, "name"));
    return record.has_value();
}

bool openScratchAgain(Router &router, const PagePlace &place)
{
    const auto scratch = idAt<base::ScratchId>(place, "scratch");
    if (scratch)
        router.openScratchResult(*scratch);
    return scratch.has_value();
}

InterviewOrder interviewOrder(const PagePlace &place)
{
    InterviewOrder order;
    order.instrument = textAt(place, "name");
    order.caseId = idAt<CaseId>(place, "case");
    order.assessment = idAt<RecordId>(place, "record");
    order.scratch = idAt<base::ScratchId>(place, "scratch");
    order.stepFrom = idAt<RecordId>(place, "stepFrom");
    return order;
}

/// Also where nothing was answered yet: a device that was handed over stays so until its worker has taken it back.
bool openHandoverAgain(Router &router, const PagePlace &place)
{
    HandoverOrder order{interviewOrder(place), textAt(place, "language")};
    const json::Value ids(place.ids);
    // In percent: a place holds no fractions.
    order.textScale = double(ids.integerAt("textPercent")) / 100;
    const std::int64_t step = ids.integerAt("step");
    if (step >= 0 && step <= int(HandoverOrder::Step::Returned))
        order.step = HandoverOrder::Step(step);
    if (order.interview.instrument.empty())
        return false;
    router.openHandover(order);
    return true;
}

bool openInterviewAgain(Router &router, const PagePlace &place)
{
    const InterviewOrder order = interviewOrder(place);
    // Without either it would be a new interview, which nobody has asked for.
    if (!order.assessment && !order.scratch)
        return false;
    router.openInterview(order);
    return true;
}

/// In the order of DayPage.
constexpr std::array<std::string_view, 6> DayPages = {"met-today", "tally",        "relative-call",
                                                      "end",       "contact-card", "visits"};

bool openDayAgain(Router &router, const PagePlace &place)
{
    const auto found = std::ranges::find(DayPages, textAt(place, "name"));
    if (found != DayPages.end())
        router.openDay(DayPage(found - DayPages.begin()));
    return found != DayPages.end();
}

using Opener = std::function<bool(Router &, const PagePlace &)>;

const std::map<std::string, Opener, std::less<>> &openers()
{
    static const std::map<std::string, Opener, std::less<>> table = {
        {"person",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId caseId) { router.openPerson(caseId); });
         }},
        {"lob-contact",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) { router.openLobContact(id, idAt<RecordId>(place, "record")); });
         }},
        {"contact",
         [](Router &router, const PagePlace &place) {
             router.openContact(idAt<CaseId>(place, "case"), idAt<RecordId>(place, "record"));
             return true;
         }},
        {"forms",
         [](Router &router, const PagePlace &place) {
             router.openForms(idAt<CaseId>(place, "case"));
             return true;
         }},
        {"closing",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) { router.openClosing(id); });
         }},
        {"stage", [](Router &router,
                     const PagePlace &place) { return openWithCase(place, [&](CaseId id) { router.openStage(id); }); }},
        {"case-forms",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) { router.openCaseForms(id); });
         }},
        {"act",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) {
                 router.openAct({id, textAt(place, "name"), idAt<RecordId>(place, "record")});
             });
         }},
        {"interview", openInterviewAgain},
        {"handover", openHandoverAgain},
        {"result",
         [](Router &router, const PagePlace &place) {
             return openWithRecord(place, [&](CaseId id, RecordId record) { router.openResult(id, record); });
         }},
        {"scratch-result", openScratchAgain},
        {"note",
         [](Router &router, const PagePlace &place) {
             if (const std::string toldBy = textAt(place, "name"); !toldBy.empty()) {
                 router.openToldNote(toldBy);
                 return true;
             }
             router.openNote(idAt<CaseId>(place, "case"), idAt<RecordId>(place, "record"),
                             idAt<RecordId>(place, "addendumTo"));
             return true;
         }},
        {"record",
         [](Router &router, const PagePlace &place) {
             return openWithRecord(place, [&](CaseId id, RecordId record) { router.openRecord(id, record); });
         }},
        {"children",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) { router.openChildren(id); });
         }},
        {"protection",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) {
                 router.openProtection(id, textAt(place, "name"), idAt<RecordId>(place, "record"));
             });
         }},
        {"attachment",
         [](Router &router, const PagePlace &place) {
             return openWithRecord(place, [&](CaseId id, RecordId record) { router.openAttachment(id, record); });
         }},
        {"conflict", openConflictAgain},
        {"day", openDayAgain},
        {"new-person",
         [](Router &router, const PagePlace &) {
             router.openNewPerson({});
             return true;
         }},
        {"call-list",
         [](Router &router, const PagePlace &) {
             router.openCallList();
             return true;
         }},
        {"letters",
         [](Router &router, const PagePlace &) {
             router.openLetters();
             return true;
         }},
        {"letter",
         [](Router &router, const PagePlace &place) {
             return openWithRecord(place, [&](CaseId id, RecordId record) { router.openLetter(id, record); });
         }},
        {"lob-sheet",
         [](Router &router, const PagePlace &) {
             router.openLobSheet();
             return true;
         }},
        {"sync",
         [](Router &router, const PagePlace &) {
             router.openSync();
             return true;
         }},
        {"team-returns",
         [](Router &router, const PagePlace &) {
             router.openTeamReturns();
             return true;
         }},
        {"check-in",
         [](Router &router, const PagePlace &place) {
             router.openCheckIn(idAt<RecordId>(place, "record"));
             return true;
         }},
        {"takeover",
         [](Router &router, const PagePlace &place) {
             return openWithCase(place, [&](CaseId id) { router.openTakeover(id, idAt<RecordId>(place, "record")); });
         }},
        {"deputies",
         [](Router &router, const PagePlace &place) {
             router.openDeputies(idAt<CaseId>(place, "case"));
             return true;
         }},
        {"week",
         [](Router &router, const PagePlace &) {
             router.openWeek();
             return true;
         }},
        {"settings",
         [](Router &router, const PagePlace &) {
             router.openSettings();
             return true;
         }},
        {"guidance-card",
         [](Router &router, const PagePlace &place) {
             router.openGuidanceCard(QString::fromStdString(textAt(place, "name")));
             return true;
         }},
        {"help",
         [](Router &router, const PagePlace &place) {
             router.openHelp(QString::fromStdString(textAt(place, "name")));
             return true;
         }},
    };
    return table;
}

} // namespace

PagePlace personPlace(CaseId caseId) { return {"person", {{"case", caseId.toString()}}}; }

PagePlace dayPlace(DayPage page) { return namedPlace("day", std::string(DayPages.at(std::size_t(page)))); }

PagePlace lobContactPlace(CaseId caseId, std::optional<RecordId> report)
{
    PagePlace place{"lob-contact", {{"case", caseId.toString()}}};
    setId(place.ids, "record", report);
    return place;
}

PagePlace contactPlace(std::optional<CaseId> caseId, std::optional<RecordId> contact)
{
    PagePlace place{"contact"};
    setId(place.ids, "case", caseId);
    setId(place.ids, "record", contact);
    return place;
}

PagePlace checkInPlace(const std::optional<RecordId> &visit)
{
    PagePlace place{"check-in", {}};
    setId(place.ids, "record", visit);
    return place;
}

PagePlace deputiesPlace(const std::optional<CaseId> &caseId)
{
    PagePlace place{"deputies", {}};
    setId(place.ids, "case", caseId);
    return place;
}

PagePlace takeoverPlace(CaseId caseId, const std::optional<RecordId> &question)
{
    PagePlace place{"takeover", {{"case", caseId.toString()}}};
    setId(place.ids, "record", question);
    return place;
}

PagePlace closingPlace(CaseId caseId) { return {"closing", {{"case", caseId.toString()}}}; }

PagePlace stagePlace(CaseId caseId) { return {"stage", {{"case", caseId.toString()}}}; }

PagePlace letterPlace(CaseId caseId, RecordId report)
{
    return {"letter", {{"case", caseId.toString()}, {"record", report.toString()}}};
}

PagePlace caseFormsPlace(CaseId caseId) { return {"case-forms", {{"case", caseId.toString()}}}; }

PagePlace formsPlace(const std::optional<CaseId> &caseId)
{
    PagePlace place{"forms", {}};
    setId(place.ids, "case", caseId);
    return place;
}

PagePlace actPlace(const ActOrder &order)
{
    PagePlace place{"act", {{"case", order.caseId.toString()}, {"name", order.form}}};
    setId(place.ids, "record", order.record);
    return place;
}

PagePlace interviewPlace(const InterviewOrder &order)
{
    PagePlace place{"interview", {{"name", order.instrument}}};
    setId(place.ids, "case", order.caseId);
    setId(place.ids, "record", order.assessment);
    setId(place.ids, "scratch", order.scratch);
    setId(place.ids, "stepFrom", order.stepFrom);
    return place;
}

PagePlace handoverPlace(const HandoverOrder &order)
{
    PagePlace place = interviewPlace(order.interview);
    place.kind = "handover";
    place.ids.set("language", order.language);
    place.ids.set("textPercent", std::lround(order.textScale * 100));
    place.ids.set("step", int(order.step));
    return place;
}

PagePlace resultPlace(CaseId caseId, RecordId assessment)
{
    return {"result", {{"case", caseId.toString()}, {"record", assessment.toString()}}};
}

PagePlace scratchResultPlace(base::ScratchId scratch) { return {"scratch-result", {{"scratch", scratch.toString()}}}; }

PagePlace notePlace(std::optional<CaseId> caseId, std::optional<RecordId> draft, std::optional<RecordId> addendumTo)
{
    PagePlace place{"note"};
    setId(place.ids, "case", caseId);
    setId(place.ids, "record", draft);
    setId(place.ids, "addendumTo", addendumTo);
    return place;
}

PagePlace toldNotePlace(const std::string &toldBy) { return {"note", {{"name", toldBy}}}; }

PagePlace recordPlace(CaseId caseId, RecordId record)
{
    return {"record", {{"case", caseId.toString()}, {"record", record.toString()}}};
}

PagePlace childrenPlace(CaseId caseId) { return {"children", {{"case", caseId.toString()}}}; }

PagePlace protectionPlace(CaseId caseId, const std::string &form, std::optional<RecordId> child)
{
    PagePlace place{"protection", {{"case", caseId.toString()}, {"name", form}}};
    setId(place.ids, "record", child);
    return place;
}

PagePlace attachmentPlace(CaseId caseId, RecordId attachment)
{
    return {"attachment", {{"case", caseId.toString()}, {"record", attachment.toString()}}};
}

PagePlace conflictPlace(RecordId record, const std::string &field)
{
    return {"conflict", {{"record", record.toString()}, {"name", field}}};
}

PagePlace namedPlace(const std::string &kind, const std::string &name)
{
    PagePlace place{kind};
    if (!name.empty())
        place.ids.set("name", name);
    return place;
}

std::optional<CaseId> caseOf(const PagePlace &place) { return idAt<CaseId>(place, "case"); }

json::Object toJson(const Whereabouts &whereabouts)
{
    json::Array pages;
    for (const PagePlace &page : whereabouts.pages)
        pages.emplace_back(json::Object{{"kind", page.kind}, {"ids", page.ids}});
    return {{"place", int(whereabouts.place)}, {"pages", std::move(pages)}};
}

Whereabouts whereaboutsFrom(const json::Object &fields)
{
    const json::Value value(fields);
    Whereabouts whereabouts;
    const std::int64_t place = value.integerAt("place");
    if (place >= 0 && place <= int(Router::Place::More))
        whereabouts.place = Router::Place(place);
    const auto pages = value.requireArray("pages");
    if (!pages)
        return whereabouts;
    for (const json::Value &page : **pages) {
        const auto ids = page.requireObject("ids");
        if (ids)
            whereabouts.pages.push_back({page.stringAt("kind"), **ids});
    }
    return whereabouts;
}

bool openPlace(Router &router, const PagePlace &place)
{
    const auto opener = openers().find(place.kind);
    return opener != openers().end() && opener->second(router, place);
}

} // namespace faltakt::viewmodels
