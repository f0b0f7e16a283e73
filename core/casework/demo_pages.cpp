#include "core/casework/demo_pages.h"

#include "core/base/clock.h"

#include <algorithm>

namespace faltakt::casework {

namespace {

/// The time from a save to the next sync, for most people most of the time.
constexpr auto UntilReceived = std::chrono::minutes(4);

/// Fills pages with the lines of one case after the other, and numbers them in the order in which they go out.
class PageWriter {
public:
    PageWriter(const DemoDelivery &delivery, base::Random &random)
        : m_delivery(delivery), m_clock(delivery.now), m_ids(m_clock, random)
    {
    }

    void add(const DemoCase &demoCase)
    {
        m_page.items.emplace_back(
            changelog::GrantLine{demoCase.id, changelog::CompartmentSet::ofCaseworker(), ++m_seq});
        for (const DemoChange &change : demoCase.changes)
            add(demoCase.id, change);
        if (m_page.items.size() >= m_delivery.linesPerPage)
            finishPage();
    }

    [[nodiscard]] std::vector<changelog::PullPage> take()
    {
        if (!m_page.items.empty() || m_pages.empty())
            finishPage();
        m_pages.back().more = false;
        return std::move(m_pages);
    }

private:
    void add(base::CaseId caseId, const DemoChange &made)
    {
        m_clock.setWall(made.at);
        changelog::Change change;
        change.id = m_ids.makeId<base::ChangeId>();
        change.by = made.by;
        change.caseId = caseId;
        change.at = made.at;
        change.sets = made.sets;
        const base::Instant received = std::min(made.at + UntilReceived, m_delivery.now);
        m_page.items.emplace_back(
            changelog::DeliveredChange{{++m_seq, received, {}}, changelog::sealChange(std::move(change))});
    }

    void finishPage()
    {
        m_page.cursor = std::to_string(m_seq);
        m_page.more = true;
        m_pages.push_back(std::exchange(m_page, {}));
    }

    DemoDelivery m_delivery;
    base::ManualClock m_clock;
    base::UuidMaker m_ids;
    std::int64_t m_seq = 0;
    changelog::PullPage m_page;
    std::vector<changelog::PullPage> m_pages;
};

} // namespace

std::vector<changelog::PullPage> makeDemoPages(const DemoCaseload &caseload, const DemoDelivery &delivery,
                                               base::Random &random)
{
    PageWriter writer(delivery, random);
    for (const DemoCase &demoCase : caseload.cases)
        if (delivery.worker.isNil() || demoCase.responsible == delivery.worker)
            writer.add(demoCase);
    return writer.take();
}

} // namespace faltakt::casework
