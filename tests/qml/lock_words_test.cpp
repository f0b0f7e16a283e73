// What is said when something goes wrong before anybody is in.
#include "qml/viewmodels/lock/unlock_text.h"
#include "tests/support/catch.h"

#include <QStringList>

using namespace faltakt;
using base::ErrorCode;

namespace {

base::Error errorOf(ErrorCode code) { return base::Result<void>(base::fail(code, "detail")).error(); }

} // namespace

TEST_CASE("every error of an enrolment has words of its own that say what to do")
{
    QStringList seen;
    for (const ErrorCode code :
         {ErrorCode::NotFound, ErrorCode::AlreadyExists, ErrorCode::Refused, ErrorCode::WrongKey, ErrorCode::Locked,
          ErrorCode::Unreachable, ErrorCode::Unsupported, ErrorCode::StorageFull, ErrorCode::Internal}) {
        const QString words = viewmodels::enrolProblem(errorOf(code));
        CHECK(words.size() > 20);
        CHECK_FALSE(words.contains(QLatin1Char('!')));
        CHECK_FALSE(words.contains(QStringLiteral("detail")));
        CHECK_FALSE(seen.contains(words));
        seen += words;
    }
}

TEST_CASE("a wait that ends on another day names the day")
{
    viewmodels::WorkerDevice device;
    const base::Instant now = base::parseInstant("2025-10-17T21:30:00Z").value();
    device.waitUntil = base::parseInstant("2025-10-18T08:09:10Z").value();
    CHECK(viewmodels::waitText(device, now, QStringLiteral("sv"))
              .startsWith(QStringLiteral("Du kan försöka igen lördag 18 oktober 10:10.")));
    device.waitUntil = now;
    CHECK(viewmodels::waitText(device, now, QStringLiteral("sv")).isEmpty());
}
