// What the frame says of the way to the server.
#include "qml/viewmodels/shell/access_notice.h"
#include "qml/viewmodels/shell/sync_strip_view_model.h"
#include "tests/support/catch.h"

using namespace faltakt;
using viewmodels::accessWords;
using viewmodels::stripWords;
using viewmodels::SyncStatus;

namespace {

base::Instant at(std::string_view text) { return base::parseInstant(text).value(); }

} // namespace

TEST_CASE("the strip says nothing while the server is in reach and has all")
{
    SyncStatus status;
    CHECK(stripWords(status).text.isEmpty());
    status.phase = SyncStatus::Phase::Running;
    CHECK(stripWords(status).text.isEmpty());
}

TEST_CASE("the strip tells offline from waiting and from sending")
{
    SyncStatus status;
    status.counts.outbox = 3;
    const auto waiting = stripWords(status);
    status.phase = SyncStatus::Phase::Running;
    const auto sending = stripWords(status);
    status.phase = SyncStatus::Phase::Waiting;
    status.error = base::ErrorCode::Unreachable;
    const auto offline = stripWords(status);
    CHECK(offline.text.startsWith(QStringLiteral("Offline. ")));
    CHECK_FALSE(waiting.text.contains(QStringLiteral("Offline")));
    CHECK(sending.text.startsWith(QStringLiteral("Skickar ")));
    CHECK(waiting != sending);
}

TEST_CASE("what needs the worker comes before what is only late")
{
    SyncStatus status;
    status.counts.outbox = 3;
    status.counts.returned = 1;
    status.error = base::ErrorCode::Unreachable;
    CHECK(stripWords(status).text.contains(QStringLiteral("behöver din hjälp")));
    status.isRevoked = true;
    CHECK(stripWords(status).text.contains(QStringLiteral("Ring teamledaren")));
}

TEST_CASE("a training device never speaks of a server")
{
    SyncStatus status;
    status.phase = SyncStatus::Phase::Training;
    status.counts.outbox = 3;
    CHECK(stripWords(status).text.isEmpty());
}

TEST_CASE("the end of the lease is told a day before, as a day and a time")
{
    SyncStatus status;
    status.lease.until = at("2025-10-18T11:07:00Z");
    CHECK(accessWords(status, at("2025-10-17T11:07:00Z"), QStringLiteral("sv")).text.isEmpty());
    const auto soon = accessWords(status, at("2025-10-17T11:08:00Z"), QStringLiteral("sv"));
    CHECK(soon.text.startsWith(QStringLiteral("Anslut till nätet före lördag 18 oktober 13:07.")));
    CHECK_FALSE(soon.hasEnded);
}

TEST_CASE("after the lease the words say that writing goes on")
{
    SyncStatus status;
    status.lease.until = at("2025-10-18T11:07:00Z");
    const auto ended = accessWords(status, at("2025-10-18T11:07:01Z"), QStringLiteral("sv"));
    CHECK(ended.hasEnded);
    CHECK(ended.text.contains(QStringLiteral("inget går förlorat")));
}

TEST_CASE("a clock that was set back does not lengthen the lease")
{
    SyncStatus status;
    status.lease.until = at("2025-10-18T11:07:00Z");
    status.lease.lastContact = at("2025-10-18T12:00:00Z");
    CHECK(accessWords(status, at("2025-10-01T00:00:00Z"), QStringLiteral("sv")).hasEnded);
}
