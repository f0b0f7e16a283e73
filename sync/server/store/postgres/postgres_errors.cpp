#include "sync/server/store/postgres/postgres_errors.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <string>

namespace faltakt::server {

using base::Error;
using base::ErrorCode;

namespace {

struct Meaning {
    std::string_view state; ///< A SQLSTATE or the class that it begins with; the first that fits counts.
    ErrorCode code;
};

// PostgreSQL 15, appendix A.
constexpr std::array<Meaning, 24> Meanings{{
    {"23505", ErrorCode::AlreadyExists}, // unique; replaced by what the statement says
    {"23503", ErrorCode::NotFound},      // the row that a foreign key names
    {"23", ErrorCode::InvalidInput},
    {"22", ErrorCode::InvalidInput}, // among them text that is no UTF-8
    {"40", ErrorCode::Busy},         // undone in favour of another transaction
    {"55P03", ErrorCode::Busy},      // waited too long for a lock
    {"57014", ErrorCode::Busy},      // took too long
    {"57", ErrorCode::Busy},         // the database goes down or comes up
    {"08", ErrorCode::Busy},         // connection
    {"25P03", ErrorCode::Busy},      // idle in a transaction for too long
    {"25006", ErrorCode::Busy},      // a standby that is read-only
    {"53100", ErrorCode::StorageFull},
    {"53", ErrorCode::Busy},        // memory, connections
    {"42501", ErrorCode::Refused},  // no right, among them row-level security
    {"42", ErrorCode::Internal},    // a statement of ours is wrong
    {"28", ErrorCode::Refused},     // the role may not log in
    {"3D000", ErrorCode::NotFound}, // no such database
    {"XX001", ErrorCode::Damaged},
    {"XX002", ErrorCode::Damaged},
    {"25", ErrorCode::Internal},
    {"0A", ErrorCode::Unsupported},
    {"54", ErrorCode::TooLarge},
    {"58", ErrorCode::StorageFailed},
    {"", ErrorCode::StorageFailed},
}};

std::string_view fieldOf(const pg_result *result, int field)
{
    const char *text = PQresultErrorField(result, field);
    return text ? text : "";
}

} // namespace

Error errorOf(const pg_result *result, ErrorCode onConflict)
{
    const std::string_view state = fieldOf(result, PG_DIAG_SQLSTATE);
    if (state.empty())
        return connectionLost();
    const auto *meaning = std::find_if(Meanings.begin(), Meanings.end(),
                                       [&](const Meaning &one) { return state.starts_with(one.state); });
    std::string detail = "the database says " + std::string(state);
    if (const auto constraint = fieldOf(result, PG_DIAG_CONSTRAINT_NAME); !constraint.empty())
        detail += " at " + std::string(constraint);
    return Error(state == "23505" ? onConflict : meaning->code, std::move(detail));
}

Error connectionLost() { return Error(ErrorCode::Busy, "the database cannot be reached"); }

bool wasUndoneForOthers(const pg_result *result) { return fieldOf(result, PG_DIAG_SQLSTATE).starts_with("40"); }

} // namespace faltakt::server
