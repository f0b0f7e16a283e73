#pragma once

#include "tests/bench/app_bench.h"

namespace faltakt::bench {

struct Screen {
    const char *name;
    QSize size;
};
inline constexpr Screen Phone{"phone", QSize(390, 844)};
inline constexpr Screen Tablet{"tablet", QSize(1280, 800)};

/// What one form costs on one screen.
struct FormCost {
    QString name; ///< Screen and form, such as "phone.audit".
    Span open;    ///< From the order to its first questions.
    /// From a press until it is durable and the page goes on, the middle of several; of the wall the time for which the
    /// press is shown is taken off, of the work what is drawn meanwhile is not.
    Span answer;
};

/// AUDIT and a form of 2,000 items, one question at a time on a phone, and ASI, which is the longest that is shipped,
/// one question at a time on a phone and an area on a tablet. The app must be unlocked.
[[nodiscard]] std::vector<FormCost> measureForms(AppBench &app);

} // namespace faltakt::bench
