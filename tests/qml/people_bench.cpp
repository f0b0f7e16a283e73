#include "tests/qml/people_bench.h"

#include "core/rules/children_facts.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/lock/secret_input.h"

#include <algorithm>

namespace faltakt::test {

using namespace viewmodels;

std::vector<store::CaseRow> casesOf(AppHarness &harness)
{
    return harness.inStore<std::vector<store::CaseRow>>([](OpenStore &store) { return store.cases.cases(); }).value();
}

std::vector<store::RecordView> recordsOf(AppHarness &harness, base::CaseId caseId, const std::string &kind)
{
    return harness
        .inStore<std::vector<store::RecordView>>(
            [&](OpenStore &store) { return store.cases.recordsOfKind(caseId, kind); })
        .value();
}

base::CaseId longestFile(AppHarness &harness)
{
    base::CaseId longest;
    std::size_t most = 0;
    for (const store::CaseRow &row : casesOf(harness)) {
        const std::size_t notes = recordsOf(harness, row.caseId, "note").size();
        if (notes >= most)
            longest = row.caseId;
        most = std::max(most, notes);
    }
    return longest;
}

PersonViewModel &openPerson(AppHarness &harness, base::CaseId caseId)
{
    harness.app().openPerson(caseId);
    harness.settle();
    return top<PersonViewModel>(harness);
}

namespace {

/// Nothing that is known of children, or was not asked, holds the matter up.
bool mayBeMoved(AppHarness &harness, base::CaseId caseId)
{
    const auto facts =
        harness.inStore<rules::CaseFacts>([caseId](OpenStore &store) { return factsOfCase(store, caseId); });
    return facts && !rules::childrenObstacle(*facts, {});
}

} // namespace

store::CaseRow somebody(AppHarness &harness)
{
    const auto conflicts =
        harness.inStore<std::vector<store::ConflictRow>>([](OpenStore &store) { return store.cases.conflicts(); })
            .value();
    for (const store::CaseRow &row : casesOf(harness))
        if (!row.card.isProtected && row.card.stage != "closed" && !row.card.shortName.empty()
            && std::ranges::find(conflicts, row.caseId, &store::ConflictRow::caseId) == conflicts.end()
            && isFoundAlone(harness, row) && mayBeMoved(harness, row.caseId))
            return row;
    FAIL("nobody with a name");
    return {};
}

bool isFoundAlone(AppHarness &harness, const store::CaseRow &row)
{
    const auto found = harness.inStore<std::vector<store::CaseRow>>(
        [&](OpenStore &store) { return store.cases.search(row.card.caseNumber, 2); });
    return found && found->size() == 1;
}

void protect(AppHarness &harness, base::CaseId caseId)
{
    const base::RecordId person = recordsOf(harness, caseId, "person").front().id;
    REQUIRE(harness
                .inStore<base::ChangeId>([person](OpenStore &store) {
                    return store.cases.edit(person, {{"protection", "sekretessmarkering"}});
                })
                .has_value());
    harness.settle();
}

void confirmPassphrase(AppHarness &harness, ConfirmViewModel &confirm, const std::string &passphrase)
{
    harness.waitFor([&] { return confirm.isOpen(); });
    SecretInput secret;
    secret.append(QString::fromStdString(passphrase));
    confirm.confirm(&secret);
    harness.waitFor([&] { return !confirm.isBusy(); });
    harness.settle();
}

} // namespace faltakt::test
