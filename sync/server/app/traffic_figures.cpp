#include "sync/server/app/traffic_figures.h"

namespace faltakt::server {

std::string TrafficFigures::toText() const
{
    std::string text;
    const auto line = [&](const char *name, std::int64_t value) {
        text += std::string("# TYPE faltakt_") + name + "_total counter\nfaltakt_" + name + "_total "
                + std::to_string(value) + '\n';
    };
    line("requests", requests);
    line("refusals", refusals);
    line("failures", failures);
    line("lines_pushed", linesPushed);
    line("lines_quarantined", linesQuarantined);
    line("items_pulled", itemsPulled);
    return text;
}

} // namespace faltakt::server
