#include "qml/app/training.h"

#include "core/casework/demo_pages.h"
#include "core/casework/swedish_time.h"
#include "sync/client/training_store.h"

namespace faltakt::app {

namespace json = base::json;
using base::Result;

namespace {

crypto::SecretBytes passphrase() { return crypto::SecretBytes::copyOf(base::bytesOf(TrainingPassphrase)); }

json::Value withPhone(const json::Value &ways, std::string_view number)
{
    json::Object changed = ways.object() ? *ways.object() : json::Object();
    for (const auto &[id, way] : json::Object(changed)) {
        if (!way.object() || way.stringAt("kind") != "phone")
            continue;
        json::Object entry = *way.object();
        entry.set("value", number);
        changed.set(id, std::move(entry));
    }
    return changed;
}

/// The first person of the caseload whose numbers may be shown and changed.
Result<store::RecordView> someKnownPerson(store::CaseStore &cases)
{
    TRY(const auto rows, cases.cases());
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected || row.card.stage == "closed")
            continue;
        TRY(auto persons, cases.recordsOfKind(row.caseId, "person"));
        if (!persons.empty() && persons.front().fields.find("contactWays"))
            return std::move(persons.front());
    }
    return base::fail(base::ErrorCode::NotFound, "a person with contact ways in the caseload");
}

/// Two people change the same number while apart: one value from here, one as a colleague's device would have sent it.
Result<void> makeTwoVersions(client::FieldStore &field, base::WorkerId colleague,
                             const viewmodels::WorkspaceSetup &setup)
{
    store::CaseStore &cases = field.cases();
    TRY(const store::RecordView person, someKnownPerson(cases));
    TRY(const auto state, cases.recordState(person.id));
    const json::Value *ways = person.fields.find("contactWays");
    if (!state || !ways)
        return base::fail(base::ErrorCode::Internal, "a person without contact ways");
    changelog::Change theirs;
    theirs.id = base::UuidMaker(setup.clock, setup.random).makeId<base::ChangeId>();
    theirs.by = colleague;
    theirs.caseId = person.caseId;
    theirs.at = setup.clock.now() - std::chrono::hours(22);
    theirs.sets.push_back(changelog::makeEdit(*state, {{"contactWays", withPhone(*ways, "0701740644")}}));
    TRY_VOID(cases.edit(person.id, {{"contactWays", withPhone(*ways, "0701740630")}}));
    TRY(const store::SyncPosition position, cases.syncPosition());
    changelog::PullPage page;
    page.items.emplace_back(changelog::DeliveredChange{{1'000'000, setup.clock.now() - std::chrono::hours(21), {}},
                                                       changelog::sealChange(std::move(theirs))});
    page.cursor = position.cursor;
    return cases.applyPage(page);
}

} // namespace

Result<void> makeTrainingDevice(const viewmodels::WorkspaceSetup &setup, const TrainingPlan &plan)
{
    casework::DemoSettings settings;
    settings.seed = plan.seed;
    settings.today = casework::swedishDate(setup.clock.now());
    settings.people = plan.people;
    settings.workers = plan.workers;
    settings.longFileEntries = plan.longFileEntries;
    settings.profile = plan.profile;
    settings.municipality = plan.municipality;
    const casework::DemoCaseload caseload = casework::makeDemoCaseload(settings);
    const base::WorkerId worker = caseload.workers.front().id;

    client::TrainingDevice device;
    device.passphrase = passphrase();
    device.kdfCost = setup.kdfCost.value_or(crypto::KdfCost::floor());
    device.worker = worker;
    device.workerName = plan.workerName;
    device.tenantName = plan.municipality + " (utbildning)";
    device.profile = plan.profile;
    casework::DemoDelivery delivery;
    delivery.worker = worker;
    delivery.now = setup.clock.now();
    base::SeededRandom random(plan.seed);
    device.pages = casework::makeDemoPages(caseload, delivery, random);

    const std::filesystem::path folder = setup.dataFolder / "workers" / "utbildning";
    std::error_code fault;
    std::filesystem::create_directories(folder.parent_path(), fault);
    if (fault)
        return base::fail(base::ErrorCode::StorageFailed, "the training folder cannot be made");
    const client::FieldEnvironment environment = viewmodels::fieldEnvironment(setup);
    TRY_VOID(client::createTrainingStore(folder, std::move(device), environment));
    TRY(auto field, client::FieldStore::unlock(folder, passphrase(), environment));
    TRY_VOID(makeTwoVersions(*field, caseload.workers.back().id, setup));
    return field->close();
}

} // namespace faltakt::app
