#pragma once

#include "tests/qml/interview_bench.h"

#include <algorithm>

namespace faltakt::test {

using viewmodels::InterviewViewModel;

inline store::RecordView latest(InterviewBench &bench, base::CaseId caseId)
{
    auto records = bench.records(caseId, "assessment");
    REQUIRE_FALSE(records.empty());
    return records.back();
}

inline std::string answerIn(InterviewBench &bench, base::CaseId caseId, const std::string &key)
{
    const store::RecordView record = latest(bench, caseId);
    const base::json::Value *value = record.fields.find(screening::answerField(key));
    return value ? base::json::serialise(*value) : std::string();
}

/// Until another question, or another stage, is shown.
inline void waitForTurn(InterviewBench &bench, InterviewViewModel &page, const std::function<void()> &act)
{
    const int turn = page.turn();
    act();
    bench.waitFor([&] { return page.turn() != turn; });
    bench.hear(page);
}

inline void write(InterviewBench &bench, InterviewViewModel &page, const char *text)
{
    waitForTurn(bench, page, [&] {
        page.input()->edit(QString::fromUtf8(text));
        page.goOn();
    });
}

inline void skip(InterviewBench &bench, InterviewViewModel &page)
{
    waitForTurn(bench, page, [&] { page.goOn(); });
}

inline std::size_t answersIn(InterviewBench &bench, base::CaseId caseId)
{
    std::size_t count = 0;
    for (const auto &[key, value] : screening::storedAnswers(latest(bench, caseId).fields))
        count += value.isNull() ? 0 : 1;
    return count;
}

inline std::size_t sittings(InterviewBench &bench)
{
    const auto forms =
        bench.inStore<std::vector<store::FormDraft>>([](viewmodels::OpenStore &store) { return store.cases.forms(); });
    return std::size_t(std::ranges::count_if(forms, [](const auto &form) { return form.form == "interviewSitting"; }));
}

} // namespace faltakt::test
