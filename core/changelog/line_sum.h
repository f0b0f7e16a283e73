#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/changelog/schema.h"

#include <optional>
#include <string>
#include <vector>

/// What a set of lines comes to, so that two who hold many of them can tell whether they hold the same.
namespace faltakt::changelog {

/// How many lines, and the sum of their hashes modulo 2^256, each hash read as a number with its highest byte first. The
/// order does not matter, a line taken out is subtracted, and lines are added without looking at the others. It finds loss
/// and damage; whoever may choose lines at will could find two sets with one sum, and gains nothing by it. A value.
struct LineSum {
    std::int64_t count = 0;
    base::Hash sum{};

    void add(const base::Hash &hash);
    void subtract(const base::Hash &hash);
    void add(const LineSum &other);
    void subtract(const LineSum &other);
    bool operator==(const LineSum &) const = default;
};

/// What a device holds of one case, with the server's receipt, and which compartments it takes itself to be granted.
struct CaseSum {
    base::CaseId caseId;
    CompartmentSet granted = {};
    LineSum lines = {};
    bool operator==(const CaseSum &) const = default;
};

/// Cases in the order of their ids, from behind `after` up to `through`: all that are held in between. Without them: from
/// the beginning, to the end.
struct DigestPart {
    std::optional<base::CaseId> after;
    std::optional<base::CaseId> through;
    std::vector<CaseSum> cases;
};

} // namespace faltakt::changelog
