// What the tour shows. A scene goes where a user would go, by the verbs of the view models.
#include "qml/app/tour.h"

#include "core/casework/attachment.h"
#include "core/changelog/record_state.h"
#include "qml/app/tour_acts.h"
#include "qml/app/tour_children.h"
#include "qml/app/tour_day.h"
#include "qml/app/tour_forms.h"
#include "qml/app/tour_handover.h"
#include "qml/app/tour_letters.h"
#include "qml/app/tour_misfiled.h"
#include "qml/app/tour_packs.h"
#include "qml/app/tour_people.h"
#include "qml/app/tour_photo.h"
#include "qml/app/tour_team.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "qml/viewmodels/sync/team_returns_view_model.h"

namespace faltakt::app {

using viewmodels::AppSettings;
using viewmodels::AppViewModel;
using viewmodels::InterviewViewModel;
using viewmodels::LobContactViewModel;
using viewmodels::OpenStore;
using viewmodels::PersonViewModel;
using viewmodels::ResultViewModel;
using viewmodels::Router;
using viewmodels::TeamReturnsViewModel;

namespace {

constexpr QSize Phone(390, 844);
constexpr QSize PhoneOnItsSide(844, 390);
constexpr QSize Tablet(1280, 800);

/// A row of the store that a scene opens.
struct Found {
    base::CaseId caseId;
    base::RecordId record;
    std::string field;
};
using Finder = std::function<base::Result<Found>(OpenStore &)>;
using Opener = std::function<void(Router &, const Found &)>;

/// Looks something up on the store thread and opens it.
std::function<void(Composition &)> open(Finder find, Opener opener)
{
    return [find = std::move(find), opener = std::move(opener)](Composition &composition) {
        viewmodels::AppViewModel &app = composition.app();
        composition.workspace().read<Found>(&app, find, [&app, opener](const base::Result<Found> &found) {
            if (found)
                opener(app, *found);
            else
                qWarning("tour: nothing to show: %s", found.error().toString().c_str());
        });
    };
}

base::Result<Found> agendaRow(OpenStore &store, std::string_view reason)
{
    TRY(const auto rows, store.cases.agenda());
    for (const store::AgendaRow &row : rows)
        if (row.entry.reason.starts_with(reason))
            return Found{row.caseId, row.entry.record, {}};
    return base::fail(base::ErrorCode::NotFound, "no such row of the agenda");
}

Finder agenda(std::string reason)
{
    return [reason = std::move(reason)](OpenStore &store) { return agendaRow(store, reason); };
}

base::Result<Found> longestFile(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    std::optional<Found> longest;
    std::size_t most = 0;
    for (const store::CaseRow &row : rows) {
        TRY(const auto records, store.cases.recordsOfCase(row.caseId));
        if (records.size() <= most)
            continue;
        most = records.size();
        longest = Found{row.caseId, records.back().id, {}};
    }
    return longest ? base::Result<Found>(*longest) : base::fail(base::ErrorCode::NotFound, "no case");
}

/// The same, as where its older notes stayed at a server.
base::Result<Found> fileWithOlder(OpenStore &store)
{
    TRY(Found found, longestFile(store));
    TRY(const auto position, store.cases.syncPosition());
    TRY_VOID(store.cases.applyPage({{changelog::OlderLine{found.caseId, 12}}, position.cursor, false}));
    return found;
}

base::Result<Found> rated(OpenStore &store)
{
    TRY(const Found found, longestFile(store));
    TRY(const RatedInterview interview, ratedInterview(store, found.caseId));
    return Found{interview.caseId, interview.record, {}};
}

/// The longest file, with a plan in it.
base::Result<Found> planInFile(OpenStore &store)
{
    TRY(Found found, longestFile(store));
    TRY(found.record, savedPlan(store, found.caseId));
    return found;
}

/// One question of a form, about somebody.
std::function<void(Composition &)> question(std::string form, std::string item)
{
    return open(longestFile, [form = std::move(form), item = std::move(item)](Router &router, const Found &found) {
        router.openInterview({.instrument = form, .caseId = found.caseId, .atItem = item});
    });
}

/// The page on top, worked with once it is there.
template <typename Page>
void whenRead(Router &router, std::function<void(Page &)> act)
{
    auto *page = qobject_cast<Page *>(dynamic_cast<AppViewModel &>(router).navigator()->top());
    QObject::connect(
        page, &Page::loadingChanged, page, [page, act = std::move(act)] { act(*page); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

/// A talk that has come so far, at one of its questions or where it goes on.
std::function<void(Composition &)> talk(TalkSoFar soFar, std::string item = {},
                                        std::function<void(InterviewViewModel &)> act = {})
{
    const auto begin = [soFar](OpenStore &store) -> base::Result<Found> {
        TRY(Found found, longestFile(store));
        TRY(found.record, talkUnderWay(store, found.caseId, soFar));
        return found;
    };
    return open(begin, [item = std::move(item), act = std::move(act)](Router &router, const Found &found) {
        router.openInterview({.instrument = {}, .caseId = found.caseId, .assessment = found.record, .atItem = item});
        if (act)
            whenRead<InterviewViewModel>(router, act);
    });
}

constexpr TalkSoFar TickBoxes{.instrument = "medical-test",
                              .answers = R"({"test":"urine-drugs","urine-drugs-found":["cannabis","cocaine"]})"};
constexpr TalkSoFar TwoRows{
    .instrument = "addis",
    .answers = R"({"date":"2025-10-02","interviewer":"Elin","version":"addis","substance.a/substance-name":"alcohol",
        "substance.a/substance-result":"dependence","substance.a/substance-code":"F10.2",
        "substance.b/substance-name":"cannabis","substance.b/substance-result":"harmful-use"})"};
constexpr TalkSoFar BeforeRatings{.instrument = "adad", .isAsked = true};
constexpr TalkSoFar HalfAudit{.instrument = "audit", .answers = R"({"1":3,"2":1,"3":2,"4":"refused"})"};

/// The longest file, on a device that content packs have come to.
base::Result<Found> fileWithPacks(OpenStore &store)
{
    TRY_VOID(bringPacks(store));
    return longestFile(store);
}

base::Result<Found> completedAssessment(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        TRY(const auto assessments, store.cases.recordsOfKind(row.caseId, "assessment"));
        for (const store::RecordView &assessment : assessments)
            if (assessment.text("status") == "completed")
                return Found{row.caseId, assessment.id, {}};
    }
    return base::fail(base::ErrorCode::NotFound, "no completed assessment");
}

base::Result<Found> someConflict(OpenStore &store)
{
    TRY(const auto conflicts, store.cases.conflicts());
    if (conflicts.empty())
        return base::fail(base::ErrorCode::NotFound, "no conflict");
    return Found{conflicts.front().caseId, conflicts.front().record, conflicts.front().field};
}

/// The row of an attempt that nobody has begun: what an earlier scene began is dropped.
base::Result<Found> freshAttempt(OpenStore &store)
{
    TRY(const auto forms, store.cases.forms());
    for (const store::FormDraft &form : forms)
        if (form.form == viewmodels::AttemptForm::Name)
            TRY_VOID(store.cases.dropForm(form.id));
    return agendaRow(store, "lobAttempt");
}

/// Opens an attempt, and goes on with `act`.
std::function<void(Composition &)> attempt(std::function<void(LobContactViewModel &)> act)
{
    return open(freshAttempt, [act = std::move(act)](Router &router, const Found &found) {
        router.openLobContact(found.caseId, found.record);
        whenRead(router, act);
    });
}

/// A result as a file for its person.
void openHandout(Router &router, const Found &found)
{
    router.openResult(found.caseId, found.record);
    whenRead<ResultViewModel>(router, [](ResultViewModel &page) {
        page.showToPerson();
        page.handOut();
    });
}

/// A paper in the longest file, put there the first time that it is wanted.
base::Result<Found> somePhoto(OpenStore &store)
{
    TRY(Found found, longestFile(store));
    TRY(const auto there, store.cases.recordsOfKind(found.caseId, casework::Attachment::Kind));
    if (!there.empty())
        return Found{found.caseId, there.front().id, {}};
    TRY(const auto blob, crypto::sealBlob(photoOfPaper(), store.random));
    casework::Attachment attachment;
    attachment.caption = "Brev från hyresvärden";
    attachment.mediaType = casework::Attachment::Jpeg;
    attachment.at = store.clock.now();
    attachment.blob = {blob.reference.name, blob.reference.size, blob.reference.key.clone()};
    found.record = store.ids.makeId<base::RecordId>();
    TRY_VOID(
        store.field.attachments().add({found.caseId,
                                       {changelog::makeCreation(found.record, std::string(casework::Attachment::Kind),
                                                                casework::attachmentFields(attachment))},
                                       {}},
                                      found.record, blob));
    return found;
}

/// The sheet with the device's photos, one of them chosen.
void openPhotos(Router &router, const Found &found)
{
    router.openPerson(found.caseId);
    whenRead<PersonViewModel>(router, [](PersonViewModel &page) {
        QObject::connect(
            page.attach()->photos(), &viewmodels::LineListModel::countChanged, &page,
            [&page] { page.attach()->choose(0); }, Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        // Behind a sheet a reader is to find nothing: the page is whole before it opens.
        QObject::connect(
            page.timeline(), &QAbstractItemModel::rowsInserted, &page, [&page] { page.addPhoto(); },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    });
}

void openResults(Router &router, const Found &found)
{
    router.openPerson(found.caseId);
    whenRead<PersonViewModel>(router, [](PersonViewModel &page) { page.chooseTab(2); });
}

void openOlder(Router &router, const Found &found)
{
    router.openPerson(found.caseId);
    whenRead<PersonViewModel>(router, [](PersonViewModel &page) { page.older()->open(); });
}

/// A training device has no server; the leader's page is shown what one would have told.
std::function<void(Composition &)> leadersPage()
{
    return [](Composition &composition) {
        const viewmodels::WorkspaceSetup &setup = composition.workspace().setup();
        open(longestFile, [&setup](Router &router, const Found &found) {
            router.openTeamReturns();
            whenRead<TeamReturnsViewModel>(router, [page = teamReturnsOf(found.caseId, setup.clock, setup.random)](
                                                       TeamReturnsViewModel &shown) { shown.take(page); });
        })(composition);
    };
}

} // namespace

std::vector<Scene> tourScenes()
{
    const auto place = [](Router::Place where) {
        return [where](Composition &composition) {
            composition.app().emergencySheet()->close();
            composition.app().goTo(where);
        };
    };
    std::vector<Scene> scenes{
        {QStringLiteral("today"), place(Router::Place::Today)},
        {QStringLiteral("people"), place(Router::Place::People)},
        {QStringLiteral("guidance"), place(Router::Place::Guidance)},
        {QStringLiteral("more"), place(Router::Place::More)},
        {QStringLiteral("person"),
         open(longestFile, [](Router &router, const Found &found) { router.openPerson(found.caseId); })},
        {QStringLiteral("people-person"),
         [](Composition &composition) {
             composition.app().goTo(Router::Place::People);
             open(longestFile,
                  [](Router &router, const Found &found) { router.openPerson(found.caseId); })(composition);
         }},
        {QStringLiteral("person-results"), open(longestFile, openResults)},
        {QStringLiteral("person-older"), open(fileWithOlder, openOlder)},
        {QStringLiteral("attach"), open(longestFile, openPhotos)},
        {QStringLiteral("photo"),
         open(somePhoto,
              [](Router &router, const Found &found) { router.openAttachment(found.caseId, found.record); })},
        {QStringLiteral("call-list"), [](Composition &composition) { composition.app().openCallList(); }},
        {QStringLiteral("lob-contact"),
         open(freshAttempt,
              [](Router &router, const Found &found) { router.openLobContact(found.caseId, found.record); })},
        {QStringLiteral("lob-later"), attempt([](LobContactViewModel &page) { page.outcomes()->choose(0); })},
        {QStringLiteral("lob-other"), attempt([](LobContactViewModel &page) { page.callers()->choose(1); })},
        {QStringLiteral("lob-unsure"), attempt([](LobContactViewModel &page) { page.callers()->choose(2); })},
        {QStringLiteral("lob-text"), attempt([](LobContactViewModel &page) { page.startText(); })},
        {QStringLiteral("lob-more"), attempt([](LobContactViewModel &page) { page.showMore(); })},
        {QStringLiteral("lob-talk"), attempt([](LobContactViewModel &page) {
             page.callers()->choose(0);
             page.talk()->results()->choose(0);
             page.talk()->children()->choose(2);
         })},
        {QStringLiteral("lob-guide"), attempt([](LobContactViewModel &page) {
             page.callers()->choose(0);
             page.startGuide();
             page.guide()->next();
         })},
        {QStringLiteral("lob-no-answer"), attempt([](LobContactViewModel &page) { page.outcomes()->choose(1); })},
        {QStringLiteral("contact"),
         open(longestFile, [](Router &router, const Found &found) { router.openContact(found.caseId); })},
        {QStringLiteral("new"), [](Composition &composition) { composition.app().openNew(); }},
        {QStringLiteral("question"),
         open(agenda("assessmentInProgress"),
              [](Router &router, const Found &found) {
                  router.openInterview({.instrument = {}, .caseId = found.caseId, .assessment = found.record});
              })},
        {QStringLiteral("quick-screening"),
         [](Composition &composition) { composition.app().openInterview({.instrument = "audit-c"}); }},
        {QStringLiteral("forms"),
         open(longestFile, [](Router &router, const Found &found) { router.openForms(found.caseId); })},
        {QStringLiteral("case-forms"),
         open(longestFile, [](Router &router, const Found &found) { router.openCaseForms(found.caseId); })},
        {QStringLiteral("closing"),
         open(longestFile, [](Router &router, const Found &found) { router.openClosing(found.caseId); })},
        {QStringLiteral("stage"),
         open(longestFile, [](Router &router, const Found &found) { router.openStage(found.caseId); })},
        {QStringLiteral("act"), open(longestFile,
                                     [](Router &router, const Found &found) {
                                         router.openAct({found.caseId, "application"});
                                     })},
        {QStringLiteral("act-goals"), open(planInFile,
                                           [](Router &router, const Found &found) {
                                               router.openAct({found.caseId, "follow-up"});
                                           })},
        {QStringLiteral("act-read"),
         open(planInFile,
              [](Router &router, const Found &found) { router.openRecord(found.caseId, found.record); })},
        {QStringLiteral("question-yes-no"), question("nods-perc", {})},
        {QStringLiteral("question-number"), question("dudit-e", "d")},
        {QStringLiteral("question-text"), question("mini", "outcome")},
        {QStringLiteral("question-own-words"), question("net-plan", "suggested-level")},
        {QStringLiteral("question-rows"), question("addis", "comment")},
        {QStringLiteral("question-boxes"), talk(TickBoxes, "urine-drugs-found")},
        {QStringLiteral("question-row-list"), talk(TwoRows, "comment")},
        {QStringLiteral("question-waiting"), talk(BeforeRatings)},
        {QStringLiteral("question-overview"),
         talk(HalfAudit, {}, [](InterviewViewModel &page) { page.openOverview(); })},
        {QStringLiteral("question-area"), question("asi-grund", "health-days")},
        {QStringLiteral("question-rating"), question("adad", "school-interviewer")},
        {QStringLiteral("result-profile"),
         open(rated, [](Router &router, const Found &found) { router.openResult(found.caseId, found.record); })},
        {QStringLiteral("result"),
         open(completedAssessment,
              [](Router &router, const Found &found) { router.openResult(found.caseId, found.record); })},
        {QStringLiteral("handout"), open(completedAssessment, openHandout)},
        {QStringLiteral("note"),
         open(longestFile, [](Router &router, const Found &found) { router.openNote(found.caseId); })},
        {QStringLiteral("conflict"),
         open(someConflict,
              [](Router &router, const Found &found) { router.openConflict(found.record, found.field); })},
        {QStringLiteral("sync"), [](Composition &composition) { composition.app().openSync(); }},
        {QStringLiteral("packs"), open(fileWithPacks, [](Router &router, const Found &) { router.openSync(); })},
        {QStringLiteral("pack-question"), open(fileWithPacks,
                                               [](Router &router, const Found &found) {
                                                   router.openInterview(
                                                       {.instrument = "audit", .caseId = found.caseId});
                                               })},
        {QStringLiteral("team-returns"), leadersPage()},
        {QStringLiteral("settings"), [](Composition &composition) { composition.app().openSettings(); }},
        {QStringLiteral("help"), [](Composition &composition) { composition.app().openHelpHere(); }},
        {QStringLiteral("guidance-card"),
         [](Composition &composition) { composition.app().openGuidanceCard(QStringLiteral("first-words")); }},
        {QStringLiteral("emergency"), [](Composition &composition) { composition.app().openEmergency(); }},
        {QStringLiteral("menu"), [](Composition &composition) { composition.app().openMenu(); }},
        {QStringLiteral("lock"), [](Composition &composition) { composition.app().lockNow(); }},
        {QStringLiteral("enrol"), [](Composition &composition) { composition.app().addWorker(); }, true},
        {QStringLiteral("enrol-scan"),
         [](Composition &composition) {
             composition.app().addWorker();
             composition.app().enrolPage()->scan()->open();
         },
         true},
        {QStringLiteral("hidden"), [](Composition &composition) { composition.app().hideNow(); }, true},
    };
    // Before the covers, which leave the store closed.
    const auto covers = std::ranges::find(scenes, QStringLiteral("lock"), &Scene::name);
    std::vector<Scene> more = handoverScenes();
    std::ranges::move(childrenScenes(), std::back_inserter(more));
    std::ranges::move(peopleScenes(), std::back_inserter(more));
    std::ranges::move(misfiledScenes(), std::back_inserter(more));
    std::ranges::move(letterScenes(), std::back_inserter(more));
    std::ranges::move(teamScenes(), std::back_inserter(more));
    // The last of them gives the person the device, and whoever comes back from there finds it locked.
    std::ranges::move(dayScenes(), std::back_inserter(more));
    scenes.insert(covers, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return scenes;
}

std::vector<Look> tourLooks()
{
    using Scheme = AppSettings::Scheme;
    return {
        {QStringLiteral("phone-light"), Phone, Scheme::Light},
        {QStringLiteral("phone-dark"), Phone, Scheme::Dark},
        {QStringLiteral("phone-contrast"), Phone, Scheme::HighContrastLight},
        {QStringLiteral("phone-200"), Phone, Scheme::Light, 2.0},
        {QStringLiteral("phone-english"), Phone, Scheme::Light, 1.0, QStringLiteral("en")},
        {QStringLiteral("phone-side"), PhoneOnItsSide, Scheme::Light},
        {QStringLiteral("phone-side-200"), PhoneOnItsSide, Scheme::Light, 2.0},
        {QStringLiteral("tablet-light"), Tablet, Scheme::Light},
        {QStringLiteral("tablet-dark"), Tablet, Scheme::Dark},
        {QStringLiteral("tablet-contrast"), Tablet, Scheme::HighContrastDark},
    };
}

} // namespace faltakt::app
