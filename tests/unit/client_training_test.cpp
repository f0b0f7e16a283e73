// A device for training: full of invented people, without a server and without a way to one.
#include "sync/client/locked_device.h"
#include "sync/client/sync_runner.h"
#include "sync/client/training_store.h"
#include "tests/unit/client_event_loop.h"
#include "tests/unit/client_home.h"

using namespace faltakt;
using base::ErrorCode;
using client::FieldStore;
using test::Home;
using test::secret;

namespace {

constexpr const char *Passphrase = "learning in peace";

/// Beside the enrolled device of a Home, one for training.
struct School {
    School()
    {
        test::Device office(11);
        REQUIRE(office.create().has_value());
        caseId = office.addPerson("Kim", "Prov");
        office.addNote(caseId, "Ringde.");
        const auto page = test::pageFrom(office.store(), 1, home.clock.now());
        made = client::createTrainingStore(path(),
                                           {secret(Passphrase),
                                            crypto::KdfCost::forTests(),
                                            worker,
                                            "Robin Prov",
                                            "Övningskommunen",
                                            "norsjo",
                                            {page}},
                                           home.environment());
    }
    [[nodiscard]] std::filesystem::path path() const { return home.folder.file("training"); }
    [[nodiscard]] std::unique_ptr<FieldStore> unlock()
    {
        return FieldStore::unlock(path(), secret(Passphrase), home.environment()).value();
    }

    Home home;
    base::WorkerId worker = home.ids.makeId<base::WorkerId>();
    base::CaseId caseId;
    base::Result<void> made;
};

/// What a sync of the store ends with, over the real transport to whatever its registration names.
base::Result<client::SyncReport> sync(School &school, FieldStore &store)
{
    base::SystemMonotonicClock monotonic;
    const auto &registration = store.registration();
    client::Transport transport(registration.server, registration.rootCertificate, store.keys().signingKey(),
                                school.home.clock, school.home.random);
    client::SyncRunner runner(store.cases(), store.keys().signingKey(), registration.tenantKey, transport,
                              {school.home.clock, monotonic, school.home.random});
    return test::await<client::SyncReport>([&](auto done) { runner.start({}, std::move(done)); });
}

} // namespace

TEST_CASE("a training device opens with everything received and an empty outbox")
{
    School school;
    REQUIRE(school.made.has_value());
    const auto store = school.unlock();
    CHECK(store->registration().training);
    CHECK(store->cases().owner().worker == school.worker);
    CHECK(store->cases().recordsOfCase(school.caseId).value().size() == 2);
    CHECK(store->cases().counts().value().outbox == 0);
    CHECK_FALSE(store->cases().syncPosition().value().lease.until.has_value());
}

TEST_CASE("a training device is worked with as any other, and seals no outbox")
{
    School school;
    {
        const auto store = school.unlock();
        (void)school.home.savePerson(*store);
        REQUIRE(store->close().has_value());
    }
    CHECK(school.unlock()->cases().counts().value().outbox == 1);
    CHECK_FALSE(std::filesystem::exists(school.path() / FieldStore::SealedOutboxName));
}

TEST_CASE("a sync of a training device is refused and nothing leaves its outbox")
{
    School school;
    const auto store = school.unlock();
    (void)school.home.savePerson(*store);
    const auto report = sync(school, *store);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code() == ErrorCode::Refused);
    CHECK(store->cases().counts().value().outbox == 1);
}

TEST_CASE("a registration for training that names a server is damaged")
{
    School school;
    auto form = school.unlock()->registration().toJson();
    const auto read = client::Registration::fromJson(form);
    REQUIRE(read.has_value());
    CHECK(read->toJson() == form);
    for (const auto &[member, value] : base::json::Object{{"host", "example.org"}, {"port", 443}, {"root", "AQID"}}) {
        auto turned = form;
        turned.set(member, value);
        CHECK(client::Registration::fromJson(turned).error().code() == ErrorCode::Damaged);
    }
    form.set("training", false);
    CHECK(client::Registration::fromJson(form).error().code() == ErrorCode::Damaged);
}

TEST_CASE("a folder that holds a device does not become one for training")
{
    School school;
    const auto again = client::createTrainingStore(
        school.home.path(),
        {secret(Passphrase), crypto::KdfCost::forTests(), school.worker, "Robin Prov", "Övningskommunen", "norsjo", {}},
        school.home.environment());
    CHECK(again.error().code() == ErrorCode::AlreadyExists);
    CHECK(school.home.unlock().has_value());
}

namespace {

/// Cannot make sense of anything.
class LostAgenda final : public store::AgendaProjector {
public:
    [[nodiscard]] std::string version() const override { return "1"; }
    [[nodiscard]] bool reads(std::string_view) const override { return true; }
    [[nodiscard]] base::Result<std::vector<store::AgendaEntry>> agenda(base::CaseId,
                                                                       const store::CaseReader &) const override
    {
        return base::fail(ErrorCode::Unsupported, "this record");
    }
};

} // namespace

TEST_CASE("a training device whose content cannot be taken does not appear at all")
{
    School school;
    const auto folder = school.home.folder.file("second");
    test::Device office(12);
    REQUIRE(office.create().has_value());
    office.addPerson("Kim", "Prov");
    const auto page = test::pageFrom(office.store(), 1, school.home.clock.now());
    const auto make = [&](const client::FieldEnvironment &environment) {
        return client::createTrainingStore(folder,
                                           {secret(Passphrase),
                                            crypto::KdfCost::forTests(),
                                            school.worker,
                                            "Robin Prov",
                                            "Övningskommunen",
                                            "norsjo",
                                            {page}},
                                           environment);
    };
    auto lost = school.home.environment();
    lost.projections = [](const std::string &, const auto &) -> base::Result<client::Projections> {
        return client::Projections{&test::Schema, std::make_unique<LostAgenda>(),
                                   std::make_unique<test::PersonCards>()};
    };
    CHECK(make(lost).error().code() == ErrorCode::Unsupported);
    CHECK_FALSE(std::filesystem::exists(folder));
    CHECK(make(school.home.environment()).has_value());
}

TEST_CASE("a locked device says whose it is, and from when on a passphrase may be tried")
{
    School school;
    const auto read = [&](const std::filesystem::path &folder) {
        return client::readLockedDevice(folder, school.home.environment());
    };
    const auto training = read(school.path()).value();
    CHECK(training.training);
    CHECK(training.workerName == "Robin Prov");
    CHECK(training.tenantName == "Övningskommunen");
    CHECK(training.hasPassphrase);
    CHECK_FALSE(read(school.home.path()).value().training);
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(FieldStore::unlock(school.path(), secret("another long passphrase"), school.home.environment())
                        .has_value());
    const auto waiting = read(school.path()).value();
    CHECK(waiting.triesLeft == 7);
    CHECK(waiting.nextTryAt == school.home.clock.now() + std::chrono::seconds(30));
    school.home.clock.advance(std::chrono::seconds(30));
    CHECK_FALSE(read(school.path()).value().nextTryAt.has_value());
    CHECK(read(school.home.folder.file("nothing")).error().code() == ErrorCode::NotFound);
}
